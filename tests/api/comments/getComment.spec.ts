import { expect } from 'chai';
import { createComment, createProject, createTask } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/comments/{comment_id}';

describe('v2 getComment GET /comments/{comment_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.GET(url, { params: { path: { comment_id: id }, header } });

  describe('200', () => {
    it('shows the comment with its ETag', async () => {
      const comment = await createComment(scene.member, await createTask(scene.owner, scene.project));
      const { data, response } = await get('viewer', comment.id);
      expect(data).to.deep.equal(comment);
      expect(response.headers.get('etag')).to.equal('"1"');
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const comment = await createComment(scene.member, await createTask(scene.owner, scene.project));
      expect((await get('viewer', comment.id, { 'If-None-Match': '"1"' })).response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it('returns a foreign, a hidden and an absent comment alike', async () => {
      const secret = await createProject(scene.owner, { visibility: 'private' });
      const hidden = await createComment(scene.owner, await createTask(scene.owner, secret));
      const open = await createComment(scene.owner, await createTask(scene.owner, scene.project));
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get('member', hidden.id))).to.deep.equal(missing);
      expect(refusalOf(await get('stranger', open.id))).to.deep.equal(missing);
      expect(refusalOf(await get('owner', '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff'))).to.deep.equal(missing);
    });
  });
});
