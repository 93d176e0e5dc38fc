import { expect } from 'chai';
import { bodyOf, createProject, recordEvent } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

describe('v1 getEvent GET /events/{event_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', event_id: string) =>
    scene[who].v1.GET('/api/v1/events/{event_id}', { params: { path: { event_id } } });

  describe('200', () => {
    it('shows the event without what only v2 has', async () => {
      const bytes = { data_base64: 'AAEC', datacontenttype: 'image/png', extensions: { traceparent: '00-1' } };
      const event = await recordEvent(scene.member, { project_id: scene.project.id, ...bytes });
      const { id, project_id, user_id, source, type, time, recorded_at } = event;
      const stays = { id, project_id, user_id, source, type, occurred_at: time, created_at: recorded_at };
      expect(bodyOf(await get('viewer', id))).to.deep.equal({ ...stays, subject: '', data: null });
    });
  });

  describe('404', () => {
    it('hides events of private projects and of other organizations', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const { id } = await recordEvent(scene.owner, { project_id: hidden.id });
      for (const who of ['member', 'stranger'] as const) expect((await get(who, id)).response.status).to.equal(404);
      const { id: ofAll } = await recordEvent(scene.owner);
      expect((await get('stranger', ofAll)).response.status).to.equal(404);
    });
  });
});
