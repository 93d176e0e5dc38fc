import { expect } from 'chai';
import type { Task, TaskStatus } from '../../generated/v2/types.ts';
import { sweepAssignees } from '../../src/modules/tasks/release/task-unassignment.jobs.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { addDependency, bodyOf, createMilestone, createProject, createTask, moveTask } from '../support/factories.ts';
import { refusalOf, useScene } from '../support/scene.ts';
import { contextOn } from '../support/steps-that-hang.ts';

// Which statuses are open is decided in code and in several statements, which must decide alike.

const isOpen: Readonly<Record<TaskStatus, boolean>> = {
  backlog: true,
  todo: true,
  in_progress: true,
  in_review: true,
  done: false,
  cancelled: false,
};

describe('a task in each status is open or not, wherever that matters', () => {
  const scene = useScene();
  let database: Database;
  before(async () => {
    database = await openDatabase({ url: scene.app.databaseUrl });
  });
  after(() => database.close());

  const setStatus = ({ id }: Pick<Task, 'id'>, status: TaskStatus): Promise<unknown> =>
    scene.app.query(
      `UPDATE tasks SET status = $2, completed_at = CASE WHEN $2 = 'done' THEN updated_at END WHERE id = $1`,
      [id, status],
    );
  const isBlocked = { status: 409, code: 'task_blocked' };

  for (const [name, open] of Object.entries(isOpen)) {
    const status = name as TaskStatus;

    it(`${status}: ${open ? 'blocks' : 'does not block'} what waits for it`, async () => {
      const project = await createProject(scene.owner);
      const blocking = await createTask(scene.owner, project);
      const waiting: Task[] = [];
      for (let count = 0; count < 3; count++) {
        const task = await moveTask(scene.owner, await createTask(scene.owner, project), 'in_progress');
        await addDependency(scene.owner, task, blocking);
        waiting.push(task);
      }
      const [one, other, third] = waiting.map(({ id }) => id);
      await setStatus(blocking, status);
      for (const blocked of [true, false]) {
        const query = { project_id: [project.id], blocked };
        const { data } = bodyOf(await scene.owner.v2.GET('/api/v2/tasks', { params: { query } }));
        const found = data.map(({ id }) => id).filter((id) => id !== blocking.id);
        expect(found, `blocked=${blocked}`).to.have.members(blocked === open ? [one, other, third] : []);
      }
      const expected = open ? isBlocked : { status: 200, code: undefined };
      const params = { path: { task_id: one! } };
      const body = { to: 'done' } as const;
      const moved = await scene.owner.v2.POST('/api/v2/tasks/{task_id}/transitions', { params, body });
      expect(refusalOf(moved), 'transitionTask').to.deep.equal(expected);
      const operations = [{ action: 'transition' as const, task_id: other!, transition: { to: 'done' as const } }];
      const report = bodyOf(await scene.owner.v2.POST('/api/v2/tasks/bulk', { body: { operations } }));
      expect(report.results[0]?.problem?.code, 'bulkTasks').to.equal(expected.code);
      const completed = await scene.owner.v1.POST('/api/v1/tasks/{task_id}/complete', {
        params: { path: { task_id: third! } },
      });
      expect(refusalOf(completed), 'v1 completeTask').to.deep.equal(expected);
    });

    it(`${status}: ${open ? 'is taken off' : 'stays with'} somebody who cannot see it`, async () => {
      const task = await createTask(scene.owner, scene.project);
      await setStatus(task, status);
      await scene.app.query('UPDATE tasks SET assignee_id = $2 WHERE id = $1', [task.id, scene.stranger.user_id]);
      await sweepAssignees({}, contextOn(database.db, scene.app.clock));
      const params = { path: { task_id: task.id } };
      const { assignee_id } = bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(assignee_id).to.equal(open ? null : scene.stranger.user_id);
    });

    it(`${status}: counts as ${open ? 'open' : 'closed'}, and as overdue and unassigned only while it is open`, async () => {
      const project = await createProject(scene.owner);
      const milestone = await createMilestone(scene.owner, project);
      await setStatus(
        await createTask(scene.owner, project, { milestone_id: milestone.id, due_on: '2020-01-01' }),
        status,
      );
      const params = { path: { project_id: project.id } };
      const stats = bodyOf(await scene.owner.v2.GET('/api/v2/projects/{project_id}/stats', { params }));
      const number = open ? 1 : 0;
      expect(stats).to.include({ total: 1, open: number, closed: 1 - number, overdue: number, unassigned: number });
      expect(stats.by_status[status]).to.equal(1);
      const { progress } = bodyOf(await scene.owner.v2.GET('/api/v2/projects/{project_id}/milestones', { params }));
      const [own] = progress;
      expect(own).to.include({ total: 1, open: number });
      expect([own?.done, own?.cancelled]).to.deep.equal([Number(status === 'done'), Number(status === 'cancelled')]);
      const completion = status === 'cancelled' ? null : status === 'done' ? 100 : 0;
      expect([stats.completion, own?.completion]).to.deep.equal([completion, completion]);
    });
  }
});
