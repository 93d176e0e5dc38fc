import { expect } from 'chai';
import type { Project, Task, TaskBulkOperation } from '../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { addDependency, bodyOf, createLabel, createProject } from '../support/factories.ts';

describe('E2E_BulkOperationAcrossServices', () => {
  const app = useApp({});
  let owner: Account;
  let member: Account;
  let projects: readonly [Project, Project];

  before(async () => {
    owner = await createAccount(app);
    member = await createMember(app, owner);
    projects = [await createProject(owner), await createProject(owner)];
  });

  const bulk = async (operations: TaskBulkOperation[], key: string) =>
    member.v2.POST('/api/v2/tasks/bulk', {
      params: { header: { 'Idempotency-Key': key } },
      body: { atomic: true, operations },
    });
  const tasksOf = async ({ id }: Project): Promise<Task[]> =>
    bodyOf(
      await member.v2.GET('/api/v2/projects/{project_id}/tasks', {
        params: { path: { project_id: id }, query: { limit: 100, sort: 'number' } },
      }),
    ).data;

  /** Eighty tasks for the member, half of them in each project, those of the first with a label. */
  const plan = async (): Promise<TaskBulkOperation[]> => {
    const label = await createLabel(owner, projects[0]);
    return projects.flatMap(({ id: project_id }, place) =>
      Array.from({ length: 40 }, (_, index): TaskBulkOperation => {
        const defaults = { type: 'task', status: 'todo', priority: 'high' } as const;
        const label_ids = place === 0 ? [label.id] : [];
        const task = { title: `Step ${index}`, assignee_id: member.user_id, label_ids, ...defaults };
        return { action: 'create', project_id, task };
      }),
    );
  };
  /** How many entries the histories of a project's tasks have, and whether each has one per version. */
  const historyOf = async ({ id }: Project): Promise<{ entries: number; gaps: number } | undefined> => {
    const [history] = await app.query<{ entries: number; gaps: number }>(
      `SELECT count(*)::int AS entries, count(*) FILTER (WHERE t.version <> h.entries)::int AS gaps
         FROM tasks t JOIN (SELECT task_id, count(*)::int AS entries FROM task_history GROUP BY 1) h ON h.task_id = t.id
        WHERE t.project_id = $1`,
      [id],
    );
    return history;
  };
  const countEvents = async (): Promise<Record<string, number>> => {
    const events = await app.query<{ type: string; count: number }>(
      `SELECT type, count(*)::int AS count FROM events
        WHERE organization_id = $1 AND (type LIKE 'task.%' OR type LIKE 'dependency.%') GROUP BY 1 ORDER BY 1`,
      [owner.organization_id],
    );
    return Object.fromEntries(events.map(({ type, count }) => [type, count]));
  };
  const untilCarriedOnAndSealed = (): Promise<void> =>
    eventually(async () => {
      const left = await app.query('SELECT 1 FROM outbox WHERE organization_id = $1', [owner.organization_id]);
      const unsealed = await app.query('SELECT 1 FROM audit_log WHERE organization_id = $1 AND sequence IS NULL', [
        owner.organization_id,
      ]);
      expect([left.length, unsealed.length]).to.deep.equal([0, 0]);
    });

  it('plans, does and clears away the work of two projects, once, and every trace of it is there', async function () {
    this.timeout(60_000);
    const creations = await plan();
    const responses = await Promise.all([bulk(creations, 'plan'), bulk(creations, 'plan')]);
    // The second one came while the first was running, or after it; its repetition is answered in either case.
    expect(responses.map(({ response }) => response.status)).to.include(207);
    const report = bodyOf(await bulk(creations, 'plan'));
    expect(report).to.include({ succeeded: 80, failed: 0 });
    const [ours, theirs] = [await tasksOf(projects[0]), await tasksOf(projects[1])];
    expect([...ours, ...theirs].map(({ id }) => id)).to.deep.equal(report.results.map(({ task_id }) => task_id));

    await addDependency(member, ours[0]!, theirs[0]!);
    const start = [...ours, ...theirs].map(move('in_progress'));
    const refused = await bulk([...start, ...ours.map(move('done'))], 'too-early');
    expect(refused.error).to.include({ code: 'bulk_refused', status: 409 });
    expect((await tasksOf(projects[0])).every(({ status }) => status === 'todo')).to.equal(true);
    bodyOf(await bulk([...start, ...theirs.map(move('done')), ...ours.map(move('done'))], 'in-time'));
    const gone = theirs.map(({ id }): TaskBulkOperation => ({ action: 'delete', task_id: id }));
    bodyOf(await bulk(gone, 'clear'));

    expect(await tasksOf(projects[1])).to.deep.equal([]);
    const done = await tasksOf(projects[0]);
    expect(done.every(({ status, completed_at }) => status === 'done' && completed_at !== null)).to.equal(true);
    // Created, (waiting,) started, done(, waiting no longer).
    expect(done.map(({ version }) => version)).to.deep.equal([5, ...Array.from({ length: 39 }, () => 3)]);
    expect(await historyOf(projects[0])).to.deep.equal({ entries: 40, gaps: 0 });
    expect(await countEvents()).to.deep.equal({
      'dependency.added': 1,
      'dependency.removed': 1,
      'task.created': 80,
      'task.deleted': 40,
      'task.transitioned': 160,
    });
    await untilCarriedOnAndSealed();
    expect(await app.query('SELECT 1 FROM outbox_dead')).to.deep.equal([]);
  });
});

function move(to: Task['status']): (task: Task) => TaskBulkOperation {
  return ({ id }) => ({ action: 'transition', task_id: id, transition: { to } });
}
