import { expect } from 'chai';
import { createProbes } from '../../../../src/modules/health/probes.ts';

type Readings = Parameters<typeof createProbes>[0];

const quiet = {
  worker_processes: 1,
  jobs_ready: 0,
  jobs_dead: 0,
  outbox_depth: 0,
  outbox_lag_seconds: 0,
  oldestSecondsByLane: { own: 0, mail: 0, webhooks: 0, integrations: 0 },
};

const probesOf = (changed: Partial<Readings>) =>
  createProbes({
    pingDatabase: async () => undefined,
    pool: async () => ({ active: 0, idle: 1, waiting: 0, max: 10 }),
    queues: async () => quiet,
    pingCache: undefined,
    mailServer: async () => undefined,
    incidents: async () => ({ open: { job: 0, mail: 0 }, latest: undefined }),
    ...changed,
  });
const away = (): Promise<never> => Promise.reject(new Error('away'));

describe('the probes of health', () => {
  describe('database', () => {
    const pools = [
      { name: 'a connection is free', pool: { active: 9, idle: 1, waiting: 0, max: 10 }, status: 'healthy' },
      {
        name: 'all are in use, and nobody waits',
        pool: { active: 10, idle: 0, waiting: 0, max: 10 },
        status: 'healthy',
      },
      {
        name: 'somebody waits while more are opened',
        pool: { active: 9, idle: 0, waiting: 1, max: 10 },
        status: 'healthy',
      },
      {
        name: 'all are in use, and somebody waits',
        pool: { active: 10, idle: 0, waiting: 1, max: 10 },
        status: 'degraded',
      },
    ] as const;
    for (const { name, pool, status } of pools) {
      it(`is ${status} when ${name}`, async () => {
        const message = status === 'healthy' ? null : 'every connection is in use';
        const { facts, ...health } = await probesOf({ pool: async () => pool }).database();
        expect(health).to.deep.equal({ status, message });
        const values = Object.fromEntries(facts.map((fact) => [fact.name.replace('connections_', ''), fact.value]));
        expect(values).to.include(pool);
      });
    }
  });

  describe('message_queue', () => {
    const cases = [
      { name: 'nothing waits', changed: {}, status: 'healthy', message: null },
      { name: 'a job waits for a minute', changed: { mail: 60 }, status: 'healthy', message: null },
      { name: 'mail waits longer', changed: { mail: 61 }, status: 'degraded', message: 'jobs wait too long in mail' },
      { name: 'own work waits longer', changed: { own: 61 }, status: 'degraded', message: 'jobs wait too long in own' },
      {
        name: 'two lanes wait longer',
        changed: { webhooks: 90, integrations: 70 },
        status: 'degraded',
        message: 'jobs wait too long in webhooks, integrations',
      },
    ] as const;
    for (const { name, changed, status, message } of cases) {
      it(`is ${status} when ${name}`, async () => {
        const queues = async () => ({ ...quiet, oldestSecondsByLane: { ...quiet.oldestSecondsByLane, ...changed } });
        expect(await probesOf({ queues }).message_queue()).to.include({ status, message });
      });
    }

    it('is degraded when no process runs jobs', async () => {
      const queues = async () => ({ ...quiet, worker_processes: 0 });
      expect(await probesOf({ queues }).message_queue()).to.include({
        status: 'degraded',
        message: 'no process runs jobs',
      });
    });

    it('is degraded when the outbox waits, and tells the age of each lane', async () => {
      const queues = async () => ({ ...quiet, outbox_lag_seconds: 31 });
      const { status, message, facts } = await probesOf({ queues }).message_queue();
      expect({ status, message }).to.deep.equal({
        status: 'degraded',
        message: 'events and jobs wait too long to be processed',
      });
      expect(facts.map(({ name }) => name)).to.include.members(['own_oldest_seconds', 'mail_oldest_seconds']);
    });

    it('is unhealthy when it cannot be read', async () => {
      expect(await probesOf({ queues: away }).message_queue()).to.include({ status: 'unhealthy' });
    });
  });

  describe('external_services', () => {
    const cases = [
      {
        name: 'no mail server is configured',
        state: undefined,
        status: 'healthy',
        facts: { mail_server_configured: 0 },
      },
      {
        name: 'the last mail was delivered',
        state: { isUp: true },
        status: 'healthy',
        facts: { mail_server_configured: 1, mail_server_responds: 1 },
      },
      {
        name: 'the last mail was not',
        state: { isUp: false },
        status: 'degraded',
        facts: { mail_server_configured: 1, mail_server_responds: 0 },
      },
    ];
    for (const { name, state, status, facts } of cases) {
      it(`is ${status} when ${name}`, async () => {
        const found = await probesOf({ mailServer: async () => state }).external_services();
        expect(found.status).to.equal(status);
        expect(Object.fromEntries(found.facts.map((fact) => [fact.name, fact.value]))).to.deep.equal(facts);
      });
    }
  });

  describe('incidents', () => {
    const cases = [
      { open: { job: 0, mail: 0 }, latest: undefined, status: 'healthy', message: null },
      {
        open: { job: 1, mail: 0 },
        latest: 'A job fails',
        status: 'degraded',
        message: 'an incident is open: A job fails',
      },
      {
        open: { job: 2, mail: 1 },
        latest: 'A job fails',
        status: 'degraded',
        message: '3 incidents are open: A job fails',
      },
    ] as const;
    for (const { open, latest, status, message } of cases) {
      it(`is ${status} when ${open.job + open.mail} are open`, async () => {
        const { facts, ...found } = await probesOf({ incidents: async () => ({ open, latest }) }).incidents();
        expect(found).to.deep.equal({ status, message });
        expect(facts).to.deep.equal([
          { name: 'job_incidents', value: open.job },
          { name: 'mail_incidents', value: open.mail },
        ]);
      });
    }

    it('is unhealthy when they cannot be read', async () => {
      expect(await probesOf({ incidents: away }).incidents()).to.include({ status: 'unhealthy' });
    });
  });
});
