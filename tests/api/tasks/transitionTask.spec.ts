import { expect } from 'chai';
import type { Task, TaskTransition } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, createTask, moveTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

type Status = Task['status'];

const url = '/api/v2/tasks/{task_id}/transitions';
const statuses: readonly Status[] = ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'];
const allowed: Readonly<Record<Status, readonly Status[]>> = {
  backlog: ['todo', 'cancelled'],
  todo: ['backlog', 'in_progress', 'cancelled'],
  in_progress: ['todo', 'in_review', 'done', 'cancelled'],
  in_review: ['in_progress', 'done', 'cancelled'],
  done: ['in_progress'],
  cancelled: ['backlog'],
};
/** How a new task gets there. */
const waysFromTodo: Readonly<Record<Status, readonly Status[]>> = {
  backlog: ['backlog'],
  todo: [],
  in_progress: ['in_progress'],
  in_review: ['in_progress', 'in_review'],
  done: ['in_progress', 'done'],
  cancelled: ['cancelled'],
};

describe('v2 transitionTask POST /tasks/{task_id}/transitions', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, body: TaskTransition, etag?: string) =>
    scene[who].v2.POST(url, {
      params: { path: { task_id: id }, header: etag === undefined ? {} : { 'If-Match': etag } },
      body,
    });

  const taskIn = async (status: Status): Promise<Task> => {
    const task = await createTask(scene.member, scene.project);
    return waysFromTodo[status].length === 0 ? task : moveTask(scene.member, task, ...waysFromTodo[status]);
  };

  describe('200', () => {
    for (const from of statuses) {
      it(`goes from ${from} to ${allowed[from].join(', ')} and nowhere else`, async () => {
        for (const to of statuses) {
          const task = await taskIn(from);
          const result = await post('member', task.id, { to });
          if (allowed[from].includes(to)) expect(result.data).to.include({ status: to, version: task.version + 1 });
          else expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'invalid_transition' });
        }
      });
    }

    it('sets completed_at when it is done, and clears it when it is taken up again', async () => {
      const task = await taskIn('in_review');
      const done = bodyOf(await post('member', task.id, { to: 'done' }));
      expect(done.completed_at).to.equal(done.updated_at);
      const again = bodyOf(await post('member', task.id, { to: 'in_progress' }));
      expect(again.completed_at).to.equal(null);
    });

    it('leaves history with the comment, an audit row and an event', async () => {
      const task = await createTask(scene.member, scene.project);
      const { data: after, response } = await post('owner', task.id, { to: 'in_progress', comment: 'Ada takes it.' });
      expect(response.headers.get('etag')).to.equal('"2"');
      const changes = [{ field: 'status', from: 'todo', to: 'in_progress' }];
      const params = { path: { task_id: task.id } };
      const history = bodyOf(await scene.viewer.v2.GET('/api/v2/tasks/{task_id}/history', { params })).data;
      expect(history[0]).to.deep.include({ version: 2, action: 'transitioned', changes, comment: 'Ada takes it.' });
      const { audit, events } = await tracesOf(scene.app, 'task', task.id);
      const actor_id = scene.owner.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'task.transition', actor_id, before: task, after });
      const data = { task: after, changes, comment: 'Ada takes it.' };
      expect(events.at(-1)).to.deep.equal({ type: 'task.transitioned', data });
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await post('viewer', task.id, { to: 'in_progress' }));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the task of another organization', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await post('stranger', task.id, { to: 'in_progress' }));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.member, project);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await post('owner', task.id, { to: 'in_progress' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });

    it('lets one of two parallel moves to the same status succeed', async () => {
      const task = await createTask(scene.member, scene.project);
      const moves = await Promise.all([1, 2].map(() => post('member', task.id, { to: 'in_progress' })));
      expect(moves.map(({ response }) => response.status)).to.have.members([200, 409]);
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await post('member', task.id, { to: 'in_progress' }, '"2"'));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
