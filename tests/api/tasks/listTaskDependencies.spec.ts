import { expect } from 'chai';
import type { Task } from '../../../generated/v2/types.ts';
import { addDependency, bodyOf, createProject, createTask } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/tasks/{task_id}/dependencies';

describe('v2 listTaskDependencies GET /tasks/{task_id}/dependencies', () => {
  const scene = useScene();
  let task: Task;
  let first: Task;
  let second: Task;
  let hidden: Task;

  before(async () => {
    task = await createTask(scene.member, scene.project);
    first = await createTask(scene.member, scene.project);
    second = await createTask(scene.member, scene.project);
    hidden = await createTask(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
    for (const blocking of [first, second, hidden]) await addDependency(scene.owner, task, blocking);
  });

  const get = (who: 'owner' | 'viewer' | 'stranger', { id }: Task, query = {}) =>
    scene[who].v2.GET(url, { params: { path: { task_id: id }, query } });

  describe('200', () => {
    it('lists what the task waits for, oldest first, page by page', async () => {
      const page = bodyOf(await get('owner', task, { limit: 2, include_total: true }));
      expect(page.data.map(({ blocking_task_id }) => blocking_task_id)).to.deep.equal([first.id, second.id]);
      expect(page.page.total).to.equal(3);
      const rest = bodyOf(await get('owner', task, { limit: 2, cursor: page.page.next_cursor! }));
      expect(rest.data.map(({ blocking_task_id }) => blocking_task_id)).to.deep.equal([hidden.id]);
      expect(rest.page).to.include({ has_more: false, next_cursor: null });
    });

    it('lists what waits for the task', async () => {
      const { data } = bodyOf(await get('viewer', first, { direction: 'blocks' }));
      expect(data.map(({ task_id }) => task_id)).to.deep.equal([task.id]);
      expect(bodyOf(await get('viewer', first)).data).to.deep.equal([]);
    });

    it('leaves out tasks that the caller cannot see', async () => {
      const { data, page } = bodyOf(await get('viewer', task, { include_total: true }));
      expect(data.map(({ blocking_task_id }) => blocking_task_id)).to.deep.equal([first.id, second.id]);
      expect(page.total).to.equal(2);
    });
  });

  describe('404', () => {
    it('hides the task of another organization', async () => {
      expect(refusalOf(await get('stranger', task))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
