import { expect } from 'chai';
import type { Project, Task } from '../../../generated/v2/types.ts';
import { addDependency, bodyOf, createProject, createTask, moveTask } from '../../support/factories.ts';
import { joinProject, refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/tasks';

describe('v2 listTasks GET /tasks', () => {
  const scene = useScene();
  let secret: Project;
  let open: Task;
  let hidden: Task;
  let mine: Task;

  before(async () => {
    secret = await createProject(scene.owner, { visibility: 'private' });
    open = await createTask(scene.owner, scene.project, { title: 'In the open' });
    hidden = await createTask(scene.owner, secret, { title: 'Behind the door' });
    mine = await createTask(scene.owner, scene.project, { assignee_id: scene.member.user_id });
  });

  const idsFor = async (
    who: 'owner' | 'member' | 'stranger',
    query: Record<string, string | boolean | string[]> = {},
  ) => bodyOf(await scene[who].v2.GET(url, { params: { query } })).data.map(({ id }) => id);

  describe('200', () => {
    it('lists what the caller sees in all projects, newest first', async () => {
      expect(await idsFor('owner')).to.deep.equal([mine.id, hidden.id, open.id]);
      expect(await idsFor('member')).to.deep.equal([mine.id, open.id]);
      expect(await idsFor('stranger')).to.deep.equal([]);
    });

    it('filters by project; one that the caller cannot see has no tasks', async () => {
      expect(await idsFor('owner', { project_id: [secret.id] })).to.deep.equal([hidden.id]);
      expect(await idsFor('member', { project_id: [secret.id] })).to.deep.equal([]);
      expect(await idsFor('stranger', { project_id: [scene.project.id] })).to.deep.equal([]);
    });

    it('filters by tasks that are assigned to the caller, and by others', async () => {
      expect(await idsFor('member', { assigned_to_me: true })).to.deep.equal([mine.id]);
      expect(await idsFor('member', { assigned_to_me: false })).to.deep.equal([open.id]);
      expect(await idsFor('owner', { assigned_to_me: true })).to.deep.equal([]);
    });

    it('filters by one or several projects, assignees, nobody, and the creator', async () => {
      const [member, nobody] = [scene.member.user_id, 'none'];
      expect(await idsFor('owner', { project_id: [secret.id, scene.project.id] })).to.have.length(3);
      expect(await idsFor('member', { project_id: [secret.id, scene.project.id] })).to.deep.equal([mine.id, open.id]);
      expect(await idsFor('owner', { assignee_id: [member] })).to.deep.equal([mine.id]);
      expect(await idsFor('owner', { assignee_id: [nobody] })).to.deep.equal([hidden.id, open.id]);
      expect(await idsFor('owner', { assignee_id: [nobody, member] })).to.have.length(3);
      expect(await idsFor('owner', { created_by_id: scene.owner.user_id })).to.have.length(3);
      expect(await idsFor('owner', { created_by_id: member })).to.deep.equal([]);
    });

    it('filters by blocked tasks, including those blocked by a task that the caller cannot see', async () => {
      await addDependency(scene.owner, open, hidden);
      expect(await idsFor('member', { blocked: true })).to.deep.equal([open.id]);
      expect(await idsFor('member', { blocked: false })).to.deep.equal([mine.id]);
      const params = { path: { task_id: open.id, blocking_task_id: hidden.id } };
      await scene.owner.v2.DELETE('/api/v2/tasks/{task_id}/dependencies/{blocking_task_id}', { params });
      expect(await idsFor('member', { blocked: true })).to.deep.equal([]);
    });

    it('filters by when a task was done', async () => {
      const done = await moveTask(scene.owner, await createTask(scene.owner, scene.project), 'in_progress', 'done');
      expect(await idsFor('owner', { completed_after: done.completed_at! })).to.deep.equal([done.id]);
      expect(await idsFor('owner', { completed_before: done.completed_at! })).to.deep.equal([]);
      await scene.owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: done.id } } });
    });

    it('orders by title and by due date, nulls last in both directions, page by page', async () => {
      const project = await createProject(scene.owner);
      const titles = ['Beta', 'Alpha', 'Gamma', 'Delta'];
      const days = ['2026-11-03', null, '2026-11-01', null];
      for (const [index, title] of titles.entries()) {
        await createTask(scene.owner, project, { title, due_on: days[index]! });
      }
      const walk = async (sort: 'title' | '-title' | 'due_on' | '-due_on'): Promise<string[]> => {
        const seen: string[] = [];
        for (let cursor: string | undefined; ;) {
          const query = { project_id: [project.id], sort, limit: 1, ...(cursor === undefined ? {} : { cursor }) };
          const { data, page } = bodyOf(await scene.owner.v2.GET(url, { params: { query } }));
          seen.push(...data.map(({ title }) => title));
          if (page.next_cursor === null) return seen;
          cursor = page.next_cursor;
        }
      };
      expect(await walk('title')).to.deep.equal(['Alpha', 'Beta', 'Delta', 'Gamma']);
      expect(await walk('-title')).to.deep.equal(['Gamma', 'Delta', 'Beta', 'Alpha']);
      expect(await walk('due_on')).to.deep.equal(['Gamma', 'Beta', 'Alpha', 'Delta']);
      expect(await walk('-due_on')).to.deep.equal(['Beta', 'Gamma', 'Delta', 'Alpha']);
      await scene.owner.v2.DELETE('/api/v2/projects/{project_id}', { params: { path: { project_id: project.id } } });
    });

    it('finds by text only what the caller sees', async () => {
      expect(await idsFor('owner', { q: 'door' })).to.deep.equal([hidden.id]);
      expect(await idsFor('member', { q: 'door' })).to.deep.equal([]);
    });

    it('filters by keys of several projects, as far as the caller sees them', async () => {
      const own = await createTask(scene.owner, await createProject(scene.owner));
      expect(await idsFor('member', { key: [own.key, hidden.key] })).to.deep.equal([own.id]);
      expect(await idsFor('owner', { key: [own.key, hidden.key] })).to.deep.equal([own.id, hidden.id]);
      expect(await idsFor('stranger', { key: [own.key, hidden.key] })).to.deep.equal([]);
      await scene.app.query('DELETE FROM tasks WHERE id = $1', [own.id]);
    });

    it('counts only what the caller sees', async () => {
      const { page } = bodyOf(await scene.member.v2.GET(url, { params: { query: { include_total: true } } }));
      expect(page.total).to.equal(2);
    });

    it('shows the tasks of a private project to its members', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const task = await createTask(scene.owner, project);
      await joinProject(scene.app, project, scene.member, 'viewer');
      expect(await idsFor('member', { project_id: [project.id] })).to.deep.equal([task.id]);
    });
  });

  describe('400', () => {
    it('refuses an invalid time, and one that the database cannot compare', async () => {
      for (const created_after of ['2026-02-31T00:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01T00:00:00-23:59']) {
        const response = await scene.member.v2.GET(url, { params: { query: { created_after } } });
        expect(refusalOf(response)).to.deep.equal({ status: 400, code: 'validation_failed' });
      }
    });

    it('refuses an order by number, which means nothing across projects', async () => {
      const response = await scene.member.v2.GET(url, { params: { query: { sort: 'number' as never } } });
      expect(refusalOf(response)).to.deep.equal({ status: 400, code: 'validation_failed' });
    });
  });
});
