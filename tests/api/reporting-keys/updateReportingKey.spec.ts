import { expect } from 'chai';
import type { ReportingKeyUpdate } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, createReportingKey } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/reporting-keys/{reporting_key_id}';

describe('v2 updateReportingKey PATCH /reporting-keys/{reporting_key_id}', () => {
  const scene = useScene();
  const patch = (
    who: 'owner' | 'member' | 'viewer' | 'stranger',
    id: string,
    body: ReportingKeyUpdate,
    header: Record<string, string> = {},
  ) => scene[who].v2.PATCH(url, { params: { path: { reporting_key_id: id }, header }, body });

  describe('200', () => {
    it('changes only what is named, with an audit row', async () => {
      const before = await createReportingKey(scene.owner, scene.project, { reports_per_minute: 600 });
      const after = bodyOf(await patch('owner', before.id, { name: ' Shop ', is_active: false }));
      const change = { name: 'Shop', is_active: false, version: 2, updated_at: after.updated_at };
      expect(after).to.deep.equal({ ...before, ...change });
      const limited = bodyOf(await patch('owner', before.id, { reports_per_minute: null, is_active: true }));
      expect(limited).to.deep.include({ name: 'Shop', is_active: true, reports_per_minute: null, version: 3 });
      const { audit } = await tracesOf(scene.app, 'reporting_key', before.id);
      expect(audit.map(({ action }) => action)).to.deep.equal([
        'reporting_key.create',
        'reporting_key.update',
        'reporting_key.update',
      ]);
    });
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      const refusal = refusalOf(await patch('member', key.id, { name: 'no' }));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the key of another organization', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      const refusal = refusalOf(await patch('stranger', key.id, { name: 'no' }));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const key = await createReportingKey(scene.owner, project);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await patch('owner', key.id, { name: 'late' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      const refusal = refusalOf(await patch('owner', key.id, { name: 'late' }, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });

    it('lets one of many parallel changes of a version succeed', async () => {
      const key = await createReportingKey(scene.owner, scene.project);
      const changes = Array.from({ length: 8 }, () => patch('owner', key.id, { name: 'race' }, { 'If-Match': '"1"' }));
      const statuses = (await Promise.all(changes)).map(({ response }) => response.status).sort();
      expect(statuses).to.deep.equal([200, ...Array.from({ length: 7 }, () => 412)]);
    });
  });
});
