import { expect } from 'chai';
import { createProject, createSourceMap } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/source-maps/{source_map_id}';

describe('v2 getSourceMap GET /source-maps/{source_map_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.GET(url, { params: { path: { source_map_id: id }, header } });

  describe('200', () => {
    it('shows what is known of the map with its ETag, but not the map', async () => {
      const sourceMap = await createSourceMap(scene.owner, scene.project);
      const { data, response } = await get('viewer', sourceMap.id);
      expect(data).to.deep.equal(sourceMap);
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const sourceMap = await createSourceMap(scene.owner, scene.project);
      const { response } = await get('viewer', sourceMap.id, { 'If-None-Match': '"1"' });
      expect(response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it('returns a foreign, a hidden and an absent map alike', async () => {
      const hidden = await createSourceMap(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const open = await createSourceMap(scene.owner, scene.project);
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get('member', hidden.id))).to.deep.equal(missing);
      expect(refusalOf(await get('stranger', open.id))).to.deep.equal(missing);
      expect(refusalOf(await get('owner', '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff'))).to.deep.equal(missing);
    });
  });
});
