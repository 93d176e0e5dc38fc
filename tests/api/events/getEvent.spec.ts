import { expect } from 'chai';
import { createProject, recordEvent } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

describe('v2 getEvent GET /events/{event_id}', () => {
  const scene = useScene();
  const get = (who: 'owner' | 'member' | 'viewer' | 'stranger', event: { readonly id: string }) =>
    scene[who].v2.GET('/api/v2/events/{event_id}', { params: { path: { event_id: event.id } } });

  describe('200', () => {
    it('shows an event to everybody who sees its project', async () => {
      const event = await recordEvent(scene.owner, { project_id: scene.project.id });
      expect((await get('viewer', event)).data).to.deep.equal(event);
    });

    it('shows an event without a project to the whole organization', async () => {
      const event = await recordEvent(scene.owner);
      expect((await get('viewer', event)).data).to.deep.equal(event);
    });
  });

  describe('404', () => {
    it('hides events of private projects, of other organizations and of deleted projects', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const inHidden = await recordEvent(scene.owner, { project_id: hidden.id });
      expect(refusalOf(await get('member', inHidden))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(refusalOf(await get('stranger', await recordEvent(scene.owner))).status).to.equal(404);
      await scene.owner.v2.DELETE('/api/v2/projects/{project_id}', { params: { path: { project_id: hidden.id } } });
      expect(refusalOf(await get('owner', inHidden)).status).to.equal(404);
    });
  });
});
