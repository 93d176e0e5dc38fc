import { expect } from 'chai';
import { bodyOf, createProject, createTask } from '../../support/factories.ts';
import { joinProject, refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/tasks/{task_id}';

describe('v2 getTask GET /tasks/{task_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, etag?: string) =>
    scene[who].v2.GET(url, {
      params: { path: { task_id: id }, header: etag === undefined ? {} : { 'If-None-Match': etag } },
    });

  describe('200', () => {
    it('shows the task with its ETag to everybody who sees the project', async () => {
      const task = await createTask(scene.member, scene.project);
      const { data, response } = await get('viewer', task.id);
      expect(data).to.deep.equal(task);
      expect(response.headers.get('etag')).to.equal('"1"');
    });

    it('shows a task of a private project to its members and to administrators', async () => {
      const secret = await createProject(scene.owner, { visibility: 'private' });
      await joinProject(scene.app, secret, scene.member, 'viewer');
      const task = await createTask(scene.owner, secret);
      expect(bodyOf(await get('member', task.id))).to.deep.equal(task);
      expect(bodyOf(await get('owner', task.id))).to.deep.equal(task);
    });
  });

  describe('304', () => {
    it('returns no body if the caller has the current version', async () => {
      const task = await createTask(scene.member, scene.project);
      const { response } = await get('member', task.id, '"1"');
      expect(response.status).to.equal(304);
    });
  });

  describe('404', () => {
    it('returns a foreign, a hidden and an absent task alike', async () => {
      const secret = await createProject(scene.owner, { visibility: 'private' });
      const hidden = await createTask(scene.owner, secret);
      const open = await createTask(scene.owner, scene.project);
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await get('member', hidden.id))).to.deep.equal(missing);
      expect(refusalOf(await get('stranger', open.id))).to.deep.equal(missing);
      expect(refusalOf(await get('owner', '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff'))).to.deep.equal(missing);
    });
  });
});
