import { expect } from 'chai';
import type { Task } from '../../../../generated/v2/types.ts';
import { bodyOf, createTask, moveTask } from '../../../support/factories.ts';
import { refusalOf, useScene } from '../../../support/scene.ts';

const url = '/api/v1/tasks/{task_id}';

describe('v1 getTask GET /tasks/{task_id}', () => {
  const scene = useScene();

  describe('200', () => {
    it('shows the older shape', async () => {
      const task = await createTask(scene.member, scene.project, { description: 'Since 2.3.1.', priority: 'low' });
      const { id, project_id, number, title, description, priority, assignee_id, created_at, updated_at } = task;
      const params = { path: { task_id: id } };
      expect(bodyOf(await scene.viewer.v1.GET(url, { params }))).to.deep.equal({
        ...{ id, project_id, number, title, description, priority, assignee_id, created_at, updated_at },
        status: 'open',
      });
    });

    it('says every status in its own words', async () => {
      const ways: readonly [string, readonly Task['status'][]][] = [
        ['open', ['backlog']],
        ['in_progress', ['in_progress']],
        ['in_progress', ['in_progress', 'in_review']],
        ['done', ['in_progress', 'done']],
        ['cancelled', ['cancelled']],
      ];
      for (const [status, way] of ways) {
        const task = await moveTask(scene.member, await createTask(scene.member, scene.project), ...way);
        const params = { path: { task_id: task.id } };
        expect(bodyOf(await scene.viewer.v1.GET(url, { params }))).to.include({ status });
      }
    });
  });

  describe('404', () => {
    it('hides the task of another organization', async () => {
      const task = await createTask(scene.member, scene.project);
      const response = await scene.stranger.v1.GET(url, { params: { path: { task_id: task.id } } });
      expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
