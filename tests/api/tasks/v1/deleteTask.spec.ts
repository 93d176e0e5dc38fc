import { expect } from 'chai';
import { createProject, createTask } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

const url = '/api/v1/tasks/{task_id}';

describe('v1 deleteTask DELETE /tasks/{task_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string) =>
    scene[who].v1.DELETE(url, { params: { path: { task_id: id } } });

  describe('204', () => {
    it('removes the task, with audit row and event, and then returns 404', async () => {
      const task = await createTask(scene.member, scene.project);
      expect((await remove('member', task.id)).response.status).to.equal(204);
      expect(refusalOf(await remove('member', task.id))).to.deep.equal({ status: 404, code: 'not_found' });
      const { audit, events } = await tracesOf(scene.app, 'task', task.id);
      expect(audit.at(-1)).to.include({ action: 'task.delete', after: null });
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
    it('hides the task of another organization', async () => {
      const task = await createTask(scene.member, scene.project);
      expect(refusalOf(await remove('stranger', task.id))).to.deep.equal({ status: 404, code: 'not_found' });
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
});
