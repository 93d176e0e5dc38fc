import { expect } from 'chai';
import { createComment, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/comments/{comment_id}';

describe('v2 updateComment PATCH /comments/{comment_id}', () => {
  const scene = useScene();
  const patch = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.PATCH(url, { params: { path: { comment_id: id }, header }, body: { body: 'Better said.' } });
  const commentOf = async (who: 'owner' | 'member', project = scene.project) =>
    createComment(scene[who], await createTask(scene.owner, project));

  describe('200', () => {
    it('takes the author’s new words, with audit row and event', async () => {
      const comment = await commentOf('member');
      const { data, response } = await patch('member', comment.id, { 'If-Match': '"1"' });
      const { updated_at } = data!;
      expect(data).to.deep.equal({ ...comment, body: 'Better said.', version: 2, updated_at });
      expect(response.headers.get('etag')).to.equal('"2"');
      const { audit, events } = await tracesOf(scene.app, 'comment', comment.id);
      const actor_id = scene.member.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'comment.update', actor_id, before: comment, after: data });
      expect(events.at(-1)).to.deep.equal({ type: 'comment.updated', data });
    });
  });

  describe('403', () => {
    it('comment_not_yours for a lead', async () => {
      const comment = await commentOf('member');
      expect(refusalOf(await patch('owner', comment.id))).to.deep.equal({ status: 403, code: 'comment_not_yours' });
    });

    it('comment_not_yours for an imported comment, whoever asks', async () => {
      const comment = await commentOf('member');
      await scene.app.query('UPDATE comments SET author_id = NULL WHERE id = $1', [comment.id]);
      expect(refusalOf(await patch('member', comment.id))).to.deep.equal({ status: 403, code: 'comment_not_yours' });
    });

    it('refuses an author who has become a viewer', async () => {
      const project = await createProject(scene.owner);
      const comment = await commentOf('member', project);
      await joinProject(scene.app, project, scene.member, 'viewer');
      expect(refusalOf(await patch('member', comment.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the comment of another organization', async () => {
      const comment = await commentOf('member');
      expect(refusalOf(await patch('stranger', comment.id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const comment = await commentOf('owner', project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await patch('owner', comment.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const comment = await commentOf('member');
      const refusal = refusalOf(await patch('member', comment.id, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
