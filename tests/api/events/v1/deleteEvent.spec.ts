import { expect } from 'chai';
import { createProject, recordEvent } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 deleteEvent DELETE /events/{event_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'stranger', { id: event_id }: { readonly id: string }) =>
    scene[who].v1.DELETE('/api/v1/events/{event_id}', { params: { path: { event_id } } });

  describe('204', () => {
    it('deletes the event and its count, and records who did it', async () => {
      const event = await recordEvent(scene.member, { project_id: scene.project.id, type: 'test.gone' });
      expect((await remove('owner', event)).response.status).to.equal(204);
      expect(refusalOf(await remove('owner', event)).status).to.equal(404);
      const query = { type: 'test.gone' };
      const { data } = await scene.owner.v1.GET('/api/v1/events', { params: { query } });
      expect(data).to.deep.equal({ data: [], pagination: { limit: 50, offset: 0, total: 0, pages: 0 } });
      const { audit } = await tracesOf(scene.app, 'event', event.id);
      const made = audit.map(({ action, actor_id }) => ({ action, actor_id }));
      expect(made).to.deep.equal([{ action: 'event.delete', actor_id: scene.owner.user_id }]);
    });
  });

  describe('403', () => {
    it('refuses contributors, and in the whole organization whoever is no admin', async () => {
      for (const place of [{ project_id: scene.project.id }, {}]) {
        const event = await recordEvent(scene.member, place);
        expect(refusalOf(await remove('member', event))).to.deep.equal({ status: 403, code: 'forbidden' });
      }
    });
  });

  describe('404', () => {
    it('hides events of other organizations and of private projects', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const event = await recordEvent(scene.owner, { project_id: hidden.id });
      for (const who of ['member', 'stranger'] as const)
        expect(refusalOf(await remove(who, event)).status).to.equal(404);
    });
  });

  describe('409', () => {
    it('refuses to change an archived project', async () => {
      const project = await createProject(scene.owner);
      const event = await recordEvent(scene.owner, { project_id: project.id });
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', event))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
