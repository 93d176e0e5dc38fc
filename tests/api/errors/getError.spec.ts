import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { bodyOf, createProject, reportError } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/errors/{error_id}';

describe('v2 getError GET /errors/{error_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', error_id: string, header = {}) =>
    scene[who].v2.GET(url, { params: { path: { error_id }, header } });

  describe('200', () => {
    it('returns the error, whose ETag further occurrences do not change', async () => {
      const { error_id } = await reportError(scene.member, scene.project, { release: 'shop@1', platform: 'python' });
      const { data, response } = await get('viewer', error_id);
      expect(data).to.deep.include({ id: error_id, status: 'open', first_release: 'shop@1', platform: 'python' });
      await reportError(scene.member, scene.project, { release: 'shop@2' });
      const again = await get('viewer', error_id);
      expect(again.data).to.deep.equal(data);
      expect(again.response.headers.get('etag')).to.equal(response.headers.get('etag')).and.to.equal('"1"');
    });
  });

  describe('404', () => {
    it('hides errors of other organizations and of private projects', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const { error_id } = await reportError(scene.owner, hidden);
      expect(bodyOf(await get('owner', error_id)).project_id).to.equal(hidden.id);
      for (const answer of [
        await get('member', error_id),
        await get('stranger', error_id),
        await get('owner', newId()),
      ])
        expect(refusalOf(answer)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
