import { expect } from 'chai';
import type { ProjectMember } from '../../../generated/v2/types.ts';
import { createMember } from '../../support/accounts.ts';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/members/{user_id}';
type Who = 'owner' | 'member' | 'viewer' | 'stranger';

describe('v2 setProjectMember PUT /projects/{project_id}/members/{user_id}', () => {
  const scene = useScene();
  const put = (
    who: Who,
    {
      project,
      user = scene.viewer,
    }: { readonly project: { readonly id: string }; readonly user?: { user_id: string } },
    role: 'lead' | 'contributor' | 'viewer',
    header: { 'If-Match'?: string } = {},
  ) => {
    const path = { project_id: project.id, user_id: user.user_id };
    return scene[who].v2.PUT(url, { params: { path, header }, body: { role } });
  };

  describe('200', () => {
    it('adds somebody, with audit row and event', async () => {
      const project = await createProject(scene.owner);
      const user = await createMember(scene.app, scene.owner, 'viewer');
      const { data, response } = await put('owner', { project, user }, 'contributor');
      const { created_at, updated_at, ...member } = data!;
      expect(member).to.deep.equal({
        organization_id: project.organization_id,
        project_id: project.id,
        user_id: user.user_id,
        name: user.name,
        email: user.email,
        role: 'contributor',
        version: 1,
      });
      expect(updated_at).to.equal(created_at);
      expect(response.headers.get('etag')).to.equal('"1"');
      const { audit, events } = await tracesOf(scene.app, 'project_member', user.user_id);
      const actor_id = scene.owner.user_id;
      expect(audit).to.deep.equal([{ action: 'project_member.set', actor_id, before: null, after: data }]);
      expect(events).to.deep.equal([{ type: 'member.added', data }]);
    });

    it('changes a role, and changes nothing for the role that is there', async () => {
      const project = await createProject(scene.owner);
      const user = await createMember(scene.app, scene.owner);
      const added = bodyOf(await put('owner', { project, user }, 'viewer'));
      const raised = bodyOf(await put('owner', { project, user }, 'lead', { 'If-Match': '"1"' }));
      const { updated_at } = raised;
      expect(raised).to.deep.equal({ ...added, role: 'lead', version: 2, updated_at });
      expect(bodyOf(await put('owner', { project, user }, 'lead'))).to.deep.equal(raised);
      const { audit, events } = await tracesOf(scene.app, 'project_member', user.user_id);
      expect(audit.map(({ before, after }) => [before, after])).to.deep.equal([
        [null, added],
        [added, raised],
      ]);
      expect(events.map(({ type }) => type)).to.deep.equal(['member.added', 'member.updated']);
    });

    it('opens a private project, and lets the role decide there', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const task = await createTask(scene.owner, project);
      const params = { path: { task_id: task.id } };
      const get = () => scene.viewer.v2.GET('/api/v2/tasks/{task_id}', { params });
      const rename = () => scene.viewer.v2.PATCH('/api/v2/tasks/{task_id}', { params, body: { title: 'Anew' } });
      expect((await get()).response.status).to.equal(404);
      await put('owner', { project }, 'viewer');
      expect((await get()).data).to.deep.equal(task);
      expect(refusalOf(await rename())).to.deep.equal({ status: 403, code: 'forbidden' });
      await put('owner', { project }, 'contributor');
      expect((await rename()).response.status).to.equal(200);
    });

    it('lets a lead do it, and narrows what a member of the organization may do', async () => {
      const project = await createProject(scene.owner);
      const lead = await createMember(scene.app, scene.owner);
      await joinProject(scene.app, project, lead, 'lead');
      const path = { project_id: project.id, user_id: scene.member.user_id };
      bodyOf(await lead.v2.PUT(url, { params: { path }, body: { role: 'viewer' } }));
      const params = { path: { project_id: project.id } };
      const body = { title: 'No' };
      const refused = await scene.member.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body });
      expect(refusalOf(refused)).to.deep.equal({ status: 403, code: 'forbidden' });
    });

    it('lets parallel changes of one member follow each other, a version each', async () => {
      const project = await createProject(scene.owner);
      const user = await createMember(scene.app, scene.owner);
      const roles = ['lead', 'contributor', 'viewer'] as const;
      const responses = await Promise.all(
        Array.from({ length: 9 }, (_, index) => put('owner', { project, user }, roles[index % 3]!)),
      );
      for (const { response } of responses) expect(response.status).to.equal(200);
      const { events } = await tracesOf(scene.app, 'project_member', user.user_id);
      const versions = events.map(({ data }) => (data as ProjectMember).version);
      expect(versions.toSorted((a, b) => a - b)).to.deep.equal(versions.map((_, index) => index + 1));
    });
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      const refusal = refusalOf(await put('member', { project: scene.project }, 'lead'));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('knows nobody outside the organization, and hides projects that the caller cannot see', async () => {
      const missing = { status: 404, code: 'not_found' };
      const secret = await createProject(scene.owner, { visibility: 'private' });
      const place = { project: scene.project, user: scene.stranger };
      expect(refusalOf(await put('owner', place, 'viewer'))).to.deep.equal(missing);
      expect(refusalOf(await put('stranger', place, 'lead'))).to.deep.equal(missing);
      expect(refusalOf(await put('member', { project: secret, user: scene.member }, 'lead'))).to.deep.equal(missing);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await put('owner', { project }, 'viewer'));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version, and adds nobody under a condition', async () => {
      const project = await createProject(scene.owner);
      const failed = { status: 412, code: 'precondition_failed' };
      const stale = { project, user: scene.owner };
      expect(refusalOf(await put('owner', stale, 'viewer', { 'If-Match': '"2"' }))).to.deep.equal(failed);
      expect(refusalOf(await put('owner', { project }, 'viewer', { 'If-Match': '*' }))).to.deep.equal(failed);
      const rows = await scene.app.query('SELECT role FROM project_members WHERE project_id = $1', [project.id]);
      expect(rows).to.deep.equal([{ role: 'lead' }]);
    });
  });
});
