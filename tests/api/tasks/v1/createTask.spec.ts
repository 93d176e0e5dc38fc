import { expect } from 'chai';
import type { TaskCreateV1 } from '../../../../generated/v1/types.ts';
import { bodyOf, createProject } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 createTask POST /tasks', () => {
  const scene = useScene();
  const post = (
    who: 'owner' | 'member' | 'viewer' | 'stranger',
    project_id: string,
    extra: Partial<TaskCreateV1> = {},
  ) => scene[who].v1.POST('/api/v1/tasks', { body: { project_id, title: 'Rotate the keys', ...extra } });

  describe('201', () => {
    it('makes an open task, the same that v2 shows', async () => {
      const { data, response } = await post('member', scene.project.id);
      const { id, number, created_at, ...task } = data!;
      expect(task).to.deep.equal({
        project_id: scene.project.id,
        title: 'Rotate the keys',
        description: '',
        status: 'open',
        priority: 'none',
        assignee_id: null,
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v1/tasks/${id}`);
      const params = { path: { task_id: id } };
      const current = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(current).to.include({ number, status: 'todo', description: null, type: 'task' });
      const { audit, events } = await tracesOf(scene.app, 'task', id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'task.create', actor_id, before: null, after: current }]);
      expect(events).to.deep.equal([{ type: 'task.created', data: current }]);
    });

    it('takes an empty description for none', async () => {
      const { id } = bodyOf(await post('member', scene.project.id, { description: '' }));
      const params = { path: { task_id: id } };
      const current = bodyOf(await scene.member.v2.GET('/api/v2/tasks/{task_id}', { params }));
      expect(current.description).to.equal(null);
    });

    it('takes every field', async () => {
      const fields = { description: 'All of them.', priority: 'high', assignee_id: scene.member.user_id } as const;
      expect(bodyOf(await post('member', scene.project.id, fields))).to.include(fields);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const refusal = refusalOf(await post('viewer', scene.project.id));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('409', () => {
    it('project_unknown for a project that the caller cannot see', async () => {
      const refusal = refusalOf(await post('stranger', scene.project.id));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_unknown' });
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await post('owner', project.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });

    it('assignee_not_in_project for a stranger', async () => {
      const refusal = refusalOf(await post('member', scene.project.id, { assignee_id: scene.stranger.user_id }));
      expect(refusal).to.deep.equal({ status: 409, code: 'assignee_not_in_project' });
    });
  });
});
