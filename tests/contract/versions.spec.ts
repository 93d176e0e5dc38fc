import { expect } from 'chai';
import type { Project, Task } from '../../generated/v2/types.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { bodyOf, createProject, createTask } from '../support/factories.ts';
import { rawRequest } from '../support/raw-request.ts';
import { archiveProject, refusalOf } from '../support/scene.ts';

// Clients of v1 and of v2 work on the same things at the same time.
describe('APIVersioning_BackwardCompatibility', () => {
  const app = useApp();
  let owner: Account;
  let project: Project;

  before(async () => {
    owner = await createAccount(app);
    project = await createProject(owner);
  });

  const older = async (task: Pick<Task, 'id'>) =>
    bodyOf(await owner.v1.GET('/api/v1/tasks/{task_id}', { params: { path: { task_id: task.id } } }));
  const newer = async (task: Pick<Task, 'id'>) =>
    bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: task.id } } }));

  it('shows what v1 made in v2, and the reverse, with the same id, number and times', async () => {
    const body = { project_id: project.id, title: 'Made by v1', priority: 'high' } as const;
    const made = bodyOf(await owner.v1.POST('/api/v1/tasks', { body }));
    for (const [one, other] of [
      [made, await newer(made)],
      await createTask(owner, project, { title: 'Made by v2' }).then(
        async (task) => [await older(task), task] as const,
      ),
    ] as const) {
      const { id, project_id, number, title, priority, assignee_id, created_at, updated_at } = other;
      expect(one).to.include({ id, project_id, number, title, priority, assignee_id, created_at, updated_at });
    }
  });

  it('keeps what v1 cannot say when v1 changes the rest', async () => {
    const task = await createTask(owner, project, { type: 'bug', due_on: '2026-12-24', assignee_id: owner.user_id });
    const params = { path: { task_id: task.id } };
    bodyOf(await owner.v1.PATCH('/api/v1/tasks/{task_id}', { params, body: { title: 'Renamed by v1' } }));
    const { updated_at, ...after } = await newer(task);
    expect(updated_at >= task.updated_at).to.equal(true);
    expect({ ...after, updated_at: '' }).to.deep.equal({ ...task, title: 'Renamed by v1', version: 2, updated_at: '' });
  });

  it('lets a change by v1 invalidate the ETag that a client of v2 holds', async () => {
    const task = await createTask(owner, project);
    const params = { path: { task_id: task.id } };
    bodyOf(await owner.v1.PATCH('/api/v1/tasks/{task_id}', { params, body: { priority: 'low' } }));
    const header = { 'If-Match': `"${task.version}"` };
    const refused = await owner.v2.PATCH('/api/v2/tasks/{task_id}', {
      params: { ...params, header },
      body: { priority: 'high' },
    });
    expect(refusalOf(refused)).to.deep.equal({ status: 412, code: 'precondition_failed' });
    expect((await older(task)).priority).to.equal('low');
  });

  it('has one history for the changes of both', async () => {
    const task = await createTask(owner, project);
    const params = { path: { task_id: task.id } };
    bodyOf(await owner.v1.PATCH('/api/v1/tasks/{task_id}', { params, body: { title: 'Once' } }));
    bodyOf(await owner.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { title: 'Twice' } }));
    const { data } = bodyOf(await owner.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
    expect(data.map(({ version }) => version).sort()).to.deep.equal([1, 2, 3]);
  });

  it('says null and an empty text for the same absence, and takes both back', async () => {
    const task = await createTask(owner, project, { description: null });
    expect([(await older(task)).description, task.description]).to.deep.equal(['', null]);
    const params = { path: { task_id: task.id } };
    bodyOf(await owner.v1.PATCH('/api/v1/tasks/{task_id}', { params, body: { description: 'Something' } }));
    expect((await newer(task)).description).to.equal('Something');
    bodyOf(await owner.v1.PATCH('/api/v1/tasks/{task_id}', { params, body: { description: '' } }));
    expect((await newer(task)).description).to.equal(null);
  });

  it('refuses with the same code by the same rule', async () => {
    const [taken, archived] = [await createProject(owner), await archiveProject(owner, await createProject(owner))];
    const body = { key: taken.key, name: 'Again' };
    const results = [
      refusalOf(await owner.v1.POST('/api/v1/projects', { body })),
      refusalOf(await owner.v2.POST('/api/v2/projects', { body })),
    ];
    expect(results).to.deep.equal(Array(2).fill({ status: 409, code: 'project_key_taken' }));
    const params = { path: { project_id: archived.id } };
    const refused = [
      refusalOf(await owner.v1.POST('/api/v1/tasks', { body: { project_id: archived.id, title: 'Too late' } })),
      refusalOf(await owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body: { title: 'Too late' } })),
    ];
    expect(refused).to.deep.equal(Array(2).fill({ status: 409, code: 'project_archived' }));
  });

  it('pages the same list: every offset of v1 is a place on the way of v2’s cursor', async () => {
    const [other, made] = [await createProject(owner), [] as string[]];
    for (let index = 0; index < 5; index += 1) made.unshift((await createTask(owner, other)).id);
    const paged: string[] = [];
    for (const offset of [0, 2, 4]) {
      const query = { project_id: other.id, limit: 2, offset };
      const { data, pagination } = bodyOf(await owner.v1.GET('/api/v1/tasks', { params: { query } }));
      expect(pagination).to.deep.equal({ limit: 2, offset, total: 5, pages: 3 });
      paged.push(...data.map(({ id }) => id));
    }
    const query = { project_id: [other.id], limit: 5 };
    const { data } = bodyOf(await owner.v2.GET('/api/v2/tasks', { params: { query } }));
    expect(paged).to.deep.equal(made);
    expect(data.map(({ id }) => id)).to.deep.equal(made);
  });

  it('goes no further by offset than ten thousand, and beyond the end has an empty page', async () => {
    const authorization = `Bearer ${owner.token}`;
    const status = async (offset: number) =>
      (await rawRequest({ method: 'GET', url: `${app.url}/api/v1/tasks?offset=${offset}`, headers: { authorization } }))
        .status;
    expect([await status(10_000), await status(10_001), await status(-1)]).to.deep.equal([200, 400, 400]);
    const { data } = bodyOf(await owner.v1.GET('/api/v1/tasks', { params: { query: { offset: 10_000 } } }));
    expect(data).to.deep.equal([]);
  });
});
