import { expect } from 'chai';
import { refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

describe('v2 replaceEventRetention PUT /organizations/{organization_id}/event-retention', () => {
  const scene = useScene();
  const put = (who: 'owner' | 'member' | 'stranger', days: number, header = {}) =>
    scene[who].v2.PUT('/api/v2/organizations/{organization_id}/event-retention', {
      params: { path: { organization_id: scene.owner.organization_id }, header },
      body: { days },
    });

  describe('200', () => {
    it('keeps the number of days, with an audit row', async () => {
      const { data, response } = await put('owner', 30);
      expect(data).to.include({ days: 30, version: 2 });
      expect(response.headers.get('etag')).to.equal('"2"');
      const params = { path: { organization_id: scene.owner.organization_id } };
      const read = await scene.owner.v2.GET('/api/v2/organizations/{organization_id}/event-retention', { params });
      expect(read.data).to.deep.equal(data);
      const { audit } = await tracesOf(scene.app, 'event_retention', scene.owner.organization_id);
      expect(audit[0]).to.deep.include({ action: 'event_retention.update', after: data });
    });
  });

  describe('403', () => {
    it('is for admins', async () => {
      expect(refusalOf(await put('member', 30))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides other organizations', async () => {
      expect(refusalOf(await put('stranger', 30)).status).to.equal(404);
    });
  });

  describe('412', () => {
    it('refuses a change of another version', async () => {
      expect(refusalOf(await put('owner', 20, { 'If-Match': '"99"' })).status).to.equal(412);
    });
  });
});
