import { expect } from 'chai';
import type { ErrorAlertRuleUpdate } from '../../../generated/v2/types.ts';
import { newId } from '../../../src/platform/ids.ts';
import { insertAlert, alertsOf, createAlertRule, insertError } from '../../support/error-alerts.ts';
import { createProject } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/error-alert-rules/{rule_id}';

describe('v2 updateErrorAlertRule PATCH /error-alert-rules/{rule_id}', () => {
  const scene = useScene();
  const patch = (
    who: 'owner' | 'member' | 'viewer' | 'stranger',
    id: string,
    body: ErrorAlertRuleUpdate,
    header = {},
  ) => scene[who].v2.PATCH(url, { params: { path: { rule_id: id }, header }, body });

  describe('200', () => {
    it('changes the given fields, with an audit row', async () => {
      const error_id = await insertError(scene.app, { ...scene.project, project_id: scene.project.id });
      const rule = await createAlertRule(scene.owner, scene.project, { error_id, levels: ['fatal'] });
      const change = {
        ...{ name: ' Renamed ', threshold: 5, window: 'P1D', levels: [], environments: ['production'], error_id: null },
      };
      const { data, response } = await patch('owner', rule.id, change);
      const { updated_at } = data!;
      expect(data).to.deep.equal({ ...rule, ...change, name: 'Renamed', version: 2, updated_at });
      expect(response.headers.get('etag')).to.equal('"2"');
      const { audit } = await tracesOf(scene.app, 'error_alert_rule', rule.id);
      const actor_id = scene.owner.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'error_alert_rule.update', actor_id, before: rule, after: data });
    });

    it('clears what the rule has firing when it is deactivated, by the name of who did it', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const alert = await insertAlert(scene.app, rule);
      await patch('owner', rule.id, { is_active: false });
      const [cleared] = await alertsOf(scene.viewer, rule);
      const { cleared_at } = cleared!;
      expect(cleared).to.deep.equal({ ...alert, status: 'cleared', cleared_at });
      const { audit, events } = await tracesOf(scene.app, 'error_alert', alert.id);
      const actor_id = scene.owner.user_id;
      expect(audit).to.deep.equal([{ action: 'error_alert.clear', actor_id, before: alert, after: cleared }]);
      expect(events).to.deep.equal([{ type: 'alert.cleared', data: cleared }]);
    });

    it('leaves earlier alerts with the name and the threshold that the rule had', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const alert = await insertAlert(scene.app, rule);
      await patch('owner', rule.id, { name: 'Later', threshold: 50 });
      expect(await alertsOf(scene.viewer, rule)).to.deep.equal([alert]);
    });
  });

  describe('403', () => {
    it('refuses a contributor and a viewer', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      for (const who of ['member', 'viewer'] as const) {
        const refusal = refusalOf(await patch(who, rule.id, { name: 'no' }));
        expect(refusal, who).to.deep.equal({ status: 403, code: 'forbidden' });
      }
    });
  });

  describe('404', () => {
    it('hides the rule of another organization', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      expect(refusalOf(await patch('stranger', rule.id, { name: 'no' }))).to.deep.equal({
        status: 404,
        code: 'not_found',
      });
    });
  });

  describe('409', () => {
    it('error_not_in_project for an unknown error', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const refusal = refusalOf(await patch('owner', rule.id, { error_id: newId() }));
      expect(refusal).to.deep.equal({ status: 409, code: 'error_not_in_project' });
    });

    it('alert_threshold_fixed for a kind that does not count', async () => {
      const rule = await createAlertRule(scene.owner, scene.project, { kind: 'new_group', threshold: 1 });
      const refusal = refusalOf(await patch('owner', rule.id, { threshold: 2 }));
      expect(refusal).to.deep.equal({ status: 409, code: 'alert_threshold_fixed' });
    });

    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const rule = await createAlertRule(scene.owner, project);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await patch('owner', rule.id, { name: 'late' }));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const refusal = refusalOf(await patch('owner', rule.id, { name: 'no' }, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });

    it('lets one of many parallel changes of one version succeed', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const responses = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          patch('owner', rule.id, { name: `name ${index}` }, { 'If-Match': '"1"' }),
        ),
      );
      expect(responses.map(({ response }) => response.status).sort()).to.deep.equal([200, 412, 412, 412, 412, 412]);
    });
  });
});
