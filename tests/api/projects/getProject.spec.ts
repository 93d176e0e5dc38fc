import { expect } from 'chai';
import { createMember } from '../../support/accounts.ts';
import { createProject } from '../../support/factories.ts';
import { joinProject, refusalOf, useScene } from '../../support/scene.ts';

describe('v2 getProject GET /projects/{project_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', project: { readonly id: string } = scene.project) =>
    scene[who].v2.GET('/api/v2/projects/{project_id}', { params: { path: { project_id: project.id } } });

  describe('200', () => {
    it('shows the project to everybody of the organization', async () => {
      for (const who of ['owner', 'member', 'viewer'] as const) {
        const { data, response } = await get(who);
        expect(data).to.deep.equal(scene.project);
        expect(response.headers.get('etag')).to.equal(`"${scene.project.version}"`);
        expect(response.headers.get('cache-control')).to.equal('private, no-cache');
      }
    });

    it('shows a private project to administrators and to its members', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const admin = await createMember(scene.app, scene.owner, 'admin');
      const params = { path: { project_id: project.id } };
      expect((await admin.v2.GET('/api/v2/projects/{project_id}', { params })).data).to.deep.equal(project);
      await joinProject(scene.app, project, scene.viewer, 'viewer');
      expect((await get('viewer', project)).data).to.deep.equal(project);
    });
  });

  describe('404', () => {
    it('hides a private project from users who are not its members', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      expect(refusalOf(await get('member', project))).to.deep.equal({ status: 404, code: 'not_found' });
    });

    it('hides the project of another organization', async () => {
      expect(refusalOf(await get('stranger'))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
