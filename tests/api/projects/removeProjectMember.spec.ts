import { expect } from 'chai';
import type { Task } from '../../../generated/v2/types.ts';
import { createMember } from '../../support/accounts.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/members/{user_id}';
type Who = 'owner' | 'member' | 'viewer' | 'stranger';

describe('v2 removeProjectMember DELETE /projects/{project_id}/members/{user_id}', () => {
  const scene = useScene();
  const remove = (who: Who, project: { readonly id: string }, user: { readonly user_id: string }, header = {}) =>
    scene[who].v2.DELETE(url, { params: { path: { project_id: project.id, user_id: user.user_id }, header } });

  describe('204', () => {
    it('closes a private project, with audit row and event', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const user = await createMember(scene.app, scene.owner);
      await joinProject(scene.app, project, user);
      const params = { path: { project_id: project.id } };
      expect((await user.v2.GET('/api/v2/projects/{project_id}', { params })).response.status).to.equal(200);
      expect((await remove('owner', project, user, { 'If-Match': '"1"' })).response.status).to.equal(204);
      const hidden = await user.v2.GET('/api/v2/projects/{project_id}', { params });
      expect(refusalOf(hidden)).to.deep.equal({ status: 404, code: 'not_found' });
      expect(refusalOf(await remove('owner', project, user))).to.deep.equal({ status: 404, code: 'not_found' });
      const { audit, events } = await tracesOf(scene.app, 'project_member', user.user_id);
      const actor_id = scene.owner.user_id;
      const [{ before }] = audit as [(typeof audit)[number]];
      expect(before).to.include({ project_id: project.id, user_id: user.user_id, email: user.email, version: 1 });
      expect(audit).to.deep.equal([{ action: 'project_member.remove', actor_id, before, after: null }]);
      expect(events).to.deep.equal([{ type: 'member.removed', data: before }]);
    });

    it('takes them off their open tasks where they can see the project no more, and only there', async () => {
      const user = await createMember(scene.app, scene.owner);
      const secret = await createProject(scene.owner, { visibility: 'private' });
      const open = await createProject(scene.owner);
      const tasks: Task[] = [];
      for (const project of [secret, open]) {
        await joinProject(scene.app, project, user);
        tasks.push(await createTask(scene.owner, project, { assignee_id: user.user_id }));
      }
      const [hidden, seen] = tasks as [Task, Task];
      const get = async ({ id }: Task) =>
        bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } }));
      await remove('owner', open, user);
      await remove('owner', secret, user);
      await eventually(async () => expect((await get(hidden)).assignee_id).to.equal(null));
      expect(await get(seen)).to.deep.equal(seen);
    });

    it('leaves what the role in the organization gives', async () => {
      const project = await createProject(scene.owner);
      await joinProject(scene.app, project, scene.member, 'viewer');
      await remove('owner', project, scene.member);
      const params = { path: { project_id: project.id } };
      const created = await scene.member.v2.POST('/api/v2/projects/{project_id}/tasks', {
        params,
        body: { title: 'Yes' },
      });
      expect(created.response.status).to.equal(201);
    });

    it('removes the last lead: the administrators of the organization go on leading', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      expect((await remove('owner', project, scene.owner)).response.status).to.equal(204);
      const params = { path: { project_id: project.id } };
      expect((await scene.owner.v2.GET('/api/v2/projects/{project_id}', { params })).data).to.deep.equal(project);
    });
  });

  describe('403', () => {
    it('refuses a contributor, even for themselves', async () => {
      const project = await createProject(scene.owner);
      await joinProject(scene.app, project, scene.member, 'contributor');
      const refusal = refusalOf(await remove('member', project, scene.member));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('returns 404 for a user without a role of their own, and for a project of another organization', async () => {
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await remove('owner', scene.project, scene.viewer))).to.deep.equal(missing);
      expect(refusalOf(await remove('owner', scene.project, scene.stranger))).to.deep.equal(missing);
      expect(refusalOf(await remove('stranger', scene.project, scene.owner))).to.deep.equal(missing);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await remove('owner', project, scene.owner));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const refusal = refusalOf(await remove('owner', scene.project, scene.owner, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
