import { expect } from 'chai';
import { readBuildInfo } from '../../../src/platform/build-info.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { createAccount } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf } from '../../support/factories.ts';
import { createIncident } from '../../support/incidents.ts';
import { refusalOf } from '../../support/scene.ts';

describe('v2 getDetailedHealth GET /health/detailed', () => {
  // One of its own: parts of the shared server fail in other tests.
  const app = useApp({});

  describe('200', () => {
    it('shows each part with facts', async () => {
      const operator = await createAccount(app, { is_operator: true });
      // The worker announces its presence soon after its start.
      const body = await eventually(async () => {
        const detail = bodyOf(await operator.v2.GET('/health/detailed'));
        expect(detail.status, JSON.stringify(detail)).to.equal('healthy');
        return detail;
      });
      const { status: _status, version, commit, uptime_seconds, ...parts } = body;
      expect(version).to.equal(packageJson.version);
      expect(commit).to.equal(readBuildInfo(undefined).commit);
      expect(uptime_seconds).to.be.at.least(0);
      expect(Object.keys(parts)).to.have.members([
        'database',
        'cache',
        'message_queue',
        'external_services',
        'incidents',
      ]);
      for (const part of Object.values(parts)) expect([part.status, part.message]).to.deep.equal(['healthy', null]);
      const facts = Object.fromEntries(parts.database.facts.map(({ name, value }) => [name, value]));
      expect(facts['connections_max']).to.equal(10);
      expect(facts['latency_ms']).to.be.within(0, 2000);
    });
  });

  describe('200 of a server of its own', () => {
    const own = useApp({ app: { isWorking: false } });

    it('counts jobs that are due, jobs that were given up, and what waits in the outbox', async () => {
      const operator = await createAccount(own, { is_operator: true });
      for (const name of ['first', 'second', 'third'])
        await own.query('SELECT graphile_worker.add_job($1, max_attempts := 1)', [name]);
      await own.query(
        'UPDATE graphile_worker._private_jobs SET attempts = 1 WHERE id = (SELECT max(id) FROM graphile_worker.jobs)',
      );
      await own.query(
        `INSERT INTO outbox (kind, name, payload, created_at)
         SELECT 'job', 'mail.send', '{}', $1 FROM generate_series(1, 4)`,
        [new Date(own.clock.now().getTime() - 20_000)],
      );
      const { message_queue } = bodyOf(await operator.v2.GET('/health/detailed'));
      const facts = Object.fromEntries(message_queue.facts.map(({ name, value }) => [name, value]));
      expect(facts).to.include({ jobs_ready: 2, jobs_dead: 1, outbox_depth: 4 });
      expect(facts['outbox_lag_seconds']).to.be.within(20, 29);
    });
  });

  describe('200 while something fails', () => {
    const own = useApp({ app: { isWorking: false } });

    it('counts the open incidents by kind, and names the latest', async () => {
      const operator = await createAccount(own, { is_operator: true });
      await createIncident(own, { kind: 'request', opened_at: new Date(own.clock.now().getTime() - 1000) });
      await createIncident(own, { kind: 'mail' });
      await createIncident(own, { kind: 'mail', status: 'closed' });
      const { status, incidents } = bodyOf(await operator.v2.GET('/health/detailed'));
      expect(status).to.equal('degraded');
      const message = '2 incidents are open: A mail could not be delivered';
      expect(incidents).to.include({ status: 'degraded', message });
      const facts = Object.fromEntries(incidents.facts.map(({ name, value }) => [name, value]));
      expect(facts).to.include({ mail_incidents: 1, request_incidents: 1, job_incidents: 0 });
    });
  });

  describe('403', () => {
    it('refuses the owner of an organization, who is no operator', async () => {
      const owner = await createAccount(app);
      expect(refusalOf(await owner.v2.GET('/health/detailed'))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });
});
