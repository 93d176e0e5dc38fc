import { expect } from 'chai';
import { newId } from '../../../../src/platform/ids.ts';
import { bodyOf, createProject } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 createError POST /errors', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', project_id: string, message = 'Disk is full') =>
    scene[who].v1.POST('/api/v1/errors', { body: { project_id, type: 'IoError', message, level: 'fatal' } });

  describe('201', () => {
    it('counts the occurrence, of a new error at first', async () => {
      const { data, response } = await post('member', scene.project.id);
      expect(data).to.deep.include({ type: 'IoError', level: 'fatal', status: 'open', release: '', count: 1 });
      expect(response.headers.get('location')).to.equal(`/api/v1/errors/${data!.id}`);
      expect(bodyOf(await post('member', scene.project.id))).to.deep.include({ id: data!.id, count: 2 });
      const { events } = await tracesOf(scene.app, 'error', data!.id);
      expect(events.map(({ type }) => type)).to.deep.equal(['error.created']);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      expect((await post('viewer', scene.project.id)).response.status).to.equal(403);
    });
  });

  describe('409', () => {
    it('refuses a project that is hidden, absent or archived', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const archived = await createProject(scene.owner);
      await archiveProject(scene.owner, archived);
      for (const id of [hidden.id, newId()])
        expect(refusalOf(await post('member', id))).to.deep.equal({ status: 409, code: 'project_unknown' });
      expect(refusalOf(await post('member', archived.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
