import { expect } from 'chai';
import type { Task } from '../../../../generated/v2/types.ts';
import { bodyOf, createProject, createTask, moveTask } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

const url = '/api/v1/tasks/{task_id}/complete';

describe('v1 completeTask POST /tasks/{task_id}/complete', () => {
  const scene = useScene();
  const complete = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string) =>
    scene[who].v1.POST(url, { params: { path: { task_id: id } } });

  describe('200', () => {
    const ways: readonly [string, readonly Task['status'][], readonly Task['status'][]][] = [
      ['backlog', ['backlog'], ['todo', 'in_progress', 'done']],
      ['in_progress', ['in_progress'], ['done']],
      ['in_review', ['in_progress', 'in_review'], ['done']],
      ['cancelled', ['cancelled'], ['backlog', 'todo', 'in_progress', 'done']],
    ];
    for (const [from, there, way] of ways) {
      it(`goes from ${from} over ${way.join(', ')}, a version and an event for each`, async () => {
        const task = await moveTask(scene.member, await createTask(scene.member, scene.project), ...there);
        expect(bodyOf(await complete('member', task.id))).to.include({ id: task.id, status: 'done' });
        const params = { path: { task_id: task.id } };
        const done = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }));
        expect(done).to.include({ status: 'done', version: task.version + way.length });
        expect(done.completed_at).to.equal(done.updated_at);
        const { data } = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
        const steps = data.slice(0, way.length).map(({ changes }) => changes[0]?.to);
        expect(steps.toReversed()).to.deep.equal(way);
        const { events } = await tracesOf(scene.app, 'task', task.id);
        expect(events.slice(-way.length).map(({ type }) => type)).to.deep.equal(way.map(() => 'task.transitioned'));
      });
    }
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const task = await createTask(scene.member, scene.project);
      expect(refusalOf(await complete('viewer', task.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the task of another organization', async () => {
      const task = await createTask(scene.member, scene.project);
      expect(refusalOf(await complete('stranger', task.id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('task_already_completed for a task that is done', async () => {
      const task = await createTask(scene.member, scene.project);
      await complete('member', task.id);
      expect(refusalOf(await complete('member', task.id))).to.deep.equal({
        status: 409,
        code: 'task_already_completed',
      });
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.member, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await complete('owner', task.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
