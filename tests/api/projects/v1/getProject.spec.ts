import { expect } from 'chai';
import { createProject } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';

describe('v1 getProject GET /projects/{project_id}', () => {
  const scene = useScene();
  const get = (who: 'viewer' | 'member', id: string) =>
    scene[who].v1.GET('/api/v1/projects/{project_id}', { params: { path: { project_id: id } } });

  describe('200', () => {
    it('shows a description that was never given as empty', async () => {
      const { id, key, name, created_at, updated_at } = scene.project;
      const { data } = await get('viewer', id);
      expect(data).to.deep.equal({ id, key, name, description: '', status: 'active', created_at, updated_at });
    });

    it('shows an archived project as archived', async () => {
      const project = await createProject(scene.owner, { description: 'Done' });
      await archiveProject(scene.owner, project);
      expect((await get('viewer', project.id)).data).to.include({ status: 'archived', description: 'Done' });
    });
  });

  describe('404', () => {
    it('hides a private project as v2 does', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      expect(refusalOf(await get('member', project.id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
