import { expect } from 'chai';
import { bodyOf, createProject, reportError } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

describe('v1 getError GET /errors/{error_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', error_id: string) =>
    scene[who].v1.GET('/api/v1/errors/{error_id}', { params: { path: { error_id } } });

  describe('200', () => {
    it('shows the error with its counts', async () => {
      const report = { type: 'CountedError', release: 'a@1', message: 'Lost' };
      const { error_id } = await reportError(scene.member, scene.project, report);
      await reportError(scene.member, scene.project, { ...report, release: 'a@2' });
      const expected = { id: error_id, type: 'CountedError', message: 'Lost', release: 'a@2', count: 2 };
      expect(bodyOf(await get('viewer', error_id))).to.deep.include(expected);
    });
  });

  describe('404', () => {
    it('hides errors of private projects and of other organizations', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const { error_id } = await reportError(scene.owner, hidden);
      for (const who of ['member', 'stranger'] as const)
        expect((await get(who, error_id)).response.status).to.equal(404);
    });
  });
});
