import { expect } from 'chai';
import { createProject, createTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/tasks/{task_id}/comments';

describe('v2 createComment POST /tasks/{task_id}/comments', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, body = 'Looks right.', header = {}) =>
    scene[who].v2.POST(url, { params: { path: { task_id: id }, header }, body: { body } });

  describe('201', () => {
    it('makes the caller the author, with audit row and event', async () => {
      const task = await createTask(scene.owner, scene.project);
      const { data, response } = await post('member', task.id, 'Reproduced on 2.3.1.');
      const { id, created_at, ...comment } = data!;
      expect(comment).to.deep.equal({
        organization_id: task.organization_id,
        project_id: task.project_id,
        task_id: task.id,
        kind: 'comment',
        body: 'Reproduced on 2.3.1.',
        author_id: scene.member.user_id,
        parent_id: null,
        origin: null,
        version: 1,
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v2/comments/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      const { audit, events } = await tracesOf(scene.app, 'comment', id);
      const actor_id = scene.member.user_id;
      expect(audit).to.deep.equal([{ action: 'comment.create', actor_id, before: null, after: data }]);
      expect(events).to.deep.equal([{ type: 'comment.created', data }]);
    });

    it('leaves the task in its version', async () => {
      const task = await createTask(scene.owner, scene.project);
      await post('member', task.id);
      const params = { path: { task_id: task.id } };
      expect((await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params })).data).to.deep.equal(task);
    });

    it('makes one comment of a repeated request', async () => {
      const task = await createTask(scene.owner, scene.project);
      const header = { 'Idempotency-Key': `comment-${task.id}` };
      const [first, second] = [
        await post('member', task.id, 'Once.', header),
        await post('member', task.id, 'Once.', header),
      ];
      expect(second.data).to.deep.equal(first.data);
      expect(await scene.app.query('SELECT 1 FROM comments WHERE task_id = $1', [task.id])).to.have.length(1);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const task = await createTask(scene.owner, scene.project);
      expect(refusalOf(await post('viewer', task.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the task of another organization', async () => {
      const task = await createTask(scene.owner, scene.project);
      expect(refusalOf(await post('stranger', task.id))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await post('owner', task.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
