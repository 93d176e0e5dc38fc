import { expect } from 'chai';
import type { Task } from '../../../generated/v2/types.ts';
import { addDependency, bodyOf, createProject, createTask, moveTask } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/tasks/{task_id}/dependencies/{blocking_task_id}';

describe('v2 addTaskDependency PUT /tasks/{task_id}/dependencies/{blocking_task_id}', () => {
  const scene = useScene();
  type Who = 'owner' | 'member' | 'viewer' | 'stranger';
  const put = (who: Who, task: Pick<Task, 'id'>, blocking: Pick<Task, 'id'>) =>
    scene[who].v2.PUT(url, { params: { path: { task_id: task.id, blocking_task_id: blocking.id } } });
  const twoTasks = async (): Promise<[Task, Task]> => [
    await createTask(scene.member, scene.project),
    await createTask(scene.member, scene.project),
  ];
  const finish = (task: Task) =>
    scene.member.v2.POST('/api/v2/tasks/{task_id}/transitions', {
      params: { path: { task_id: task.id } },
      body: { to: 'done' },
    });

  describe('200', () => {
    it('leaves a version, an entry of the history, an audit row and an event', async () => {
      const [task, blocking] = await twoTasks();
      const dependency = bodyOf(await put('member', task, blocking));
      expect(dependency).to.include({ task_id: task.id, blocking_task_id: blocking.id });
      const params = { path: { task_id: task.id } };
      const after = bodyOf(await scene.viewer.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(after).to.deep.equal({ ...task, version: 2, updated_at: after.updated_at });
      const { data } = bodyOf(await scene.viewer.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
      expect(data.map(({ version }) => version)).to.deep.equal([2, 1]);
      const changes = [{ field: 'blocking_task_id', from: null, to: blocking.id }];
      expect(data[0]).to.deep.include({ action: 'updated', actor_id: scene.member.user_id, changes });
      const { audit, events } = await tracesOf(scene.app, 'dependency', dependency.id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'dependency.add', actor_id, before: null, after: dependency }]);
      expect(events).to.deep.equal([{ type: 'dependency.added', data: dependency }]);
    });

    it('returns an existing dependency unchanged', async () => {
      const [task, blocking] = await twoTasks();
      const first = bodyOf(await put('member', task, blocking));
      expect(bodyOf(await put('owner', task, blocking))).to.deep.equal(first);
      expect((await tracesOf(scene.app, 'dependency', first.id)).events).to.have.length(1);
    });

    it('reaches into another project that the caller sees', async () => {
      const task = await createTask(scene.member, scene.project);
      const blocking = await createTask(scene.owner, await createProject(scene.owner));
      expect((await put('member', task, blocking)).response.status).to.equal(200);
    });

    it('keeps the task from being done until the last blocker is done or cancelled', async () => {
      const [task, one] = await twoTasks();
      const other = await createTask(scene.member, scene.project);
      await addDependency(scene.member, task, one);
      await addDependency(scene.member, task, other);
      await moveTask(scene.member, task, 'in_progress');
      expect(refusalOf(await finish(task))).to.deep.equal({ status: 409, code: 'task_blocked' });
      await moveTask(scene.member, one, 'in_progress', 'done');
      expect(refusalOf(await finish(task))).to.deep.equal({ status: 409, code: 'task_blocked' });
      await moveTask(scene.member, other, 'cancelled');
      expect((await finish(task)).data?.status).to.equal('done');
    });

    it('keeps v1 from completing it, too', async () => {
      const [task, blocking] = await twoTasks();
      await addDependency(scene.member, task, blocking);
      const params = { path: { task_id: task.id } };
      const completed = await scene.member.v1.POST('/api/v1/tasks/{task_id}/complete', { params });
      expect(refusalOf(completed)).to.deep.equal({ status: 409, code: 'task_blocked' });
      const updated = await scene.member.v1.PATCH('/api/v1/tasks/{task_id}', { params, body: { status: 'done' } });
      expect(refusalOf(updated)).to.deep.equal({ status: 409, code: 'task_blocked' });
      const after = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(after).to.include({ status: 'todo', version: 2 });
    });
  });

  describe('404', () => {
    it('hides either task of another organization, and of a private project', async () => {
      const [task, blocking] = await twoTasks();
      const theirs = await createTask(scene.stranger, await createProject(scene.stranger));
      const secret = await createTask(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const absent = { status: 404, code: 'not_found' };
      expect(refusalOf(await put('stranger', task, blocking))).to.deep.equal(absent);
      expect(refusalOf(await put('member', task, theirs))).to.deep.equal(absent);
      expect(refusalOf(await put('member', theirs, task))).to.deep.equal(absent);
      expect(refusalOf(await put('member', task, secret))).to.deep.equal(absent);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read, even if they may write in the other task’s project', async () => {
      const [task] = await twoTasks();
      const project = await createProject(scene.owner);
      await joinProject(scene.app, project, scene.viewer, 'contributor');
      const blocking = await createTask(scene.owner, project);
      expect(refusalOf(await put('viewer', task, blocking))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('409', () => {
    const cycle = { status: 409, code: 'dependency_cycle' };

    it('dependency_cycle for itself, and for a way of any length back', async () => {
      const [a, b] = await twoTasks();
      const [c, d] = await twoTasks();
      expect(refusalOf(await put('member', a, a))).to.deep.equal(cycle);
      await addDependency(scene.member, a, b);
      expect(refusalOf(await put('member', b, a))).to.deep.equal(cycle);
      await addDependency(scene.member, b, c);
      await addDependency(scene.member, c, d);
      expect(refusalOf(await put('member', d, a))).to.deep.equal(cycle);
      expect((await put('member', a, d)).response.status).to.equal(200);
    });

    it('dependency_cycle for a way back through other projects, also ones that the caller cannot see', async () => {
      const [a, b] = await twoTasks();
      const away = [
        await createTask(scene.owner, await createProject(scene.owner)),
        await createTask(scene.owner, await createProject(scene.owner, { visibility: 'private' })),
      ];
      const way = [a, ...away, b];
      for (const [index, task] of way.slice(0, -1).entries()) await addDependency(scene.owner, task, way[index + 1]!);
      expect(refusalOf(await put('member', b, a))).to.deep.equal(cycle);
    });

    it('dependency_cycle for one of two, of fifty that are written at once against each other', async function () {
      this.timeout(60_000);
      const pairs = await Promise.all(Array.from({ length: 25 }, twoTasks));
      const responses = await Promise.all(pairs.flatMap(([a, b]) => [put('member', a, b), put('owner', b, a)]));
      for (const [index] of pairs.entries()) {
        const statuses = responses.slice(2 * index, 2 * index + 2).map(({ response }) => response.status);
        expect(statuses).to.have.members([200, 409]);
      }
      for (const result of responses.filter(({ data }) => data === undefined)) {
        expect(refusalOf(result)).to.deep.equal(cycle);
      }
    });

    it('dependency_cycle for at least one of a ring that is closed from all sides at once', async () => {
      const ring = await Promise.all(Array.from({ length: 10 }, () => createTask(scene.member, scene.project)));
      const responses = await Promise.all(
        ring.map((task, index) => put('member', task, ring[(index + 1) % ring.length]!)),
      );
      expect(responses.filter(({ data }) => data !== undefined)).to.have.length(9);
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.member, project);
      const blocking = await createTask(scene.member, scene.project);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await put('owner', task, blocking));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
