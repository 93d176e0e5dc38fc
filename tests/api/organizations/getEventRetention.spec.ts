import { expect } from 'chai';
import { refusalOf, useScene } from '../../support/scene.ts';

describe('v2 getEventRetention GET /organizations/{organization_id}/event-retention', () => {
  const scene = useScene();
  const get = (who: 'viewer' | 'stranger') =>
    scene[who].v2.GET('/api/v2/organizations/{organization_id}/event-retention', {
      params: { path: { organization_id: scene.owner.organization_id } },
    });

  describe('200', () => {
    it('says 90 days as long as the organization has said nothing', async () => {
      const { data, response } = await get('viewer');
      expect(data).to.include({ days: 90, version: 1 });
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('404', () => {
    it('hides other organizations', async () => {
      expect(refusalOf(await get('stranger')).status).to.equal(404);
    });
  });
});
