import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { bodyOf, createProject } from '../support/factories.ts';

describe('what a process tells of itself', () => {
  // Without a worker, so that what waits stays.
  const app = useApp({ app: { isWorking: false } });
  let operator: Account;

  before(async () => {
    operator = await createAccount(app, { is_operator: true });
    await createProject(await createAccount(app));
    await app.query("UPDATE outbox SET created_at = created_at - interval '1 minute'");
    await app.query("SELECT graphile_worker.add_job('mail.send', '{}', run_at := now() - interval '10 minutes')");
    await app.query("SELECT graphile_worker.add_job('usage.sweep', '{}', max_attempts := 1)");
    await app.query("SELECT graphile_worker.add_job('usage.sweep', '{}', max_attempts := 1)");
    await app.query(
      "UPDATE graphile_worker._private_jobs SET attempts = 1 WHERE id IN (SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'usage.sweep')",
    );
  });

  const outboxDepth = async (): Promise<number> => {
    const [row] = await app.query<{ depth: number }>('SELECT count(*)::integer AS depth FROM outbox');
    return row!.depth;
  };

  /** The value of a line of /metrics. */
  async function measure(name: string): Promise<number> {
    const text = await (await checkedFetch(`${app.url}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.slice(name.length));
  }

  it('/metrics shows the pool, how long one waits for it, the queue by jobs, and the outbox', async () => {
    expect(await measure('database_pool_connections_max')).to.equal(10);
    expect(await measure('database_pool_waiters')).to.equal(0);
    for (const state of ['active', 'idle'])
      expect(await measure(`database_pool_connections{state="${state}"}`)).to.be.within(0, 10);
    expect(await measure('database_pool_wait_seconds_count')).to.be.above(0);
    expect(await measure('job_queue_depth{lane="mail",job_name="mail.send"}')).to.equal(1);
    expect(await measure('job_queue_oldest_age_seconds{lane="mail",job_name="mail.send"}')).to.be.within(600, 700);
    expect(await measure('job_queue_dead{lane="own",job_name="usage.sweep"}')).to.equal(2);
    expect(await measure('outbox_depth')).to.equal(await outboxDepth());
    expect(await measure('outbox_lag_seconds')).to.be.within(60, 160);
  });

  it('/metrics shows audit rows that nobody seals', async () => {
    const [row] = await app.query<{ rows: number }>(
      'SELECT count(*)::integer AS rows FROM audit_log WHERE sequence IS NULL',
    );
    expect(row!.rows).to.be.above(0);
    expect(await measure('audit_unsealed_rows')).to.equal(row!.rows);
    expect(await measure('audit_unsealed_oldest_age_seconds')).to.be.above(0);
  });

  it('/metrics shows that the process is ready, and that no process works', async () => {
    expect(await measure('architect_ready{role="server"}')).to.equal(1);
    expect(await measure('database_up')).to.equal(1);
    expect(await measure('job_workers')).to.equal(0);
  });

  it('/metrics shows the jobs that do not wait, too, so that an alert sees them', async () => {
    expect(await measure('job_queue_depth{lane="own",job_name="idempotency.sweep"}')).to.equal(0);
  });

  it('/health/detailed shows the same of the queue and the outbox', async () => {
    const { message_queue } = bodyOf(await operator.v2.GET('/health/detailed'));
    const facts = Object.fromEntries(message_queue.facts.map(({ name, value }) => [name, value]));
    expect(facts).to.include({ worker_processes: 0, jobs_ready: 1, jobs_dead: 2, outbox_depth: await outboxDepth() });
    expect(facts).to.include({ own_oldest_seconds: 0, webhooks_oldest_seconds: 0, integrations_oldest_seconds: 0 });
    expect(facts['mail_oldest_seconds']).to.be.within(600, 700);
    expect(facts['outbox_lag_seconds']).to.be.within(60, 160);
    expect(message_queue.status).to.equal('degraded');
  });
});
