import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { clientsOf } from '../support/accounts.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { alertsOf, createAlertRule } from '../support/error-alerts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject, reportError } from '../support/factories.ts';
import { incidentsOf, untilIncident } from '../support/incidents.ts';
import { createOperator } from '../support/installation.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { freePort, type ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

// What operators see of faults, on real processes.

describe('incidents of real faults', function () {
  this.timeout(180_000);
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  const prepare = useServers();

  const startPair = async (settings: Readonly<Record<string, string>> = {}) => {
    const first = await prepare(settings);
    await first.start();
    const second = await prepare({ ...settings, DATABASE_URL: first.databaseUrl });
    await second.start();
    return [first, second] as const;
  };
  const statusOf = async (server: ServerProcess): Promise<number> =>
    (await checkedFetch(new Request(`${server.url}/health/readiness`))).status;
  const auditOf = async (server: ServerProcess, incident: { readonly id: string }): Promise<string[]> => {
    const statement = 'SELECT action FROM audit_log WHERE resource_id = $1 ORDER BY created_at, id';
    return (await server.query<{ action: string }>(statement, [incident.id])).map(({ action }) => action);
  };
  /** Runs what waits in the queue, as if its time had come. */
  const hurry = (server: ServerProcess, job: string) =>
    server.query(
      `SELECT graphile_worker.reschedule_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE task_identifier = $1
         AND attempts < max_attempts), run_at := now())`,
      [job],
    );

  it('a Redis that is killed is one incident of two processes, until it is back', async () => {
    const redis = await startRedis();
    const state: { redis: RedisServer } = { redis };
    ends.push(() => state.redis.stop());
    const [first, second] = await startPair({ REDIS_URL: redis.url });
    const operator = await createOperator(first);
    await redis.stop();
    await untilIncident(operator, 'cache', 'open');
    await eventually(async () => {
      const [incident] = await incidentsOf(operator, 'cache');
      expect(incident?.occurrence_count).to.equal(2);
    }, 20_000);
    expect(await Promise.all([first, second].map(statusOf))).to.deep.equal([200, 200]);
    state.redis = await startRedis(redis.url);
    const closed = await untilIncident(operator, 'cache', 'closed');
    expect(closed).to.include({ kind: 'dependency', occurrence_count: 2 });
    expect(await auditOf(first, closed)).to.deep.equal(['incident.open', 'incident.close']);
  });

  it('a mail server that refuses connections is an incident, of which operators read once it is back', async () => {
    const port = await freePort();
    const server = await prepare({ SMTP_URL: `smtp://127.0.0.1:${port}`, INCIDENT_ESCALATION_DELAY_MS: '0' });
    await server.start();
    const operator = await createOperator(server);
    await operator.v2.POST('/api/v2/auth/password-reset', { body: { email: operator.email } });
    const opened = await untilIncident(operator, 'mail_server', 'open');
    expect(opened).to.include({ kind: 'dependency' });
    const received: string[] = [];
    const mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) =>
        void text(stream).then((mail) => done(null, void received.push(mail) as never)),
    });
    ends.push(() => mailServer.close());
    mailServer.listen(port, '127.0.0.1');
    await once(mailServer.server, 'listening');
    const subjects = () => received.flatMap((mail) => /^Subject: .*$/m.exec(mail) ?? []);
    await eventually(async () => {
      await hurry(server, 'mail.send');
      expect(subjects()).to.include.members([
        'Subject: Incident: The mail server does not respond',
        'Subject: Incident closed: The mail server does not respond',
      ]);
    }, 60_000);
    expect(await incidentsOf(operator, 'mail_server')).to.have.length(1);
    expect(await untilIncident(operator, 'mail_server', 'closed')).to.include({ id: opened.id, escalation_count: 2 });
    // A mail that waits for the server is not lost.
    expect(await incidentsOf(operator, 'mail.send')).to.deep.equal([]);
  });

  it('a subscriber that throws for ever is an incident; the others go on', async () => {
    const server = await prepare();
    await server.start();
    const operator = await createOperator(server);
    const project = await createProject(operator);
    const rule = await createAlertRule(operator, project, { kind: 'new_group', threshold: 1 });
    await server.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no alerts'; END $$`,
    );
    await server.query('CREATE TRIGGER refused BEFORE INSERT ON error_alerts FOR EACH ROW EXECUTE FUNCTION refuse()');
    const job = 'events.deliver:error_alerts.watch';
    const { error_id } = await reportError(operator, project);
    await eventually(async () => {
      await hurry(server, job);
      expect(await incidentsOf(operator, job)).to.have.length(1);
    }, 20_000);
    const [incident] = await incidentsOf(operator, job);
    expect(incident).to.include({ kind: 'job', status: 'open', message: 'no alerts' });
    expect(incident!.title).to.equal('The subscriber error_alerts.watch fails again and again');

    const params = { path: { error_id } };
    const task = bodyOf(await operator.v2.POST('/api/v2/errors/{error_id}/task', { params, body: {} }));
    await operator.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } } });
    await eventually(async () => {
      expect(bodyOf(await operator.v2.GET('/api/v2/errors/{error_id}', { params })).task_id).to.equal(null);
    });

    await server.query(
      'UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1, run_at = now() WHERE last_error IS NOT NULL',
    );
    await eventually(async () => {
      await hurry(server, job);
      const [dead] = await incidentsOf(operator, job);
      expect(dead).to.include({
        id: incident!.id,
        title: 'The subscriber error_alerts.watch failed for the last time',
      });
    }, 20_000);

    await server.query('DROP TRIGGER refused ON error_alerts');
    const other = await reportError(operator, project, { type: 'KeyError', message: 'no such key' });
    await untilIncident(operator, job, 'closed');
    expect((await alertsOf(operator, rule)).map((alert) => alert.error_id)).to.deep.equal([other.error_id]);
  });

  it('a process that is killed in the middle of a job is an incident, and another does the job', async () => {
    const killed = await prepare();
    await killed.start();
    const operator = await createOperator(killed);
    const holder = new pg.Client({ connectionString: killed.databaseUrl });
    await holder.connect();
    ends.push(() => holder.end());
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE error_alert_evaluation IN EXCLUSIVE MODE');
    await killed.query("SELECT graphile_worker.add_job('error_alerts.evaluate', job_key := 'held')");
    await eventually(async () => {
      const waiting = await killed.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            AND query LIKE '%error_alert_evaluation%'`,
      );
      expect(waiting).to.have.length.above(0);
    });
    await killed.kill();
    await holder.query('COMMIT');
    const other = await prepare({ DATABASE_URL: killed.databaseUrl });
    await other.start();
    const incident = await untilIncident(clientsOf(other, operator.token), 'jobs', 'open');
    expect(incident).to.include({ kind: 'worker', title: 'A process that runs jobs was lost', occurrence_count: 1 });
    expect(await auditOf(killed, incident)).to.deep.equal(['incident.open']);
    await eventually(async () => {
      expect(await killed.query("SELECT FROM graphile_worker.jobs WHERE key = 'held'")).to.deep.equal([]);
    });
  });
});
