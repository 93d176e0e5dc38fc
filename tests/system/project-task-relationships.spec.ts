import { expect } from 'chai';
import type { Label, Milestone, Project, Task } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import {
  addDependency,
  bodyOf,
  createComment,
  createLabel,
  createMilestone,
  createProject,
  createTask,
  moveTask,
} from '../support/factories.ts';
import { archiveProject, refusalOf } from '../support/scene.ts';

// A project and its tasks, while both are changed from many sides at once.
describe('DataConsistency_ProjectTaskRelationships', function () {
  this.timeout(60_000);
  const app = useApp();
  let owner: Account;
  let project: Project;

  before(async () => {
    owner = await createAccount(app);
  });
  beforeEach(async () => {
    project = await createProject(owner);
  });

  const inProject = (): { readonly path: { project_id: string } } => ({ path: { project_id: project.id } });
  const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
    Promise.all(Array.from({ length: count }, (_, index) => work(index)));
  const statsOf = async () =>
    bodyOf(await owner.v2.GET('/api/v2/projects/{project_id}/stats', { params: inProject() }));
  const listed = async (): Promise<Task[]> => {
    const params = { ...inProject(), query: { limit: 100, include_total: true } };
    return bodyOf(await owner.v2.GET('/api/v2/projects/{project_id}/tasks', { params })).data;
  };

  it('numbers 40 parallel tasks without a gap or a double, and counts each once', async () => {
    const tasks = await times(40, () => createTask(owner, project));
    const numbers = tasks.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).to.deep.equal(Array.from({ length: 40 }, (_, index) => index + 1));
    for (const { key, number } of tasks) expect(key).to.equal(`${project.key}-${number}`);
    expect(await statsOf()).to.include({ total: 40, open: 40, closed: 0 });
    expect((await listed()).map(({ id }) => id)).to.have.members(tasks.map(({ id }) => id));
  });

  it('never gives a number twice, also after the task that had it is gone', async () => {
    const [, second] = [await createTask(owner, project), await createTask(owner, project)];
    await owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: second.id } } });
    expect((await createTask(owner, project)).number).to.equal(3);
  });

  it('agrees on the counts between list, stats and milestone while tasks move in parallel', async () => {
    const milestone = await createMilestone(owner, project);
    const tasks = await times(12, () => createTask(owner, project, { milestone_id: milestone.id }));
    await Promise.all(
      tasks.map((task, index) => {
        if (index % 3 === 0) return moveTask(owner, task, 'in_progress', 'done');
        return index % 3 === 1 ? moveTask(owner, task, 'cancelled') : moveTask(owner, task, 'in_progress');
      }),
    );
    const stats = await statsOf();
    const counted = { todo: 0, backlog: 0, in_progress: 0, in_review: 0, done: 0, cancelled: 0 };
    for (const { status } of await listed()) counted[status] += 1;
    expect(stats.by_status).to.deep.equal(counted);
    expect(stats.by_status).to.deep.equal({ ...counted, in_progress: 4, done: 4, cancelled: 4 });
    const params = inProject();
    const { progress } = bodyOf(await owner.v2.GET('/api/v2/projects/{project_id}/milestones', { params }));
    const milestone_id = milestone.id;
    expect(progress).to.deep.equal([{ milestone_id, total: 12, open: 4, done: 4, cancelled: 4, completion: 50 }]);
  });

  it('leaves no task with a label or milestone that was deleted while tasks were made with it', async () => {
    const [label, milestone]: [Label, Milestone] = [
      await createLabel(owner, project),
      await createMilestone(owner, project),
    ];
    const body = { title: 'Marked', label_ids: [label.id], milestone_id: milestone.id };
    const made = times(20, () => owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params: inProject(), body }));
    const [responses] = await Promise.all([
      made,
      owner.v2.DELETE('/api/v2/labels/{label_id}', { params: { path: { label_id: label.id } } }),
      owner.v2.DELETE('/api/v2/milestones/{milestone_id}', { params: { path: { milestone_id: milestone.id } } }),
    ]);
    const refused = responses.filter(({ data }) => data === undefined).map((response) => refusalOf(response).code);
    expect(['label_not_in_project', 'milestone_not_in_project']).to.include.members([...new Set(refused)]);
    const tasks = await listed();
    expect(tasks).to.have.length(20 - refused.length);
    for (const { label_ids, milestone_id } of tasks)
      expect({ label_ids, milestone_id }).to.deep.equal({ label_ids: [], milestone_id: null });
  });

  it('lets no task into a project after its archiving was answered, and keeps what came before', async () => {
    const attempts = times(20, (index) =>
      owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params: inProject(), body: { title: `Task ${index}` } }),
    );
    await archiveProject(owner, project);
    const total = (await statsOf()).total;
    const late = await owner.v2.POST('/api/v2/projects/{project_id}/tasks', {
      params: inProject(),
      body: { title: 'Too late' },
    });
    expect(refusalOf(late)).to.deep.equal({ status: 409, code: 'project_archived' });
    const responses = await attempts;
    const refused = responses.filter(({ data }) => data === undefined);
    for (const response of refused)
      expect(refusalOf(response)).to.deep.equal({ status: 409, code: 'project_archived' });
    expect(await statsOf()).to.include({ total: responses.length - refused.length });
    expect(total).to.equal(responses.length - refused.length);
  });

  it('deletes a project with everything in it, while it is being filled', async () => {
    const label = await createLabel(owner, project);
    const { id: milestone_id } = await createMilestone(owner, project);
    const tasks = await times(5, () => createTask(owner, project, { label_ids: [label.id], milestone_id }));
    await addDependency(owner, tasks[0]!, tasks[1]!);
    await createComment(owner, tasks[0]!);
    const params = inProject();
    const filling = times(10, () =>
      owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body: { title: 'One more' } }),
    );
    const deleted = await owner.v2.DELETE('/api/v2/projects/{project_id}', { params });
    expect(deleted.response.status).to.equal(204);
    for (const response of await filling) {
      if (response.data === undefined) expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
    }
    const tables = await app.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'project_id' AND table_name IN
          (SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE')
          AND table_name !~ '^(audit_log|events)'`,
    );
    expect(tables.map(({ name }) => name)).to.include.members(['tasks', 'labels', 'milestones', 'task_history']);
    for (const { name } of tables) {
      expect(await app.query(`SELECT FROM ${name} WHERE project_id = $1`, [project.id]), name).to.have.length(0);
    }
  });

  it('refuses in the database what the rules refuse: a foreign project, milestone or label', async () => {
    const other = await createProject(await createAccount(app));
    const task = await createTask(owner, project);
    const foreign = await createMilestone(owner, await createProject(owner));
    const attempts: readonly (readonly [string, readonly string[]])[] = [
      ['UPDATE tasks SET project_id = $2 WHERE id = $1', [task.id, other.id]],
      ['UPDATE tasks SET milestone_id = $2 WHERE id = $1', [task.id, foreign.id]],
    ];
    for (const [statement, values] of attempts) {
      const outcome = await app.query(statement, values).then(
        () => 'taken',
        (error: unknown) => (error as { code: string }).code.slice(0, 2),
      );
      expect(outcome, statement).to.equal('23');
    }
  });
});
