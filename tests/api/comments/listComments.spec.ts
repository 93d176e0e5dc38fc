import { expect } from 'chai';
import { bodyOf, createComment, createTask } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/tasks/{task_id}/comments';

describe('v2 listComments GET /tasks/{task_id}/comments', () => {
  const scene = useScene();

  describe('200', () => {
    it('lists the oldest first, or the newest, over pages as in one', async () => {
      const task = await createTask(scene.owner, scene.project);
      const comments = [];
      for (const body of ['One', 'Two', 'Three']) comments.push(await createComment(scene.member, task, body));
      const path = { task_id: task.id };
      const first = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query: { limit: 2 } } }));
      const query = { limit: 2, cursor: first.page.next_cursor! };
      const second = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query } }));
      expect([...first.data, ...second.data]).to.deep.equal(comments);
      const newest = bodyOf(await scene.viewer.v2.GET(url, { params: { path, query: { sort: '-created_at' } } }));
      expect(newest.data).to.deep.equal(comments.toReversed());
    });

    it('filters by kind, and counts', async () => {
      const task = await createTask(scene.owner, scene.project);
      const comment = await createComment(scene.member, task);
      const review = await createComment(scene.member, task);
      await scene.app.query("UPDATE comments SET kind = 'review' WHERE id = $1", [review.id]);
      const params = (kind: 'comment' | 'review_comment') => ({
        params: { path: { task_id: task.id }, query: { kind: [kind], include_total: true } },
      });
      const { data, page } = bodyOf(await scene.viewer.v2.GET(url, params('comment')));
      expect(data).to.deep.equal([comment]);
      expect(page.total).to.equal(1);
      expect(bodyOf(await scene.viewer.v2.GET(url, params('review_comment'))).data).to.deep.equal([]);
    });
  });

  describe('404', () => {
    it('hides the comments on a foreign task', async () => {
      const task = await createTask(scene.owner, scene.project);
      const response = await scene.stranger.v2.GET(url, { params: { path: { task_id: task.id } } });
      expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
