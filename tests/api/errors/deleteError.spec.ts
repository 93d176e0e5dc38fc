import { expect } from 'chai';
import { newId } from '../../../src/platform/ids.ts';
import { createProject, reportError } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/errors/{error_id}';

describe('v2 deleteError DELETE /errors/{error_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', error_id: string, header = {}) =>
    scene[who].v2.DELETE(url, { params: { path: { error_id }, header } });

  describe('204', () => {
    it('deletes the error with everything that was counted, so that a further occurrence makes a new one', async () => {
      const report = { id: newId(), type: 'GoneError', user: { id: 'u1' }, release: 'a@1', tags: { a: 'b' } };
      const { error_id } = await reportError(scene.member, scene.project, report);
      expect((await remove('member', error_id)).response.status).to.equal(204);
      for (const table of ['error_occurrences', 'error_counts', 'error_facets', 'error_persons', 'error_reports']) {
        const rows = await scene.app.query(`SELECT 1 FROM ${table} WHERE error_id = $1`, [error_id]);
        expect(rows, table).to.have.length(0);
      }
      const { audit } = await tracesOf(scene.app, 'error', error_id);
      expect(audit.at(-1)).to.deep.include({ action: 'error.delete', after: null });
      const again = await reportError(scene.member, scene.project, report);
      expect(again.outcome).to.equal('created');
      expect(again.error_id).not.to.equal(error_id);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const { error_id } = await reportError(scene.member, scene.project, { type: 'KeptError' });
      expect(refusalOf(await remove('viewer', error_id)).code).to.equal('forbidden');
    });
  });

  describe('404', () => {
    it('hides foreign errors, and knows a deleted one no more', async () => {
      const { error_id } = await reportError(scene.member, scene.project, { type: 'TwiceError' });
      expect(refusalOf(await remove('stranger', error_id)).status).to.equal(404);
      await remove('member', error_id);
      expect(refusalOf(await remove('member', error_id)).status).to.equal(404);
    });
  });

  describe('409', () => {
    it('refuses to change an archived project', async () => {
      const project = await createProject(scene.owner);
      const { error_id } = await reportError(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', error_id)).code).to.equal('project_archived');
    });
  });

  describe('412', () => {
    it('refuses another version', async () => {
      const { error_id } = await reportError(scene.member, scene.project, { type: 'VersionError' });
      expect((await remove('member', error_id, { 'If-Match': '"2"' })).response.status).to.equal(412);
    });
  });
});
