import { expect } from 'chai';
import type { ErrorAlertRule } from '../../../generated/v2/types.ts';
import { createAlertRule, insertAlert, insertError } from '../../support/error-alerts.ts';
import { eventually } from '../../support/eventually.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { joinProject, useScene } from '../../support/scene.ts';

const url = '/api/v2/error-alerts';

describe('v2 listErrorAlerts GET /error-alerts', () => {
  const scene = useScene({});
  const cleared = (rule: ErrorAlertRule, minute: number) => {
    const at = (plus: number) => new Date(Date.UTC(2026, 10, 30, 12, minute + plus)).toISOString();
    return insertAlert(scene.app, rule, {
      ...{ status: 'cleared', window_started_at: at(0), fired_at: at(1), cleared_at: at(2) },
    });
  };

  describe('200', () => {
    it('lists the latest first, over pages as in one', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const alerts = [await cleared(rule, 0), await cleared(rule, 10), await cleared(rule, 20)];
      const read = async (sort?: 'fired_at') => {
        const query = { rule_id: rule.id, limit: 2, include_total: true, ...(sort && { sort }) };
        const first = bodyOf(await scene.viewer.v2.GET(url, { params: { query } }));
        expect(first.page.total).to.equal(3);
        const next = { ...query, cursor: first.page.next_cursor! };
        return [...first.data, ...bodyOf(await scene.viewer.v2.GET(url, { params: { query: next } })).data];
      };
      expect(await read()).to.deep.equal(alerts.toReversed());
      expect(await read('fired_at')).to.deep.equal(alerts);
    });

    it('filters by project, kind, rule, error, status and time', async () => {
      const [one, other] = [await createProject(scene.owner), await createProject(scene.owner)];
      const error_id = await insertError(scene.app, { ...one, project_id: one.id });
      const burst = await createAlertRule(scene.owner, one, { name: 'burst' });
      const fresh = await createAlertRule(scene.owner, other, { name: 'fresh', kind: 'new_group', threshold: 1 });
      const early = await cleared(burst, 0);
      const late = await cleared(burst, 30);
      const firing = await insertAlert(scene.app, fresh, { error_id });
      const found = async (filters: object) => {
        const query = { project_id: [one.id, other.id], sort: 'fired_at' as const, ...filters };
        return bodyOf(await scene.viewer.v2.GET(url, { params: { query } })).data.map(({ id }) => id);
      };
      expect(await found({})).to.have.members([early.id, late.id, firing.id]);
      expect(await found({ project_id: [other.id] })).to.deep.equal([firing.id]);
      expect(await found({ kind: ['threshold'] })).to.deep.equal([early.id, late.id]);
      expect(await found({ rule_id: burst.id })).to.deep.equal([early.id, late.id]);
      expect(await found({ error_id })).to.deep.equal([firing.id]);
      expect(await found({ status: 'firing' })).to.deep.equal([firing.id]);
      expect(await found({ status: 'cleared' })).to.deep.equal([early.id, late.id]);
      expect(await found({ rule_id: burst.id, fired_after: late.fired_at })).to.deep.equal([late.id]);
      expect(await found({ rule_id: burst.id, fired_before: late.fired_at })).to.deep.equal([early.id]);
    });

    it('shows alerts of private projects to their members and to admins only, and no other tenant any', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      const alert = await insertAlert(scene.app, await createAlertRule(scene.owner, project));
      const seenBy = async (who: 'owner' | 'member' | 'viewer' | 'stranger') =>
        bodyOf(await scene[who].v2.GET(url, { params: { query: { project_id: [project.id] } } })).data;
      await joinProject(scene.app, project, scene.viewer, 'viewer');
      expect(await seenBy('owner')).to.deep.equal([alert]);
      expect(await seenBy('viewer')).to.deep.equal([alert]);
      expect(await seenBy('member')).to.deep.equal([]);
      expect(await seenBy('stranger')).to.deep.equal([]);
    });

    it('keeps an alert for 180 days after it fired, and a firing one for good', async () => {
      const rule = await createAlertRule(scene.owner, scene.project);
      const day = 86_400_000;
      const ago = (days: number) => new Date(scene.app.clock.now().getTime() - days * day).toISOString();
      const at = (days: number) => ({ window_started_at: ago(days), fired_at: ago(days) });
      const gone = await insertAlert(scene.app, rule, { ...at(181), status: 'cleared', cleared_at: ago(181) });
      const kept = await insertAlert(scene.app, rule, { ...at(179), status: 'cleared', cleared_at: ago(179) });
      const firing = await insertAlert(scene.app, rule, at(200));
      await scene.app.query("SELECT graphile_worker.add_job('error_alerts.sweep')");
      await eventually(async () => {
        const rows = await scene.app.query('SELECT 1 FROM error_alerts WHERE id = $1', [gone.id]);
        expect(rows).to.deep.equal([]);
      });
      const query = { rule_id: rule.id };
      const { data } = bodyOf(await scene.viewer.v2.GET(url, { params: { query } }));
      expect(data.map(({ id }) => id)).to.deep.equal([kept.id, firing.id]);
    });
  });
});
