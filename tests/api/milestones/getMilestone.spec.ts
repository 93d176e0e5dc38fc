import { expect } from 'chai';
import { createMilestone, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/milestones/{milestone_id}';

describe('v2 getMilestone GET /milestones/{milestone_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.GET(url, { params: { path: { milestone_id: id }, header } });

  describe('200', () => {
    it('shows the milestone with its ETag', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const { data, response } = await get('viewer', milestone.id);
      expect(data).to.deep.equal(milestone);
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const milestone = await createMilestone(scene.owner, scene.project);
      const { response } = await get('viewer', milestone.id, { 'If-None-Match': '"1"' });
      expect(response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it('returns a foreign, a hidden and an absent milestone alike', async () => {
      const hidden = await createMilestone(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const open = await createMilestone(scene.owner, scene.project);
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get('member', hidden.id))).to.deep.equal(missing);
      expect(refusalOf(await get('stranger', open.id))).to.deep.equal(missing);
      expect(refusalOf(await get('owner', '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff'))).to.deep.equal(missing);
    });
  });
});
