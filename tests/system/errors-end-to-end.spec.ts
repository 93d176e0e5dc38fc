import { expect } from 'chai';
import type { ErrorAlert, ErrorGroup } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { alertsOf, createAlertRule } from '../support/error-alerts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject, reportError } from '../support/factories.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

// The jobs of a killed process are free for another one when it has been away for ten seconds.
const JOB_MS_MAX = 40_000;
const expectedEvents = [
  'project.created',
  'error.created',
  'alert.fired',
  'task.created',
  'error.resolved',
  'alert.cleared',
  'error.regressed',
  'alert.fired',
];

describe('an error from its report to its regression', function () {
  this.timeout(240_000);
  const prepare = useServers();
  const failure = { type: 'TypeError', message: 'the session is gone', release: '2.3.1', environment: 'production' };

  const restart = async (server: ServerProcess): Promise<void> => {
    await server.kill();
    await server.start();
  };
  const alertOf = (owner: Account, rule: { readonly id: string }, status: ErrorAlert['status']): Promise<ErrorAlert> =>
    eventually(async () => {
      const alerts = await alertsOf(owner, rule);
      expect(alerts.map((alert) => alert.status)).to.deep.equal([status]);
      return alerts[0]!;
    }, JOB_MS_MAX);

  const untilSettled = (server: ServerProcess): Promise<void> =>
    eventually(async () => {
      const [left] = await server.query(
        `SELECT (SELECT count(*) FROM outbox)::integer AS outbox, (SELECT count(*) FROM outbox_dead)::integer AS dead,
                (SELECT count(*) FROM graphile_worker._private_jobs)::integer AS jobs`,
      );
      expect(left).to.deep.equal({ outbox: 0, dead: 0, jobs: 0 });
    }, JOB_MS_MAX);
  const eventsOf = async (server: ServerProcess, { id }: { readonly id: string }): Promise<string[]> => {
    const statement = 'SELECT type FROM events WHERE project_id = $1 ORDER BY id';
    return (await server.query<{ type: string }>(statement, [id])).map(({ type }) => type);
  };

  it('loses no step and does none twice, although the server is killed after each', async () => {
    const server = await prepare();
    await server.start();
    const owner = await createAccount(server);
    const project = await createProject(owner);
    const fresh = await createAlertRule(owner, project, { name: 'New', kind: 'new_group', threshold: 1 });
    const again = await createAlertRule(owner, project, { name: 'Again', kind: 'regression', threshold: 1 });

    const { error_id } = await reportError(owner, project, failure);
    await restart(server);
    const fired = await alertOf(owner, fresh, 'firing');
    expect(fired).to.include({ error_id, kind: 'new_group' });

    const params = { path: { error_id } };
    const task = bodyOf(await owner.v2.POST('/api/v2/errors/{error_id}/task', { params, body: {} }));
    expect(task).to.include({ type: 'bug', project_id: project.id });
    await restart(server);
    const read = async (): Promise<ErrorGroup> => bodyOf(await owner.v2.GET('/api/v2/errors/{error_id}', { params }));
    const occurrences = async () =>
      bodyOf(await owner.v2.GET('/api/v2/errors/{error_id}/occurrences', { params })).data;
    expect(await read()).to.include({ status: 'open', task_id: task.id });
    expect(await occurrences()).to.have.length(1);
    expect((await owner.v2.POST('/api/v2/errors/{error_id}/task', { params, body: {} })).error?.code).to.equal(
      'error_has_task',
    );

    bodyOf(await owner.v2.PATCH('/api/v2/errors/{error_id}', { params, body: { status: 'resolved' } }));
    await restart(server);
    expect(await read()).to.include({ status: 'resolved' });
    await server.query("SELECT graphile_worker.add_job('error_alerts.evaluate')");
    expect((await alertOf(owner, fresh, 'cleared')).id).to.equal(fired.id);
    await restart(server);

    const second = await reportError(owner, project, failure);
    expect(second).to.include({ error_id, outcome: 'counted', is_regression: true });
    await restart(server);
    expect(await read()).to.include({ status: 'regressed', task_id: task.id });
    expect(await occurrences()).to.have.length(2);
    expect(await alertOf(owner, again, 'firing')).to.include({ error_id, kind: 'regression' });
    expect(await alertsOf(owner, fresh)).to.have.length(1);

    await untilSettled(server);
    expect(await eventsOf(server, project)).to.deep.equal(expectedEvents);
  });
});
