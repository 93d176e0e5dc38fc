import { expect } from 'chai';
import { runImport } from '../../support/archive.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/imports';

describe('v2 listImports GET /projects/{project_id}/imports', () => {
  const scene = useScene();

  describe('200', () => {
    it('lists those of the project, newest first, page by page', async () => {
      const project = await createProject(scene.owner);
      const first = await runImport(scene.owner, project);
      const second = await runImport(scene.owner, project);
      const path = { project_id: project.id };
      const page = bodyOf(
        await scene.viewer.v2.GET(url, { params: { path, query: { limit: 1, include_total: true } } }),
      );
      expect(page.data).to.deep.equal([second]);
      expect(page.page).to.include({ limit: 1, has_more: true, total: 2 });
      const query = { limit: 1, cursor: page.page.next_cursor! };
      const next = bodyOf(
        await scene.viewer.v2.GET(url, { params: { path, query: { ...query, include_total: true } } }),
      );
      expect(next.data).to.deep.equal([first]);
      expect(next.page.has_more).to.equal(false);
    });

    it('is empty for a project without imports', async () => {
      const { data } = await scene.viewer.v2.GET(url, { params: { path: { project_id: scene.project.id } } });
      expect(data?.data).to.deep.equal([]);
    });
  });

  describe('404', () => {
    it('hides a private project and the imports into it', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const refused = await scene.member.v2.GET(url, { params: { path: { project_id: project.id } } });
      expect(refusalOf(refused)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
