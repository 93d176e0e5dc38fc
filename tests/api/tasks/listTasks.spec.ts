import { expect } from 'chai';
import type { Project, Task } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { joinProject, refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/tasks';

describe('listTasks GET /tasks', () => {
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

  const idsFor = async (who: 'owner' | 'member' | 'stranger', query: Record<string, string | boolean> = {}) =>
    bodyOf(await scene[who].v2.GET(url, { params: { query } })).data.map(({ id }) => id);

  describe('200', () => {
    it('lists what the caller sees in all projects, newest first', async () => {
      expect(await idsFor('owner')).to.deep.equal([mine.id, hidden.id, open.id]);
      expect(await idsFor('member')).to.deep.equal([mine.id, open.id]);
      expect(await idsFor('stranger')).to.deep.equal([]);
    });

    it('filters by project; one that the caller cannot see has no tasks', async () => {
      expect(await idsFor('owner', { project_id: secret.id })).to.deep.equal([hidden.id]);
      expect(await idsFor('member', { project_id: secret.id })).to.deep.equal([]);
      expect(await idsFor('stranger', { project_id: scene.project.id })).to.deep.equal([]);
    });

    it('filters by what is assigned to the caller, and by what is not', async () => {
      expect(await idsFor('member', { assigned_to_me: true })).to.deep.equal([mine.id]);
      expect(await idsFor('member', { assigned_to_me: false })).to.deep.equal([open.id]);
      expect(await idsFor('owner', { assigned_to_me: true })).to.deep.equal([]);
    });

    it('finds by text only what the caller sees', async () => {
      expect(await idsFor('owner', { q: 'door' })).to.deep.equal([hidden.id]);
      expect(await idsFor('member', { q: 'door' })).to.deep.equal([]);
    });

    it('counts only what the caller sees', async () => {
      const { page } = bodyOf(await scene.member.v2.GET(url, { params: { query: { include_total: true } } }));
      expect(page.total).to.equal(2);
    });

    it('shows the tasks of a private project to its members', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const task = await createTask(scene.owner, project);
      await joinProject(scene.app, project, scene.member, 'viewer');
      expect(await idsFor('member', { project_id: project.id })).to.deep.equal([task.id]);
    });
  });

  describe('400', () => {
    it('refuses a time that is none, and one that the database cannot compare', async () => {
      for (const created_after of ['2026-02-31T00:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01T00:00:00-23:59']) {
        const reply = await scene.member.v2.GET(url, { params: { query: { created_after } } });
        expect(refusalOf(reply)).to.deep.equal({ status: 400, code: 'validation_failed' });
      }
    });

    it('refuses an order by number, which means nothing across projects', async () => {
      const reply = await scene.member.v2.GET(url, { params: { query: { sort: 'number' as never } } });
      expect(refusalOf(reply)).to.deep.equal({ status: 400, code: 'validation_failed' });
    });
  });
});
