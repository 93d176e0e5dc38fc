import { expect } from 'chai';
import { createComment, createLabel, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/tasks/{task_id}';

describe('v2 deleteTask DELETE /tasks/{task_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, etag?: string) =>
    scene[who].v2.DELETE(url, {
      params: { path: { task_id: id }, header: etag === undefined ? {} : { 'If-Match': etag } },
    });

  describe('204', () => {
    it('takes comments, labels and history with it, then returns 404', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const task = await createTask(scene.member, scene.project, { label_ids: [label.id] });
      await createComment(scene.member, task);
      const { response } = await remove('member', task.id, '"1"');
      expect(response.status).to.equal(204);
      expect(refusalOf(await remove('member', task.id))).to.deep.equal({ status: 404, code: 'not_found' });
      for (const left of [
        await scene.app.query('SELECT 1 FROM comments WHERE task_id = $1', [task.id]),
        await scene.app.query('SELECT 1 FROM task_labels WHERE task_id = $1', [task.id]),
        await scene.app.query('SELECT 1 FROM task_history WHERE task_id = $1', [task.id]),
      ]) {
        expect(left).to.have.length(0);
      }
    });

    it('leaves an audit row and an event with the task as it was', async () => {
      const task = await createTask(scene.member, scene.project);
      await remove('owner', task.id);
      const { audit, events } = await tracesOf(scene.app, 'task', task.id);
      const actor_id = scene.owner.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'task.delete', actor_id, before: task, after: null });
      expect(events.at(-1)).to.deep.equal({ type: 'task.deleted', data: task });
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const task = await createTask(scene.member, scene.project);
      expect(refusalOf(await remove('viewer', task.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the task of another organization, and keeps it', async () => {
      const task = await createTask(scene.member, scene.project);
      expect(refusalOf(await remove('stranger', task.id))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(await scene.app.query('SELECT 1 FROM tasks WHERE id = $1', [task.id])).to.have.length(1);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.member, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', task.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const task = await createTask(scene.member, scene.project);
      expect(refusalOf(await remove('member', task.id, '"2"'))).to.deep.equal({
        status: 412,
        code: 'precondition_failed',
      });
    });
  });
});
