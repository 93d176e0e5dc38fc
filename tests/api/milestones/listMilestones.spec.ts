import { expect } from 'chai';
import type { operations } from '../../../generated/v2/types.ts';
import { bodyOf, createMilestone, createProject, createTask, moveTask } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/milestones';
type Query = NonNullable<operations['listMilestones']['parameters']['query']>;

describe('v2 listMilestones GET /projects/{project_id}/milestones', () => {
  const scene = useScene();
  const list = async (project: { readonly id: string }, query: Query = {}) =>
    bodyOf(await scene.viewer.v2.GET(url, { params: { path: { project_id: project.id }, query } }));

  describe('200', () => {
    it('lists by due date, name or age, over pages as in one', async () => {
      const project = await createProject(scene.owner);
      const days = { beta: '2026-12-03', gamma: null, alpha: '2026-12-24', delta: null };
      for (const [name, due_on] of Object.entries(days)) await createMilestone(scene.owner, project, { name, due_on });
      const names = async (sort?: Query['sort']): Promise<string[]> => {
        const query = { limit: 1, ...(sort === undefined ? {} : { sort }) };
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await list(project, cursor === null ? query : { ...query, cursor });
          expect(page.progress.map(({ milestone_id }) => milestone_id)).to.deep.equal(page.data.map(({ id }) => id));
          seen.push(...page.data.map(({ name }) => name));
          cursor = page.page.next_cursor;
        } while (cursor !== null);
        return seen;
      };
      expect(await names()).to.deep.equal(['beta', 'alpha', 'gamma', 'delta']);
      expect(await names('-due_on')).to.deep.equal(['alpha', 'beta', 'delta', 'gamma']);
      expect(await names('name')).to.deep.equal(['alpha', 'beta', 'delta', 'gamma']);
      expect(await names('-created_at')).to.deep.equal(['delta', 'alpha', 'gamma', 'beta']);
    });

    it('says how far each milestone is', async () => {
      const project = await createProject(scene.owner);
      const [first, second] = [
        await createMilestone(scene.owner, project, { name: 'a' }),
        await createMilestone(scene.owner, project, { name: 'b' }),
      ];
      const tasks = [];
      for (let index = 0; index < 6; index += 1) {
        tasks.push(await createTask(scene.member, project, { milestone_id: first.id }));
      }
      await createTask(scene.member, project);
      await moveTask(scene.member, tasks[0]!, 'in_progress', 'done');
      await moveTask(scene.member, tasks[1]!, 'cancelled');
      await moveTask(scene.member, tasks[2]!, 'cancelled');
      await moveTask(scene.member, tasks[3]!, 'in_progress', 'in_review');
      expect((await list(project, { sort: 'name' })).progress).to.deep.equal([
        { milestone_id: first.id, total: 6, open: 3, done: 1, cancelled: 2, completion: 25 },
        { milestone_id: second.id, total: 0, open: 0, done: 0, cancelled: 0, completion: null },
      ]);
    });

    it('filters by state, lists this project only, and counts', async () => {
      const project = await createProject(scene.owner);
      const open = await createMilestone(scene.owner, project);
      const { id: milestone_id } = await createMilestone(scene.owner, project);
      await createMilestone(scene.owner, scene.project);
      const path = { params: { path: { milestone_id } } };
      const closed = bodyOf(
        await scene.owner.v2.PATCH('/api/v2/milestones/{milestone_id}', { ...path, body: { state: 'closed' } }),
      );
      expect((await list(project, { state: 'open' })).data).to.deep.equal([open]);
      expect((await list(project, { state: 'closed' })).data).to.deep.equal([closed]);
      expect((await list(project, { include_total: true })).page.total).to.equal(2);
    });
  });

  describe('404', () => {
    it('hides the milestones of another organization, and of a private project', async () => {
      const response = await scene.stranger.v2.GET(url, { params: { path: { project_id: scene.project.id } } });
      expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
      const project = await createProject(scene.owner, { visibility: 'private' });
      const hidden = await scene.member.v2.GET(url, { params: { path: { project_id: project.id } } });
      expect(refusalOf(hidden)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
