import { expect } from 'chai';
import { bodyOf, createProject, createReportingKey } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/reporting-keys';

describe('v2 listReportingKeys GET /projects/{project_id}/reporting-keys', () => {
  const scene = useScene();
  const list = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, query = {}) =>
    scene[who].v2.GET(url, { params: { path: { project_id: id }, query } });

  describe('200', () => {
    it('lists the keys of one project by name, in pages', async () => {
      const project = await createProject(scene.owner);
      await createReportingKey(scene.owner, scene.project);
      const made = [];
      for (const name of ['b', 'c', 'a']) made.push(await createReportingKey(scene.owner, project, { name }));
      const first = bodyOf(await list('member', project.id, { limit: 2, include_total: true }));
      expect(first.data).to.deep.equal([made[2], made[0]]);
      expect(first.page).to.include({ has_more: true, total: 3 });
      const second = bodyOf(await list('member', project.id, { limit: 2, cursor: first.page.next_cursor }));
      expect(second.data).to.deep.equal([made[1]]);
      const newest = bodyOf(await list('member', project.id, { sort: '-created_at' }));
      expect(newest.data.map(({ name }) => name)).to.deep.equal(['a', 'c', 'b']);
    });
  });

  describe('403', () => {
    it('refuses a viewer of the project', async () => {
      expect(refusalOf(await list('viewer', scene.project.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the project of another organization', async () => {
      expect(refusalOf(await list('stranger', scene.project.id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
