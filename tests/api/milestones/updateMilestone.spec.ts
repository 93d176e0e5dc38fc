import { expect } from 'chai';
import type { MilestoneUpdate } from '../../../generated/v2/types.ts';
import { bodyOf, createMilestone, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/milestones/{milestone_id}';

describe('v2 updateMilestone PATCH /milestones/{milestone_id}', () => {
  const scene = useScene();
  const patch = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, body: MilestoneUpdate, header = {}) =>
    scene[who].v2.PATCH(url, { params: { path: { milestone_id: id }, header }, body });

  describe('200', () => {
    it('changes the given fields, with audit row and event', async () => {
      const milestone = await createMilestone(scene.owner, scene.project, { description: 'Old' });
      const { data, response } = await patch('member', milestone.id, { due_on: '2026-12-01', description: null });
      const { updated_at } = data!;
      expect(data).to.deep.equal({ ...milestone, due_on: '2026-12-01', description: null, version: 2, updated_at });
      expect(response.headers.get('etag')).to.equal('"2"');
      const { audit, events } = await tracesOf(scene.app, 'milestone', milestone.id);
      const actor_id = scene.member.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'milestone.update', actor_id, before: milestone, after: data });
      expect(events.at(-1)).to.deep.equal({ type: 'milestone.updated', data });
    });

    it('closes and opens it again, and keeps the moment of closing meanwhile', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const closed = bodyOf(await patch('member', milestone.id, { state: 'closed' }));
      expect(closed).to.include({ state: 'closed', closed_at: closed.updated_at });
      const later = bodyOf(await patch('member', milestone.id, { state: 'closed', name: 'Behind us' }));
      expect(later).to.include({ name: 'Behind us', closed_at: closed.closed_at, version: 3 });
      const opened = bodyOf(await patch('member', milestone.id, { state: 'open' }));
      expect(opened).to.include({ state: 'open', closed_at: null });
    });

    it('leaves its tasks as they are', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const task = await createTask(scene.member, scene.project, { milestone_id: milestone.id });
      await patch('member', milestone.id, { name: 'renamed', state: 'closed' });
      const params = { path: { task_id: task.id } };
      expect((await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params })).data).to.deep.equal(task);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const refusal = refusalOf(await patch('viewer', milestone.id, { name: 'no' }));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the milestone of another organization', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const refusal = refusalOf(await patch('stranger', milestone.id, { name: 'no' }));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('milestone_name_taken by another milestone of the project', async () => {
      const [taken, milestone] = [
        await createMilestone(scene.owner, scene.project),
        await createMilestone(scene.owner, scene.project),
      ];
      const refusal = refusalOf(await patch('member', milestone.id, { name: taken.name.toUpperCase() }));
      expect(refusal).to.deep.equal({ status: 409, code: 'milestone_name_taken' });
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const milestone = await createMilestone(scene.owner, project);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await patch('owner', milestone.id, { name: 'late' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const refusal = refusalOf(await patch('member', milestone.id, { name: 'stale' }, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
