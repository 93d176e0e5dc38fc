import { expect } from 'chai';
import { createProject, createReportingKey } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/reporting-keys/{reporting_key_id}';

describe('v2 deleteReportingKey DELETE /reporting-keys/{reporting_key_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.DELETE(url, { params: { path: { reporting_key_id: id }, header } });

  describe('204', () => {
    it('leaves an audit row, and then returns 404', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      expect((await remove('owner', key.id, { 'If-Match': '"1"' })).response.status).to.equal(204);
      expect(refusalOf(await remove('owner', key.id))).to.deep.equal({ status: 404, code: 'not_found' });
      const { audit } = await tracesOf(scene.app, 'reporting_key', key.id);
      expect(audit.at(-1)).to.include({ action: 'reporting_key.delete', actor_id: scene.owner.user_id, after: null });
    });

    it('keeps the number of the project', async () => {
      const project = await createProject(scene.owner);
      const key = await createReportingKey(scene.owner, project);
      await remove('owner', key.id);
      const next = await createReportingKey(scene.owner, project);
      expect(next.project_number).to.equal(key.project_number);
    });
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      expect(refusalOf(await remove('member', key.id))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the key of another organization, and keeps it', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      expect(refusalOf(await remove('stranger', key.id))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(await scene.app.query('SELECT 1 FROM reporting_keys WHERE id = $1', [key.id])).to.have.length(1);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const key = await createReportingKey(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', key.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      const refusal = refusalOf(await remove('owner', key.id, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
