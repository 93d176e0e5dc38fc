import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { createAlertRule } from '../../support/error-alerts.ts';
import { createProject } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/error-alert-rules/{rule_id}';

describe('v2 getErrorAlertRule GET /error-alert-rules/{rule_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.GET(url, { params: { path: { rule_id: id }, header } });

  describe('200', () => {
    it('shows the rule with its ETag', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const { data, response } = await get('viewer', rule.id);
      expect(data).to.deep.equal(rule);
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      expect((await get('viewer', rule.id, { 'If-None-Match': '"1"' })).response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it('returns a foreign, a hidden and an absent rule alike', async () => {
      const hidden = await createAlertRule(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const open = await createAlertRule(scene.owner, scene.project);
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get('member', hidden.id))).to.deep.equal(missing);
      expect(refusalOf(await get('stranger', open.id))).to.deep.equal(missing);
      expect(refusalOf(await get('owner', newId()))).to.deep.equal(missing);
    });
  });
});
