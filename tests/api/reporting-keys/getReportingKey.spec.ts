import { expect } from 'chai';
import { createProject, createReportingKey } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/reporting-keys/{reporting_key_id}';

describe('v2 getReportingKey GET /reporting-keys/{reporting_key_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.GET(url, { params: { path: { reporting_key_id: id }, header } });

  describe('200', () => {
    it('shows a contributor the key with its ETag', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      const { data, response } = await get('member', key.id);
      expect(data).to.deep.equal(key);
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      const { response } = await get('member', key.id, { 'If-None-Match': '"1"' });
      expect(response.status).to.equal(304);
    });
  });

  describe('403', () => {
    it('refuses a viewer of the project', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      expect(refusalOf(await get('viewer', key.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('returns a foreign, a hidden and an absent key alike', async () => {
      const hidden = await createReportingKey(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const open = await createReportingKey(scene.owner, scene.project);
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get('member', hidden.id))).to.deep.equal(missing);
      expect(refusalOf(await get('stranger', open.id))).to.deep.equal(missing);
      expect(refusalOf(await get('owner', '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff'))).to.deep.equal(missing);
    });
  });
});
