import { expect } from 'chai';
import { createAlertRule } from '../../support/error-alerts.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { joinProject, useScene } from '../../support/scene.ts';

const url = '/api/v2/error-alert-rules';

describe('v2 listErrorAlertRules GET /error-alert-rules', () => {
  const scene = useScene();

  describe('200', () => {
    it('lists by name, or by age, over pages as in one', async () => {
      const project = await createProject(scene.owner);
      for (const name of ['beta', 'gamma', 'alpha']) await createAlertRule(scene.owner, project, { name });
      const names = async (sort?: 'created_at' | '-name') => {
        const query = { project_id: [project.id], limit: 2, ...(sort && { sort }) };
        const first = bodyOf(await scene.viewer.v2.GET(url, { params: { query } }));
        const next = { ...query, cursor: first.page.next_cursor! };
        const second = bodyOf(await scene.viewer.v2.GET(url, { params: { query: next } }));
        expect(second.page.has_more).to.equal(false);
        return [...first.data, ...second.data].map(({ name }) => name);
      };
      expect(await names()).to.deep.equal(['alpha', 'beta', 'gamma']);
      expect(await names('-name')).to.deep.equal(['gamma', 'beta', 'alpha']);
      expect(await names('created_at')).to.deep.equal(['beta', 'gamma', 'alpha']);
    });

    it('filters by project, kind and activity, and counts', async () => {
      const [one, other] = [await createProject(scene.owner), await createProject(scene.owner)];
      await createAlertRule(scene.owner, one, { name: 'a', kind: 'new_group', threshold: 1 });
      await createAlertRule(scene.owner, one, { name: 'b', is_active: false });
      await createAlertRule(scene.owner, other, { name: 'c', kind: 'regression', threshold: 1 });
      const named = async (filters: object) => {
        const query = { project_id: [one.id, other.id], include_total: true, ...filters };
        const { data, page } = bodyOf(await scene.viewer.v2.GET(url, { params: { query } }));
        expect(page.total).to.equal(data.length);
        return data.map(({ name }) => name).join();
      };
      expect(await named({})).to.equal('a,b,c');
      expect(await named({ project_id: [one.id] })).to.equal('a,b');
      expect(await named({ kind: ['new_group', 'regression'] })).to.equal('a,c');
      expect(await named({ is_active: true })).to.equal('a,c');
      expect(await named({ is_active: false })).to.equal('b');
    });

    it('shows rules of private projects to their members and to admins only, and no other tenant any', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const rule = await createAlertRule(scene.owner, project);
      const seenBy = async (who: 'owner' | 'member' | 'viewer' | 'stranger') =>
        bodyOf(await scene[who].v2.GET(url, { params: { query: { project_id: [project.id] } } })).data;
      await joinProject(scene.app, project, scene.viewer, 'viewer');
      expect(await seenBy('owner')).to.deep.equal([rule]);
      expect(await seenBy('viewer')).to.deep.equal([rule]);
      expect(await seenBy('member')).to.deep.equal([]);
      expect(await seenBy('stranger')).to.deep.equal([]);
    });
  });
});
