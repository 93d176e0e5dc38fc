import { expect } from 'chai';
import { createMember } from '../../support/accounts.ts';
import { createComment, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/comments/{comment_id}';

describe('v2 deleteComment DELETE /comments/{comment_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.DELETE(url, { params: { path: { comment_id: id }, header } });
  const commentOf = async (who: 'owner' | 'member', project = scene.project) =>
    createComment(scene[who], await createTask(scene.owner, project));

  describe('204', () => {
    it('removes the author’s own, with audit row and event, and then returns 404', async () => {
      const comment = await commentOf('member');
      expect((await remove('member', comment.id, { 'If-Match': '"1"' })).response.status).to.equal(204);
      expect(refusalOf(await remove('member', comment.id))).to.deep.equal({ status: 404, code: 'not_found' });
      const { audit, events } = await tracesOf(scene.app, 'comment', comment.id);
      const actor_id = scene.member.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'comment.delete', actor_id, before: comment, after: null });
      expect(events.at(-1)).to.deep.equal({ type: 'comment.deleted', data: comment });
    });

    it('lets an administrator and a lead of the project remove anybody’s', async () => {
      const lead = await createMember(scene.app, scene.owner);
      await joinProject(scene.app, scene.project, lead, 'lead');
      const [first, second] = [await commentOf('member'), await commentOf('member')];
      expect((await remove('owner', first.id)).response.status).to.equal(204);
      const params = { path: { comment_id: second.id } };
      expect((await lead.v2.DELETE(url, { params })).response.status).to.equal(204);
    });

    it('takes the comments of a review with it', async () => {
      const task = await createTask(scene.owner, scene.project);
      const [review, response] = [await createComment(scene.member, task), await createComment(scene.member, task)];
      await scene.app.query('UPDATE comments SET parent_id = $1 WHERE id = $2', [review.id, response.id]);
      await remove('member', review.id);
      expect(await scene.app.query('SELECT 1 FROM comments WHERE task_id = $1', [task.id])).to.have.length(0);
    });
  });

  describe('403', () => {
    it('refuses a contributor who is not the author, and keeps the comment', async () => {
      const comment = await commentOf('owner');
      expect(refusalOf(await remove('member', comment.id))).to.deep.equal({ status: 403, code: 'forbidden' });
      expect(await scene.app.query('SELECT 1 FROM comments WHERE id = $1', [comment.id])).to.have.length(1);
    });

    it('refuses an author who has become a viewer', async () => {
      const project = await createProject(scene.owner);
      const comment = await commentOf('member', project);
      await joinProject(scene.app, project, scene.member, 'viewer');
      expect(refusalOf(await remove('member', comment.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the comment of another organization', async () => {
      const comment = await commentOf('owner');
      expect(refusalOf(await remove('stranger', comment.id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const comment = await commentOf('owner', project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', comment.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const comment = await commentOf('member');
      const refusal = refusalOf(await remove('member', comment.id, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
