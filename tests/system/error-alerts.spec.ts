import { expect } from 'chai';
import pg from 'pg';
import type { ErrorAlert } from '../../generated/v2/types.ts';
import { clientsOf, createAccount, type Account } from '../support/accounts.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { alertsOf, createAlertRule, insertAlert } from '../support/error-alerts.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, reportError } from '../support/factories.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

// Alerts on real processes, each with a worker: whatever runs twice or dies, a rule fires once per window.

describe('alerts of several processes', function () {
  this.timeout(120_000);
  const prepare = useServers();

  const evaluate = (server: ServerProcess, times = 1) =>
    server.query("SELECT graphile_worker.add_job('error_alerts.evaluate') FROM generate_series(1, $1)", [times]);

  const firedBy = async (server: ServerProcess, rule: { readonly id: string }): Promise<string[]> => {
    const rows = await server.query<{ type: string }>(
      "SELECT type FROM events WHERE data ->> 'rule_id' = $1 ORDER BY id",
      [rule.id],
    );
    return rows.map(({ type }) => type);
  };

  const firing = (owner: Account, rule: { readonly id: string }): Promise<ErrorAlert[]> =>
    eventually(async () => {
      const alerts = await alertsOf(owner, rule);
      if (alerts.length === 0) throw new Error('nothing has fired');
      return alerts;
    });

  /** How many alerts a process has counted for its metrics. */
  async function firedIn({ url }: ServerProcess, kind: string): Promise<number> {
    const text = await (await checkedFetch(`${url}/metrics`)).text();
    const series = new RegExp(`^error_alerts_total\\{kind="${kind}",change="fired"\\} (\\d+)$`, 'm');
    return Number(series.exec(text)?.[1]);
  }

  it('fire once where two processes take reports, deliver events and evaluate', async () => {
    const first = await prepare();
    await first.start();
    const second = await prepare({ DATABASE_URL: first.databaseUrl });
    await second.start();
    const owner = await createAccount(first);
    const project = await createProject(owner);
    const burst = await createAlertRule(owner, project, { threshold: 40, window: 'PT1H' });
    const fresh = await createAlertRule(owner, project, { kind: 'new_group', threshold: 1 });
    const senders = [owner, clientsOf(second, owner.token)];
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        reportError(senders[index % 2]!, project, {
          message: `The ${'lamp wire fuse plug'.split(' ')[index % 4]!} failed`,
        }),
      ),
    );
    await evaluate(first, 12);
    expect((await firing(owner, burst)).map(({ value }) => value)).to.deep.equal([40]);
    await firing(owner, fresh);
    await eventually(async () => {
      const [jobs] = await first.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM graphile_worker._private_jobs',
      );
      const [outbox] = await first.query<{ count: number }>('SELECT count(*)::integer AS count FROM outbox');
      expect([jobs?.count, outbox?.count]).to.deep.equal([0, 0]);
    });
    expect(await firedBy(first, burst)).to.deep.equal(['alert.fired']);
    expect(await firedBy(first, fresh)).to.deep.equal(['alert.fired']);
    expect(await alertsOf(owner, fresh)).to.have.length(1);
    const counted = await Promise.all([first, second].map((server) => firedIn(server, 'threshold')));
    expect(counted[0]! + counted[1]!).to.equal(1);
  });

  it('fire once where a process is killed in the middle of an evaluation', async () => {
    const first = await prepare();
    await first.start();
    const owner = await createAccount(first);
    const project = await createProject(owner);
    const burst = await createAlertRule(owner, project, { threshold: 3, window: 'PT1H' });
    const overdue = await createAlertRule(owner, project, { name: 'Overdue', threshold: 1000 });
    await insertAlert(first, overdue);
    await first.query('UPDATE error_alerts SET clears_at = fired_at');
    const holder = new pg.Client({ connectionString: first.databaseUrl });
    await holder.connect();
    try {
      // What is overdue is cleared last: here the evaluation waits, and its alert is not committed.
      await holder.query('BEGIN');
      await holder.query('SELECT FROM error_alert_rules WHERE id = $1 FOR UPDATE', [overdue.id]);
      for (let count = 0; count < 3; count += 1) await reportError(owner, project);
      await evaluate(first);
      await eventually(async () => {
        const waiting = await first.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
              AND query LIKE '%error_alert_rules%'`,
        );
        expect(waiting).to.have.length.above(0);
      });
      await first.kill();
      await holder.query('COMMIT');
    } finally {
      await holder.end();
    }
    expect(await first.query('SELECT FROM error_alerts WHERE rule_id = $1', [burst.id])).to.have.length(0);
    await first.start();
    expect((await firing(owner, burst)).map(({ value }) => value)).to.deep.equal([3]);
    await evaluate(first);
    await eventually(async () => expect(await firedBy(first, overdue)).to.deep.equal(['alert.cleared']));
    expect(await firedBy(first, burst)).to.deep.equal(['alert.fired']);
  });
});
