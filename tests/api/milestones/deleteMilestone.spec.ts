import { expect } from 'chai';
import { bodyOf, createMilestone, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/milestones/{milestone_id}';

describe('v2 deleteMilestone DELETE /milestones/{milestone_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.DELETE(url, { params: { path: { milestone_id: id }, header } });

  describe('204', () => {
    it('leaves an audit row and an event, and then returns 404', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      expect((await remove('member', milestone.id, { 'If-Match': '"1"' })).response.status).to.equal(204);
      expect(refusalOf(await remove('member', milestone.id))).to.deep.equal({ status: 404, code: 'not_found' });
      const { audit, events } = await tracesOf(scene.app, 'milestone', milestone.id);
      const actor_id = scene.member.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'milestone.delete', actor_id, before: milestone, after: null });
      expect(events.at(-1)).to.deep.equal({ type: 'milestone.deleted', data: milestone });
    });

    it('takes its tasks out through their history, and touches no other task', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const kept = await createMilestone(scene.owner, scene.project);
      const inside = [
        await createTask(scene.member, scene.project, { milestone_id: milestone.id }),
        await createTask(scene.member, scene.project, { milestone_id: milestone.id }),
      ];
      const other = await createTask(scene.member, scene.project, { milestone_id: kept.id });
      await remove('owner', milestone.id);
      const changes = [{ field: 'milestone_id', from: milestone.id, to: null }];
      for (const before of inside) {
        const params = { path: { task_id: before.id } };
        const after = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }));
        expect(after).to.deep.equal({ ...before, milestone_id: null, version: 2, updated_at: after.updated_at });
        const { data } = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
        expect(data.map(({ version }) => version)).to.deep.equal([2, 1]);
        expect(data[0]).to.deep.include({ action: 'updated', actor_id: scene.owner.user_id, changes });
        const { audit, events } = await tracesOf(scene.app, 'task', before.id);
        const actor_id = scene.owner.user_id;
        expect(audit.at(-1)).to.deep.equal({ action: 'task.update', actor_id, before, after });
        expect(events.at(-1)).to.deep.equal({ type: 'task.updated', data: { task: after, changes, comment: null } });
      }
      const params = { path: { task_id: other.id } };
      expect(bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }))).to.deep.equal(other);
    });

    it('neither fails nor deadlocks while tasks are being put into it', async function () {
      this.timeout(30_000);
      for (let round = 0; round < 5; round += 1) {
        const { id: milestone_id } = await createMilestone(scene.owner, scene.project);
        const tasks = await Promise.all(Array.from({ length: 6 }, () => createTask(scene.member, scene.project)));
        const puts = tasks.map(({ id }) =>
          scene.member.v2.PATCH('/api/v2/tasks/{task_id}', {
            params: { path: { task_id: id } },
            body: { milestone_id },
          }),
        );
        const [removed, ...responses] = await Promise.all([remove('owner', milestone_id), ...puts]);
        expect(removed.response.status).to.equal(204);
        for (const refused of responses.filter(({ data }) => data === undefined)) {
          expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'milestone_not_in_project' });
        }
        for (const { id } of tasks) {
          const params = { path: { task_id: id } };
          const task = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }));
          expect(task.milestone_id).to.equal(null);
          const { data } = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
          expect(data).to.have.length(task.version);
        }
      }
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      expect(refusalOf(await remove('viewer', milestone.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the milestone of another organization, and keeps it', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      expect(refusalOf(await remove('stranger', milestone.id))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(await scene.app.query('SELECT 1 FROM milestones WHERE id = $1', [milestone.id])).to.have.length(1);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const milestone = await createMilestone(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', milestone.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const refusal = refusalOf(await remove('member', milestone.id, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
