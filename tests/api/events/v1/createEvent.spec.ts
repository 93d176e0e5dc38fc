import { expect } from 'chai';
import type { EventCreateV1 } from '../../../../generated/v1/types.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { bodyOf, createProject } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 createEvent POST /events', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', event: Partial<EventCreateV1> = {}) =>
    scene[who].v1.POST('/api/v1/events', { body: { source: '/v1', type: 'test.created', ...event } });

  describe('201', () => {
    it('records what the reporter says, as v2 shows it, and no trace', async () => {
      const sent = {
        project_id: scene.project.id,
        user_id: scene.owner.user_id,
        type: 'deployment.finished',
        subject: 'Zürich',
        data: { steps: [1, null, 'ß'] },
        occurred_at: '2026-11-02T09:58:41.250Z',
      };
      const { data, response } = await post('member', sent);
      expect(data).to.deep.include({ ...sent, source: '/v1' });
      expect(response.headers.get('location')).to.equal(`/api/v1/events/${data!.id}`);
      const params = { path: { event_id: data!.id } };
      const stored = bodyOf(await scene.viewer.v2.GET('/api/v2/events/{event_id}', { params }));
      const { occurred_at: time, ...same } = sent;
      expect(stored).to.deep.include({ ...same, time, external_id: data!.id, recorded_at: data!.created_at });
      expect(await tracesOf(scene.app, 'event', data!.id)).to.deep.include({ audit: [], events: [] });
    });

    it('records another event each time, with the time of the request, for members of the organization', async () => {
      const [first, second] = [bodyOf(await post('member', { subject: '' })), bodyOf(await post('member'))];
      expect(first).to.deep.include({ project_id: null, user_id: null, subject: '', data: null });
      expect(first.occurred_at).to.equal(first.created_at);
      expect(second.id).not.to.equal(first.id);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read, in a project and in the organization', async () => {
      for (const event of [{ project_id: scene.project.id }, {}])
        expect(refusalOf(await post('viewer', event))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('409', () => {
    it('refuses a project that is hidden, absent or archived', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const archived = await createProject(scene.owner);
      await archiveProject(scene.owner, archived);
      const code = async (project_id: string) => refusalOf(await post('member', { project_id })).code;
      for (const id of [hidden.id, newId()]) expect(await code(id)).to.equal('project_unknown');
      expect(await code(archived.id)).to.equal('project_archived');
    });

    it('refuses a time that is more than a day ahead, data that is too large, and a user who is no member', async () => {
      const code = async (event: Partial<EventCreateV1>) => refusalOf(await post('member', event)).code;
      expect(await code({ occurred_at: '2999-01-01T00:00:00Z' })).to.equal('event_time_ahead');
      expect(await code({ data: 'x'.repeat(70_000) })).to.equal('event_too_large');
      expect(await code({ user_id: scene.stranger.user_id })).to.equal('event_user_unknown');
    });
  });
});
