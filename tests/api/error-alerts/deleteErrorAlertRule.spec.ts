import { expect } from 'chai';
import { alertsOf, createAlertRule, insertAlert } from '../../support/error-alerts.ts';
import { createProject } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/error-alert-rules/{rule_id}';

describe('v2 deleteErrorAlertRule DELETE /error-alert-rules/{rule_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, header = {}) =>
    scene[who].v2.DELETE(url, { params: { path: { rule_id: id }, header } });

  describe('204', () => {
    it('leaves an audit row, and then returns 404', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      expect((await remove('owner', rule.id, { 'If-Match': '"1"' })).response.status).to.equal(204);
      expect(refusalOf(await remove('owner', rule.id))).to.deep.equal({ status: 404, code: 'not_found' });
      const { audit } = await tracesOf(scene.app, 'error_alert_rule', rule.id);
      const actor_id = scene.owner.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'error_alert_rule.delete', actor_id, before: rule, after: null });
    });

    it('clears what is firing, and deletes the alerts of this rule only', async () => {
      const [rule, other] = [
        await createAlertRule(scene.owner, scene.project),
        await createAlertRule(scene.owner, scene.project),
      ];
      const [alert, kept] = [await insertAlert(scene.app, rule), await insertAlert(scene.app, other)];
      await remove('owner', rule.id);
      expect(await alertsOf(scene.viewer, rule)).to.deep.equal([]);
      expect(await alertsOf(scene.viewer, other)).to.deep.equal([kept]);
      const { audit, events } = await tracesOf(scene.app, 'error_alert', alert.id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['error_alert.clear']);
      expect(events.map(({ type }) => type)).to.deep.equal(['alert.cleared']);
    });
  });

  describe('403', () => {
    it('refuses a contributor and a viewer', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      for (const who of ['member', 'viewer'] as const)
        expect(refusalOf(await remove(who, rule.id)), who).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the rule of another organization, and keeps it', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      expect(refusalOf(await remove('stranger', rule.id))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(await scene.app.query('SELECT 1 FROM error_alert_rules WHERE id = $1', [rule.id])).to.have.length(1);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      const rule = await createAlertRule(scene.owner, project);
      await archiveProject(scene.owner, project);
      expect(refusalOf(await remove('owner', rule.id))).to.deep.equal({ status: 409, code: 'project_archived' });
    });
  });

  describe('412', () => {
    it('refuses a stale version', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const refusal = refusalOf(await remove('owner', rule.id, { 'If-Match': '"2"' }));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
    });
  });
});
