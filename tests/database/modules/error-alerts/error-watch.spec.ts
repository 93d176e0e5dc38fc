import { expect } from 'chai';
import type { ErrorAlert, ErrorAlertRule } from '../../../../generated/v2/types.ts';
import { fireForError } from '../../../../src/modules/error-alerts/alerts/error-alerts.service.ts';
import { evaluateErrorAlerts } from '../../../../src/modules/error-alerts/error-alerts.jobs.ts';
import { insertRule } from '../../../../src/modules/error-alerts/rules/error-alert-rules.repository.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createManualClock } from '../../../support/clock.ts';
import { insertError } from '../../../support/error-alerts.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';
import { useDatabase } from '../../../support/use-database.ts';

const MINUTE_MS = 60_000;

describe('alerts about new errors and regressions', () => {
  const database = useDatabase();
  const clock = createManualClock('2026-11-30T12:00:00.000Z');
  const organization_id = newId();
  const project_id = newId();
  const place = { organization_id, project_id };
  let error_id: string;

  before(async () => {
    const now = clock.now();
    const times = { created_at: now, updated_at: now };
    await database.db.knex('organizations').insert({ id: organization_id, name: 'A', slug: 'a', ...times });
    const project = { id: project_id, organization_id, key: 'KA', name: 'P', visibility: 'organization', ...times };
    await database.db.knex('projects').insert(project);
  });

  beforeEach(async () => {
    clock.set('2026-11-30T12:00:00.000Z');
    await database.db.knex('error_alert_rules').delete();
    const query = async <Row>(text: string, values: readonly unknown[] = []) =>
      database.db.query<Row>({ name: 'test insert error', text }, values);
    error_id = await insertError({ clock, query }, place);
  });

  async function watch(overrides: Partial<ErrorAlertRule> = {}): Promise<ErrorAlertRule> {
    const now = clock.now().toISOString();
    const rule: ErrorAlertRule = {
      ...{ id: newId(), ...place, name: 'New', kind: 'new_group', threshold: 1, window: 'PT10M', levels: [] },
      ...{ environments: [], error_id: null, is_active: true, version: 1, created_at: now, updated_at: now },
      ...overrides,
    };
    await insertRule(database.db, rule);
    return rule;
  }

  const unit = () => ({ actor: undefined, request_id: 'test', now: clock.now() });
  const inUnit = (work: (one: Parameters<typeof fireForError>[0]) => Promise<void>) =>
    database.db.transaction((db) => work({ ...unit(), db }));
  const happen = (
    kind: 'new_group' | 'regression' = 'new_group',
    facts: { readonly at?: string; readonly error_id?: string; readonly level?: string } = {},
  ) => {
    const error = { ...place, error_id, level: 'error', at: clock.now().toISOString(), ...facts };
    return inUnit((one) => fireForError(one, error, kind));
  };
  const alertsOf = ({ id }: ErrorAlertRule): Promise<ErrorAlert[]> =>
    database.db.knex('error_alerts').where({ rule_id: id }).orderBy('fired_at');
  const statusesOf = async (rule: ErrorAlertRule) => (await alertsOf(rule)).map(({ status }) => status);
  const evaluate = (): Promise<unknown> => evaluateErrorAlerts({}, contextOn(database.db, clock));

  /** The audit rows of a rule's alerts, each with the event of the same change. */
  async function tracesOf({ id }: ErrorAlertRule): Promise<unknown[][]> {
    const events = database.db
      .knex('events')
      .whereRaw("data ->> 'rule_id' = ?", [id])
      .orderBy('id')
      .pluck<string[]>('type');
    const audit = database.db.knex('audit_log').whereRaw("after ->> 'rule_id' = ?", [id]).orderBy('id');
    const [types, rows] = [await events, (await audit) as { actor_type: string; action: string }[]];
    return rows.map(({ actor_type, action }, index) => [actor_type, action, types[index]]);
  }

  it('fire for the kind of event that the rule watches for', async () => {
    const [fresh, again] = [await watch(), await watch({ kind: 'regression' })];
    await happen();
    expect(await alertsOf(again)).to.deep.equal([]);
    const [alert] = await alertsOf(fresh);
    expect(alert).to.deep.include({
      ...{ ...place, rule_id: fresh.id, name: 'New', kind: 'new_group', error_id, status: 'firing', threshold: 1 },
      ...{ value: 1, window_started_at: '2026-11-30T12:00:00.000Z', cleared_at: null },
    });
    await happen('regression');
    expect(await statusesOf(again)).to.deep.equal(['firing']);
  });

  it('fire once per window, however many errors, repetitions and processes there are', async () => {
    const rule = await watch();
    const at = clock.now().toISOString();
    const before = new Date(clock.now().getTime()).toISOString();
    await Promise.all([happen(), happen(), happen('new_group', { error_id: newId() })]);
    clock.advance(9 * MINUTE_MS);
    await happen('new_group', { error_id: newId() });
    await happen('new_group', { at: before, error_id: newId() });
    expect(await statusesOf(rule)).to.deep.equal(['firing']);
    clock.advance(MINUTE_MS);
    await happen('new_group', { error_id: newId() });
    // The first one is delivered again, long after its window.
    clock.advance(60 * MINUTE_MS);
    await happen('new_group', { at });
    expect(await statusesOf(rule)).to.deep.equal(['cleared', 'firing']);
  });

  it('match level, error and activity, and only what happened after the rule was made', async () => {
    const fatal = await watch({ levels: ['fatal'] });
    const other = await watch({ error_id: newId() });
    const same = await watch({ error_id });
    const inactive = await watch({ is_active: false });
    await happen('new_group', { at: new Date(clock.now().getTime() - 1).toISOString(), level: 'fatal' });
    expect(await statusesOf(fatal)).to.deep.equal([]);
    await happen();
    expect(await Promise.all([fatal, other, same, inactive].map(statusesOf))).to.deep.equal([[], [], ['firing'], []]);
    await happen('new_group', { level: 'fatal' });
    expect(await statusesOf(fatal)).to.deep.equal(['firing']);
  });

  it('match the environment of the report that caused the event; where it is gone, every environment', async () => {
    const rules = [await watch({ environments: ['production'] }), await watch({ environments: ['staging', 'test'] })];
    const received_at = clock.now();
    const occurrence = { id: newId(), ...place, error_id, number: 1, occurred_at: received_at, received_at };
    const lists = { frames: '[]', causes: '[]', tags: '{}', breadcrumbs: '[]', context: '{}' };
    await database.db
      .knex('error_occurrences')
      .insert({ ...occurrence, ...lists, level: 'error', environment: 'test' });
    await happen();
    expect(await Promise.all(rules.map(statusesOf))).to.deep.equal([[], ['firing']]);
    clock.advance(1000);
    await happen();
    expect(await Promise.all(rules.map(statusesOf))).to.deep.equal([['firing'], ['firing']]);
  });

  it('are cleared after their window, by the next evaluation', async () => {
    const rule = await watch();
    await happen();
    clock.advance(10 * MINUTE_MS - 1);
    await evaluate();
    expect(await statusesOf(rule)).to.deep.equal(['firing']);
    clock.advance(1);
    await evaluate();
    expect(await alertsOf(rule)).to.have.nested.property('[0].cleared_at', '2026-11-30T12:10:00.000Z');
  });

  for (const status of ['resolved', 'ignored', 'deleted']) {
    it(`are cleared when the error is ${status}, and then fire no second time in the window`, async () => {
      const rule = await watch();
      await happen();
      await evaluate();
      expect(await statusesOf(rule)).to.deep.equal(['firing']);
      const group = database.db.knex('error_groups').where({ id: error_id });
      const resolved_at = status === 'resolved' ? clock.now() : null;
      await (status === 'deleted' ? group.delete() : group.update({ status, resolved_at }));
      clock.advance(1000);
      await evaluate();
      await evaluate();
      expect(await alertsOf(rule)).to.have.nested.property('[0].cleared_at', '2026-11-30T12:00:01.000Z');
      await happen();
      expect(await statusesOf(rule)).to.deep.equal(['cleared']);
      expect(await tracesOf(rule)).to.deep.equal([
        ['system', 'error_alert.fire', 'alert.fired'],
        ['system', 'error_alert.clear', 'alert.cleared'],
      ]);
    });
  }

  it('do not fire in archived projects', async () => {
    const rule = await watch();
    await database.db.knex('projects').where({ id: project_id }).update({ archived_at: clock.now() });
    await happen();
    await database.db.knex('projects').where({ id: project_id }).update({ archived_at: null });
    expect(await statusesOf(rule)).to.deep.equal([]);
  });
});
