import { expect } from 'chai';
import { bodyOf, createProject, createSourceMap } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/source-maps';

describe('v2 listSourceMaps GET /projects/{project_id}/source-maps', () => {
  const scene = useScene();

  describe('200', () => {
    it('lists by age, over pages as in one', async () => {
      const project = await createProject(scene.owner);
      for (const file of ['a.js', 'b.js', 'c.js']) await createSourceMap(scene.owner, project, { file });
      const files = async (sort?: 'created_at') => {
        const query = sort === undefined ? { limit: 2 } : { sort, limit: 2 };
        const path = { project_id: project.id };
        const first = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query } }));
        const next = { ...query, cursor: first.page.next_cursor! };
        const second = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query: next } }));
        expect(second.page.has_more).to.equal(false);
        return [...first.data, ...second.data].map(({ file }) => file);
      };
      expect(await files()).to.deep.equal(['c.js', 'b.js', 'a.js']);
      expect(await files('created_at')).to.deep.equal(['a.js', 'b.js', 'c.js']);
    });

    it('lists the maps of this project only, of one release if asked to, and counts them', async () => {
      const project = await createProject(scene.owner);
      const old = await createSourceMap(scene.owner, project, { release: '1.0.0' });
      const current = await createSourceMap(scene.owner, project, { release: '1.1.0' });
      await createSourceMap(scene.owner, scene.project, { release: '1.1.0' });
      const list = async (query: { release?: string }) => {
        const params = { path: { project_id: project.id }, query: { ...query, include_total: true } };
        return bodyOf(await scene.viewer.v2.GET(url, { params }));
      };
      expect((await list({})).data).to.have.deep.members([old, current]);
      expect(await list({ release: '1.1.0' })).to.deep.include({ data: [current] });
      expect((await list({ release: '1.1.0' })).page.total).to.equal(1);
      expect((await list({ release: '1.2.0' })).data).to.deep.equal([]);
    });
  });

  describe('404', () => {
    it('hides the maps of another organization and of a private project', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const missing = { status: 404, code: 'not_found' };
      const list = (who: 'stranger' | 'member', { id }: { id: string }) =>
        scene[who].v2.GET(url, { params: { path: { project_id: id } } });
      expect(refusalOf(await list('stranger', scene.project))).to.deep.equal(missing);
      expect(refusalOf(await list('member', hidden))).to.deep.equal(missing);
    });
  });
});
