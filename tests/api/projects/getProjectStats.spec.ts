import { expect } from 'chai';
import type { ProjectStats } from '../../../generated/v2/types.ts';
import { bodyOf, createMilestone, createProject, createTask, moveTask } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/stats';
const nothing: Omit<ProjectStats, 'project_id'> = {
  milestone_id: null,
  total: 0,
  open: 0,
  closed: 0,
  overdue: 0,
  unassigned: 0,
  completion: null,
  by_status: { backlog: 0, todo: 0, in_progress: 0, in_review: 0, done: 0, cancelled: 0 },
  by_type: { task: 0, bug: 0, feature: 0 },
  by_priority: { none: 0, low: 0, medium: 0, high: 0, urgent: 0 },
  last_activity_at: null,
};

describe('v2 getProjectStats GET /projects/{project_id}/stats', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', project: { readonly id: string }, query = {}) =>
    scene[who].v2.GET(url, { params: { path: { project_id: project.id }, query } });

  describe('200', () => {
    it('counts nothing in an empty project', async () => {
      const project = await createProject(scene.owner);
      const { data, response } = await get('viewer', project);
      expect(data).to.deep.equal({ project_id: project.id, ...nothing });
      expect(response.headers.get('etag')).to.equal(null);
      expect(response.headers.get('cache-control')).to.equal('no-store');
    });

    it('counts tasks by status, type and priority, and overdue and unassigned ones', async () => {
      const project = await createProject(scene.owner);
      await createTask(scene.member, project, { type: 'bug', priority: 'urgent', due_on: '2000-01-01' });
      await createTask(scene.member, project, { status: 'backlog', assignee_id: scene.member.user_id });
      await createTask(scene.member, project, { due_on: '2999-12-31', assignee_id: scene.member.user_id });
      const late = await createTask(scene.member, project, { type: 'feature', due_on: '2000-01-01' });
      await moveTask(scene.member, late, 'in_progress', 'done');
      const review = await createTask(scene.member, project, { type: 'bug', assignee_id: scene.member.user_id });
      await moveTask(scene.member, review, 'in_progress', 'in_review');
      const last = await moveTask(scene.member, await createTask(scene.member, project), 'cancelled');
      await createTask(scene.member, scene.project);
      expect(bodyOf(await get('viewer', project))).to.deep.equal({
        project_id: project.id,
        milestone_id: null,
        total: 6,
        open: 4,
        closed: 2,
        overdue: 1,
        unassigned: 1,
        completion: 20,
        by_status: { backlog: 1, todo: 2, in_progress: 0, in_review: 1, done: 1, cancelled: 1 },
        by_type: { task: 3, bug: 2, feature: 1 },
        by_priority: { none: 5, low: 0, medium: 0, high: 0, urgent: 1 },
        last_activity_at: last.updated_at,
      });
    });

    it('takes no status, type or priority for another', async () => {
      const project = await createProject(scene.owner);
      const { by_status, by_type, by_priority } = nothing;
      const names = [by_status, by_type, by_priority].map((counts) => Object.keys(counts));
      // Of the first name one task, of the second two, and so on.
      const each = (values: readonly string[], index: number) =>
        values.flatMap((value, n) => Array<string>(n + 1).fill(value))[index];
      for (let index = 0; index < 21; index += 1) {
        const { id } = await createTask(scene.member, project);
        const [status, type = 'task', priority = 'none'] = names.map((values) => each(values, index));
        await scene.app.query(
          `UPDATE tasks SET status = $2, type = $3, priority = $4,
                            completed_at = CASE WHEN $2 IN ('done', 'cancelled') THEN updated_at END WHERE id = $1`,
          [id, status, type, priority],
        );
      }
      const stats = bodyOf(await get('viewer', project));
      expect(Object.values(stats.by_status)).to.deep.equal([1, 2, 3, 4, 5, 6]);
      expect(stats).to.include({ total: 21, open: 10, closed: 11 });
      expect(stats.by_type).to.deep.equal({ task: 16, bug: 2, feature: 3 });
      expect(stats.by_priority).to.deep.equal({ none: 7, low: 2, medium: 3, high: 4, urgent: 5 });
    });

    it('counts a task as late from the day after its due date', async () => {
      const project = await createProject(scene.owner);
      const today = scene.app.clock.now();
      const yesterday = new Date(today.getTime() - 86_400_000);
      for (const day of [today, yesterday]) {
        await createTask(scene.member, project, { due_on: day.toISOString().slice(0, 10) });
      }
      expect(bodyOf(await get('viewer', project)).overdue).to.equal(1);
    });

    it('counts the tasks of one milestone, and none of a milestone of another project', async () => {
      const project = await createProject(scene.owner);
      const { id: milestone_id } = await createMilestone(scene.owner, project);
      const inside = await createTask(scene.member, project, { milestone_id });
      await moveTask(scene.member, inside, 'in_progress', 'done');
      await createTask(scene.member, project);
      const stats = bodyOf(await get('viewer', project, { milestone_id }));
      expect(stats).to.include({ milestone_id, total: 1, open: 0, closed: 1, completion: 100 });
      const other = bodyOf(await get('viewer', scene.project, { milestone_id }));
      expect(other).to.deep.equal({ project_id: scene.project.id, ...nothing, milestone_id });
    });
  });

  describe('404', () => {
    it('hides the counts of another organization, and of a private project', async () => {
      expect(refusalOf(await get('stranger', scene.project))).to.deep.equal({ status: 404, code: 'not_found' });
      const project = await createProject(scene.owner, { visibility: 'private' });
      expect(refusalOf(await get('member', project))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
