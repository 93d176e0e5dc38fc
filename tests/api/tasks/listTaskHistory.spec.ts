import { expect } from 'chai';
import { addDependency, bodyOf, createProject, createTask, moveTask } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/tasks/{task_id}/history';

describe('v2 listTaskHistory GET /tasks/{task_id}/history', () => {
  const scene = useScene();

  describe('200', () => {
    it('has one entry per version, newest first', async () => {
      const task = await createTask(scene.member, scene.project);
      await moveTask(scene.member, task, 'in_progress', 'in_review', 'done');
      const params = { path: { task_id: task.id }, query: { include_total: true } };
      const { data, page } = bodyOf(await scene.viewer.v2.GET(url, { params }));
      expect(data.map(({ version, action }) => [version, action])).to.deep.equal([
        [4, 'transitioned'],
        [3, 'transitioned'],
        [2, 'transitioned'],
        [1, 'created'],
      ]);
      expect(page).to.deep.equal({ limit: 50, has_more: false, next_cursor: null, total: 4 });
    });

    it('pages by cursor, from the oldest where that is asked for', async () => {
      const task = await createTask(scene.member, scene.project);
      await moveTask(scene.member, task, 'in_progress', 'in_review');
      const query = { sort: 'version', limit: 2 } as const;
      const first = await scene.viewer.v2.GET(url, { params: { path: { task_id: task.id }, query } });
      expect(first.data?.data.map(({ version }) => version)).to.deep.equal([1, 2]);
      const cursor = first.data!.page.next_cursor!;
      expect(first.response.headers.get('link')).to.match(/rel="next"$/);
      const params = { path: { task_id: task.id }, query: { ...query, cursor } };
      const second = bodyOf(await scene.viewer.v2.GET(url, { params }));
      expect(second.data.map(({ version }) => version)).to.deep.equal([3]);
      expect(second.page.has_more).to.equal(false);
    });

    it('names a blocking task only to callers who can see it', async () => {
      const task = await createTask(scene.member, scene.project);
      const hidden = await createTask(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const shown = await createTask(scene.member, scene.project);
      for (const blocking of [hidden, shown]) await addDependency(scene.owner, task, blocking);
      const blockersFor = async (who: 'owner' | 'member'): Promise<unknown[]> => {
        const { data } = bodyOf(await scene[who].v2.GET(url, { params: { path: { task_id: task.id } } }));
        expect(data.map(({ version }) => version)).to.deep.equal([3, 2, 1]);
        return data.flatMap(({ changes }) => changes.map(({ field, to }) => [field, to]));
      };
      const [ofShown, ofHidden] = [shown, hidden].map(({ id }) => ['blocking_task_id', id]);
      expect(await blockersFor('owner')).to.deep.equal([ofShown, ofHidden]);
      expect(await blockersFor('member')).to.deep.equal([ofShown]);
    });
  });

  describe('400', () => {
    it('refuses the cursor of another task', async () => {
      const [task, other] = [
        await createTask(scene.member, scene.project),
        await createTask(scene.member, scene.project),
      ];
      await moveTask(scene.member, task, 'in_progress');
      const first = bodyOf(
        await scene.viewer.v2.GET(url, { params: { path: { task_id: task.id }, query: { limit: 1 } } }),
      );
      const query = { limit: 1, cursor: first.page.next_cursor! };
      const foreign = await scene.viewer.v2.GET(url, { params: { path: { task_id: other.id }, query } });
      expect(refusalOf(foreign)).to.deep.equal({ status: 400, code: 'validation_failed' });
    });
  });

  describe('404', () => {
    it('hides the history of a foreign task', async () => {
      const task = await createTask(scene.member, scene.project);
      const response = await scene.stranger.v2.GET(url, { params: { path: { task_id: task.id } } });
      expect(refusalOf(response)).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });
});
