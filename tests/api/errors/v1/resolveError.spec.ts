import { expect } from 'chai';
import { bodyOf, createProject, reportError } from '../../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('v1 resolveError POST /errors/{error_id}/resolve', () => {
  const scene = useScene();
  const resolve = (who: 'owner' | 'member' | 'viewer' | 'stranger', error_id: string) =>
    scene[who].v1.POST('/api/v1/errors/{error_id}/resolve', { params: { path: { error_id } } });
  const newError = async (type: string) => (await reportError(scene.member, scene.project, { type })).error_id;

  describe('200', () => {
    it('resolves the error once, and shows it open when it occurs again', async () => {
      const id = await newError('ResolvedError');
      for (let times = 0; times < 2; times++)
        expect(bodyOf(await resolve('member', id))).to.deep.include({ id, status: 'resolved' });
      const { events } = await tracesOf(scene.app, 'error', id);
      expect(events.map(({ type }) => type)).to.deep.equal(['error.created', 'error.resolved']);
      await newError('ResolvedError');
      const params = { path: { error_id: id } };
      expect(bodyOf(await scene.member.v1.GET('/api/v1/errors/{error_id}', { params })).status).to.equal('open');
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      expect((await resolve('viewer', await newError('ViewerError'))).response.status).to.equal(403);
    });
  });

  describe('404', () => {
    it('hides errors of other organizations', async () => {
      expect((await resolve('stranger', await newError('ForeignError'))).response.status).to.equal(404);
    });
  });

  describe('409', () => {
    it('refuses to change an archived project', async () => {
      const project = await createProject(scene.owner);
      const { error_id } = await reportError(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await resolve('owner', error_id)).code).to.equal('project_archived');
    });
  });
});
