import { expect } from 'chai';
import type { TaskStatusV1, TaskUpdateV1 } from '../../../../generated/v1/types.ts';
import type { Task } from '../../../../generated/v2/types.ts';
import { bodyOf, createProject, createTask, moveTask } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';

const url = '/api/v1/tasks/{task_id}';

describe('v1 updateTask PATCH /tasks/{task_id}', () => {
  const scene = useScene();
  const patch = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, body: TaskUpdateV1) =>
    scene[who].v1.PATCH(url, { params: { path: { task_id: id } }, body });
  const stepsOf = async (id: string) => {
    const params = { path: { task_id: id }, query: { sort: 'version' } as const };
    const { data } = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
    return data.flatMap(({ changes }) => changes.map(({ field, to }) => `${field}: ${String(to)}`));
  };

  describe('200', () => {
    it('changes fields, and takes an empty description for none', async () => {
      const task = await createTask(scene.member, scene.project, { description: 'Old' });
      const after = bodyOf(await patch('member', task.id, { title: 'Anew', description: '', priority: 'high' }));
      expect(after).to.include({ title: 'Anew', description: '', priority: 'high', status: 'open' });
      const params = { path: { task_id: task.id } };
      const current = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(current).to.include({ description: null, version: 2 });
    });

    it('goes to a status by the shortest way, a version for each step', async () => {
      const task = await createTask(scene.member, scene.project, { status: 'backlog' });
      expect(bodyOf(await patch('member', task.id, { status: 'done' }))).to.include({ status: 'done' });
      expect(await stepsOf(task.id)).to.deep.equal(['status: todo', 'status: in_progress', 'status: done']);
    });

    const ways: readonly (readonly [from: readonly Task['status'][], to: TaskStatusV1, way: readonly string[]])[] = [
      [[], 'in_progress', ['in_progress']],
      [[], 'cancelled', ['cancelled']],
      [['in_progress'], 'open', ['todo']],
      [['in_progress', 'in_review'], 'open', ['in_progress', 'todo']],
      [['in_progress', 'in_review'], 'done', ['done']],
      [['in_progress', 'done'], 'open', ['in_progress', 'todo']],
      [['in_progress', 'done'], 'cancelled', ['in_progress', 'cancelled']],
      [['cancelled'], 'open', ['backlog', 'todo']],
      [['cancelled'], 'in_progress', ['backlog', 'todo', 'in_progress']],
    ];
    for (const [from, to, way] of ways) {
      it(`goes from ${from.at(-1) ?? 'todo'} to ${to} over ${way.join(', ')}`, async () => {
        const task = await createTask(scene.member, scene.project);
        if (from.length > 0) await moveTask(scene.member, task, ...from);
        expect(bodyOf(await patch('member', task.id, { status: to }))).to.include({ status: to });
        expect((await stepsOf(task.id)).slice(from.length)).to.deep.equal(way.map((status) => `status: ${status}`));
      });
    }

    it('stays in a status of v2 that v1 shows as the asked one', async () => {
      const task = await createTask(scene.member, scene.project);
      await moveTask(scene.member, task, 'in_progress', 'in_review');
      bodyOf(await patch('member', task.id, { status: 'in_progress', title: 'Anew' }));
      expect((await stepsOf(task.id)).slice(2)).to.deep.equal(['title: Anew']);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('viewer', task.id, { title: 'No' }));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the task of another organization', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('stranger', task.id, { title: 'No' }));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.member, project);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await patch('owner', task.id, { title: 'Late' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });

    it('assignee_not_in_project for a stranger', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('member', task.id, { assignee_id: scene.stranger.user_id }));
      expect(refusal).to.deep.equal({ status: 409, code: 'assignee_not_in_project' });
    });
  });
});
