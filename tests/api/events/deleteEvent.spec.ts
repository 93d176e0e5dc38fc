import { expect } from 'chai';
import { createProject, recordEvent } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

type Who = 'owner' | 'member' | 'viewer' | 'stranger';

describe('v2 deleteEvent DELETE /events/{event_id}', () => {
  const scene = useScene();
  const remove = (who: Who, event: { readonly id: string }) =>
    scene[who].v2.DELETE('/api/v2/events/{event_id}', { params: { path: { event_id: event.id } } });

  describe('204', () => {
    it('deletes the event and its count, and records who did it, without what the event says', async () => {
      const event = await recordEvent(scene.owner, {
        type: 'test.deleted',
        subject: 'Ada',
        data: { name: 'Ada' },
        user_id: scene.member.user_id,
      });
      expect((await remove('owner', event)).response.status).to.equal(204);
      expect(refusalOf(await remove('owner', event)).status).to.equal(404);
      const [counted] = await scene.app.query<{ total: number }>(
        "SELECT sum(count)::int AS total FROM event_counts WHERE organization_id = $1 AND type = 'test.deleted'",
        [event.organization_id],
      );
      expect(counted!.total).to.equal(0);
      const { audit, events } = await tracesOf(scene.app, 'event', event.id);
      const {
        data: _data,
        data_base64: _bytes,
        extensions: _extensions,
        subject: _subject,
        user_id: _user,
        ...before
      } = event;
      expect(audit).to.deep.equal([{ action: 'event.delete', actor_id: scene.owner.user_id, before, after: null }]);
      expect(events).to.deep.equal([]);
    });

    it('lets the same event be recorded again', async () => {
      const input = { id: 'again', source: '/deleteEvent', type: 'test.again' };
      const event = await recordEvent(scene.owner, input);
      await remove('owner', event);
      expect((await recordEvent(scene.owner, input)).id).not.to.equal(event.id);
    });

    it('is for leads of the project', async () => {
      const project = await createProject(scene.owner);
      await joinProject(scene.app, project, scene.member, 'lead');
      const event = await recordEvent(scene.owner, { project_id: project.id });
      expect((await remove('member', event)).response.status).to.equal(204);
    });
  });

  describe('403', () => {
    it('refuses contributors, and in the whole organization whoever is no admin', async () => {
      const inProject = await recordEvent(scene.member, { project_id: scene.project.id });
      expect(refusalOf(await remove('member', inProject))).to.deep.equal({ status: 403, code: 'forbidden' });
      expect(refusalOf(await remove('member', await recordEvent(scene.member))).code).to.equal('forbidden');
    });
  });

  describe('404', () => {
    it('hides events of other organizations and of private projects', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const event = await recordEvent(scene.owner, { project_id: hidden.id });
      expect(refusalOf(await remove('stranger', event)).status).to.equal(404);
      expect(refusalOf(await remove('member', event)).status).to.equal(404);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const event = await recordEvent(scene.owner, { project_id: project.id });
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', event))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
