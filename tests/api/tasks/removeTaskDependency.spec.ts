import { expect } from 'chai';
import type { Task } from '../../../generated/v2/types.ts';
import { addDependency, bodyOf, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/tasks/{task_id}/dependencies/{blocking_task_id}';

describe('v2 removeTaskDependency DELETE /tasks/{task_id}/dependencies/{blocking_task_id}', () => {
  const scene = useScene();
  type Who = 'owner' | 'member' | 'viewer' | 'stranger';
  const remove = (who: Who, task: Pick<Task, 'id'>, blocking: Pick<Task, 'id'>) =>
    scene[who].v2.DELETE(url, { params: { path: { task_id: task.id, blocking_task_id: blocking.id } } });
  const waiting = async () => {
    const task = await createTask(scene.member, scene.project);
    const blocking = await createTask(scene.member, scene.project);
    return { task, blocking, dependency: await addDependency(scene.member, task, blocking) };
  };
  const historyOf = async ({ id }: Task) =>
    bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}/history', { params: { path: { task_id: id } } })).data;

  describe('204', () => {
    it('leaves a version, an entry of the history, an audit row and an event; then 404', async () => {
      const { task, blocking, dependency } = await waiting();
      expect((await remove('owner', task, blocking)).response.status).to.equal(204);
      expect(refusalOf(await remove('owner', task, blocking))).to.deep.equal({ status: 404, code: 'not_found' });
      const history = await historyOf(task);
      expect(history.map(({ version }) => version)).to.deep.equal([3, 2, 1]);
      expect(history[0]?.changes).to.deep.equal([{ field: 'blocking_task_id', from: blocking.id, to: null }]);
      const { audit, events } = await tracesOf(scene.app, 'dependency', dependency.id);
      const actor_id = scene.owner.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'dependency.remove', actor_id, before: dependency, after: null });
      expect(events.at(-1)).to.deep.equal({ type: 'dependency.removed', data: dependency });
    });

    it('happens through their histories to all that waited for a task that is deleted', async () => {
      const { task, blocking, dependency } = await waiting();
      const other = await createTask(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      await addDependency(scene.owner, other, blocking);
      await scene.member.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: blocking.id } } });
      expect((await historyOf(task)).map(({ version }) => version)).to.deep.equal([3, 2, 1]);
      const params = { path: { task_id: other.id } };
      const { version } = bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(version).to.equal(3);
      const { events } = await tracesOf(scene.app, 'dependency', dependency.id);
      expect(events.map(({ type }) => type)).to.deep.equal(['dependency.added', 'dependency.removed']);
    });

    it('neither fails nor deadlocks while the tasks are deleted from all sides', async function () {
      this.timeout(30_000);
      const tasks = await Promise.all(Array.from({ length: 8 }, () => createTask(scene.member, scene.project)));
      for (const [index, task] of tasks.entries()) {
        for (const blocking of tasks.slice(index + 1)) await addDependency(scene.member, task, blocking);
      }
      const responses = await Promise.all(
        tasks.map(({ id }) => scene.owner.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } })),
      );
      expect(responses.map(({ response }) => response.status)).to.deep.equal(tasks.map(() => 204));
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const { task, blocking } = await waiting();
      expect(refusalOf(await remove('viewer', task, blocking))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the dependency of another organization, and keeps it', async () => {
      const { task, blocking, dependency } = await waiting();
      expect(refusalOf(await remove('stranger', task, blocking))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(await scene.app.query('SELECT 1 FROM task_dependencies WHERE id = $1', [dependency.id])).to.have.length(1);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.member, project);
      const blocking = await createTask(scene.member, scene.project);
      await addDependency(scene.member, task, blocking);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', task, blocking))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
