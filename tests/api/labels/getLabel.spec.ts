import { expect } from 'chai';
import { createLabel, createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/labels/{label_id}';

describe('v2 getLabel GET /labels/{label_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.GET(url, { params: { path: { label_id: id }, header } });

  describe('200', () => {
    it('shows the label with its ETag', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const { data, response } = await get('viewer', label.id);
      expect(data).to.deep.equal(label);
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const { response } = await get('viewer', label.id, { 'If-None-Match': '"1"' });
      expect(response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it('returns a foreign, a hidden and an absent label alike', async () => {
      const hidden = await createLabel(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const open = await createLabel(scene.owner, scene.project);
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get('member', hidden.id))).to.deep.equal(missing);
      expect(refusalOf(await get('stranger', open.id))).to.deep.equal(missing);
      expect(refusalOf(await get('owner', '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff'))).to.deep.equal(missing);
    });
  });
});
