import { expect } from 'chai';
import type { ErrorAlertRuleCreate } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { insertError } from '../../support/error-alerts.ts';
import { changedWhileWaiting } from '../../support/lock-holder.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/error-alert-rules';

describe('v2 createErrorAlertRule POST /error-alert-rules', () => {
  const scene = useScene();
  const post = (
    who: 'owner' | 'member' | 'viewer' | 'stranger',
    body: Partial<ErrorAlertRuleCreate> = {},
    project: { readonly id: string } = scene.project,
  ) => scene[who].v2.POST(url, { body: { project_id: project.id, name: 'Burst', kind: 'threshold', ...body } });

  describe('201', () => {
    it('makes an active rule of a name and a kind alone, with an audit row', async () => {
      const { data, response } = await post('owner');
      const { id, created_at, ...rule } = data!;
      expect(rule).to.deep.equal({
        organization_id: scene.project.organization_id,
        project_id: scene.project.id,
        name: 'Burst',
        kind: 'threshold',
        threshold: 1,
        window: 'PT1H',
        levels: [],
        environments: [],
        error_id: null,
        is_active: true,
        version: 1,
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v2/error-alert-rules/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
      const { audit, events } = await tracesOf(scene.app, 'error_alert_rule', id);
      const actor_id = scene.owner.user_id;
      expect(audit).to.deep.equal([{ action: 'error_alert_rule.create', actor_id, before: null, after: data }]);
      expect(events).to.deep.equal([]);
    });

    it('takes every field', async () => {
      const error_id = await insertError(scene.app, { ...scene.project, project_id: scene.project.id });
      const body: Partial<ErrorAlertRuleCreate> = {
        ...{ name: 'Again', kind: 'regression', window: 'PT30M', levels: ['fatal', 'error'] },
        ...{ environments: ['production', 'staging'], error_id, is_active: false },
      };
      expect(bodyOf(await post('owner', body))).to.deep.include(body);
    });

    it('is for leads of the project who are no admins, too', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      await joinProject(scene.app, project, scene.viewer, 'lead');
      expect(bodyOf(await post('viewer', {}, project)).project_id).to.equal(project.id);
    });
  });

  describe('400', () => {
    for (const window of ['PT0M', 'PT1441M', 'PT25H', 'P2D', 'PT90S', 'PT1H30M', '5m', 'PT01M']) {
      it(`refuses the window ${window}`, async () => {
        expect(refusalOf(await post('owner', { window }))).to.deep.equal({ status: 400, code: 'validation_failed' });
      });
    }
  });

  describe('403', () => {
    it('refuses a contributor and a viewer', async () => {
      for (const who of ['member', 'viewer'] as const)
        expect(refusalOf(await post(who)), who).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('409', () => {
    it('project_unknown for a project of another organization, a hidden one and none, alike', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const unknown = { status: 409, code: 'project_unknown' };
      expect(refusalOf(await post('stranger'))).to.deep.equal(unknown);
      expect(refusalOf(await post('member', {}, hidden))).to.deep.equal(unknown);
      expect(refusalOf(await post('owner', {}, { id: newId() }))).to.deep.equal(unknown);
    });

    it('project_unknown for a project that is deleted while the rule is created', async () => {
      const project = await createProject(scene.owner);
      const gone = {
        lock: 'SELECT FROM projects WHERE id = $1 FOR UPDATE',
        change: 'DELETE FROM projects WHERE id = $1',
        values: [project.id],
      };
      const result = await changedWhileWaiting(scene.app.databaseUrl, gone, () => post('owner', {}, project));
      expect(refusalOf(result)).to.deep.equal({ status: 409, code: 'project_unknown' });
    });

    it('error_not_in_project for an error of another project, and for none', async () => {
      const other = await createProject(scene.owner);
      const error_id = await insertError(scene.app, { ...other, project_id: other.id });
      const refused = { status: 409, code: 'error_not_in_project' };
      expect(refusalOf(await post('owner', { error_id }))).to.deep.equal(refused);
      expect(refusalOf(await post('owner', { error_id: newId() }))).to.deep.equal(refused);
    });

    it('alert_threshold_fixed for a kind that does not count', async () => {
      for (const kind of ['new_group', 'regression'] as const) {
        const refusal = refusalOf(await post('owner', { kind, threshold: 2 }));
        expect(refusal, kind).to.deep.equal({ status: 409, code: 'alert_threshold_fixed' });
      }
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await post('owner', {}, project))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });
});
