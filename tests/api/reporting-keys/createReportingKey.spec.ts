import { expect } from 'chai';
import type { ReportingKeyCreate } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, createReportingKey } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/reporting-keys';

describe('v2 createReportingKey POST /projects/{project_id}/reporting-keys', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', body: ReportingKeyCreate, project = scene.project) =>
    scene[who].v2.POST(url, { params: { path: { project_id: project.id } }, body });

  describe('201', () => {
    it('makes an active key without a limit of its own, with an audit row', async () => {
      const { data, response } = await post('owner', { name: ' Web client ' });
      const { id, created_at, public_key, project_number, dsn, ...key } = data!;
      expect(key).to.deep.equal({
        organization_id: scene.project.organization_id,
        project_id: scene.project.id,
        name: 'Web client',
        is_active: true,
        reports_per_minute: null,
        version: 1,
        updated_at: created_at,
      });
      expect(public_key).to.match(/^[0-9a-f]{32}$/);
      expect(new URL(dsn)).to.include({ username: public_key, pathname: `/${project_number}` });
      expect(response.headers.get('location')).to.equal(`/api/v2/reporting-keys/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      const { audit, events } = await tracesOf(scene.app, 'reporting_key', id);
      const actor_id = scene.owner.user_id;
      expect(audit).to.deep.equal([{ action: 'reporting_key.create', actor_id, before: null, after: data }]);
      expect(events).to.deep.equal([]);
    });

    it('numbers a project once, and no two projects alike', async () => {
      const [project, other] = [await createProject(scene.owner), await createProject(scene.owner)];
      const keys = await Promise.all(Array.from({ length: 5 }, () => createReportingKey(scene.owner, project)));
      const elsewhere = await createReportingKey(scene.owner, other);
      const numbers = new Set(keys.map(({ project_number }) => project_number));
      expect(numbers.size).to.equal(1);
      expect(numbers).not.to.include(elsewhere.project_number);
      expect(new Set(keys.map(({ public_key }) => public_key)).size).to.equal(5);
    });

    it('lets a lead of the project make one', async () => {
      const project = await createProject(scene.owner);
      await joinProject(scene.app, project, scene.member, 'lead');
      expect(bodyOf(await post('member', { name: 'CI' }, project))).to.include({ name: 'CI' });
    });
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      expect(refusalOf(await post('member', { name: 'no' }))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the project of another organization', async () => {
      expect(refusalOf(await post('stranger', { name: 'no' }))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await post('owner', { name: 'late' }, project));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
