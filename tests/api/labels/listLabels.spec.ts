import { expect } from 'chai';
import { bodyOf, createLabel, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/labels';

describe('v2 listLabels GET /projects/{project_id}/labels', () => {
  const scene = useScene();

  describe('200', () => {
    it('lists by name, or by age, over pages as in one', async () => {
      const project = await createProject(scene.owner);
      for (const name of ['beta', 'gamma', 'alpha']) await createLabel(scene.owner, project, { name });
      const names = async (sort?: 'created_at' | '-name') => {
        const query = sort === undefined ? { limit: 2 } : { sort, limit: 2 };
        const path = { project_id: project.id };
        const first = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query } }));
        const next = { ...query, cursor: first.page.next_cursor! };
        const second = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query: next } }));
        expect(second.page.has_more).to.equal(false);
        return [...first.data, ...second.data].map(({ name }) => name);
      };
      expect(await names()).to.deep.equal(['alpha', 'beta', 'gamma']);
      expect(await names('-name')).to.deep.equal(['gamma', 'beta', 'alpha']);
      expect(await names('created_at')).to.deep.equal(['beta', 'gamma', 'alpha']);
    });

    it('lists the labels of this project only, and counts them', async () => {
      const project = await createProject(scene.owner);
      const label = await createLabel(scene.owner, project);
      await createLabel(scene.owner, scene.project);
      const params = { path: { project_id: project.id }, query: { include_total: true } };
      const { data, page } = bodyOf(await scene.viewer.v2.GET(url, { params }));
      expect(data).to.deep.equal([label]);
      expect(page.total).to.equal(1);
    });
  });

  describe('404', () => {
    it('hides the labels of another organization', async () => {
      const response = await scene.stranger.v2.GET(url, { params: { path: { project_id: scene.project.id } } });
      expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
