import { expect } from 'chai';
import type { ErrorAlert, ErrorAlertRule } from '../../../../generated/v2/types.ts';
import { evaluateErrorAlerts } from '../../../../src/modules/error-alerts/error-alerts.jobs.ts';
import { insertRule, replaceRule } from '../../../../src/modules/error-alerts/rules/error-alert-rules.repository.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createManualClock } from '../../../support/clock.ts';
import { countReports, insertError } from '../../../support/error-alerts.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';
import { useDatabase } from '../../../support/use-database.ts';

const MINUTE_MS = 60_000;

describe('thresholds of error alert rules', function () {
  this.timeout(60_000);
  const database = useDatabase();
  const clock = createManualClock('2026-11-30T12:00:30.000Z');
  const organization_id = newId();
  let project_id: string;
  let error_id: string;
  const app = {
    clock,
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      database.db.query<Row>({ name: `test ${text.length} ${text.slice(0, 20)}`, text }, values),
  };
  const place = () => ({ organization_id, project_id });

  before(async () => {
    const now = clock.now();
    const times = { created_at: now, updated_at: now };
    await database.db.knex('organizations').insert({ id: organization_id, name: 'A', slug: 'a', ...times });
  });

  beforeEach(async () => {
    clock.set('2026-11-30T12:00:30.000Z');
    project_id = await createProject();
    error_id = await insertError(app, place());
    await database.db.knex('error_alert_evaluation').delete();
  });

  async function createProject(): Promise<string> {
    const id = newId();
    const now = clock.now();
    const row = { id, organization_id, key: `K${id.slice(-8).toUpperCase()}`, name: 'P', visibility: 'organization' };
    await database.db.knex('projects').insert({ ...row, created_at: now, updated_at: now });
    return id;
  }

  async function watch(overrides: Partial<ErrorAlertRule> = {}): Promise<ErrorAlertRule> {
    const now = clock.now().toISOString();
    const rule: ErrorAlertRule = {
      ...{ id: newId(), organization_id, project_id, name: 'Burst', kind: 'threshold', threshold: 3, window: 'PT5M' },
      ...{
        levels: [],
        environments: [],
        error_id: null,
        is_active: true,
        version: 1,
        created_at: now,
        updated_at: now,
      },
      ...overrides,
    };
    await insertRule(database.db, rule);
    return rule;
  }

  /** Counts reports in the current minute. */
  const report = (count: number, other: { readonly environment?: string; readonly error_id?: string } = {}) =>
    countReports(app, place(), { error_id, count, ...other });

  const evaluate = (): Promise<unknown> => evaluateErrorAlerts({}, contextOn(database.db, clock));

  /** Lets minutes pass, with an evaluation half a second after each began. */
  async function pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      const next = Math.floor(clock.now().getTime() / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
      clock.set(new Date(next + 500));
      await evaluate();
    }
  }

  const alertsOf = ({ id }: Pick<ErrorAlertRule, 'id'>): Promise<ErrorAlert[]> =>
    database.db.knex('error_alerts').where({ rule_id: id }).orderBy('fired_at');
  const eventsOf = (rule: Pick<ErrorAlertRule, 'id'>): Promise<string[]> =>
    database.db.knex('events').whereRaw("data ->> 'rule_id' = ?", [rule.id]).orderBy('id').pluck('type');

  it('fire at exactly the threshold, and not at one report less', async () => {
    const [reached, missed] = [await watch({ threshold: 3 }), await watch({ threshold: 4 })];
    await report(3);
    await pass(1);
    const [{ id: _id, ...alert } = {} as never, ...others] = await alertsOf(reached);
    expect(others).to.deep.equal([]);
    expect(alert).to.deep.include({
      ...{ organization_id, project_id, rule_id: reached.id, name: 'Burst', kind: 'threshold', error_id: null },
      ...{ status: 'firing', threshold: 3, window: 'PT5M', value: 3, cleared_at: null },
      ...{ window_started_at: '2026-11-30T11:56:00.000Z', fired_at: '2026-11-30T12:01:00.500Z' },
    });
    expect(await alertsOf(missed)).to.deep.equal([]);
  });

  it('count over whole minutes, as many as the window has, wherever they begin', async () => {
    for (const [window, gap, fires] of [
      ['PT1M', 0, true],
      ['PT1M', 1, false],
      ['PT5M', 4, true],
      ['PT5M', 5, false],
      ['PT2H', 119, true],
      ['PT2H', 120, false],
      ['P1D', 1439, true],
      ['P1D', 1440, false],
    ] as const) {
      const rule = await watch({ window, threshold: 2 });
      await report(1);
      clock.advance(gap * MINUTE_MS);
      await report(1);
      await pass(1);
      expect(await alertsOf(rule), `${window} over ${gap} minutes`).to.have.length(fires ? 1 : 0);
      project_id = await createProject();
      error_id = await insertError(app, place());
    }
  });

  it('see what was counted in the last second of a minute', async () => {
    const rule = await watch({ window: 'PT1M' });
    clock.set('2026-11-30T12:02:00.500Z');
    await evaluate();
    clock.set('2026-11-30T12:02:59.900Z');
    await report(3);
    clock.set('2026-11-30T12:03:00.500Z');
    await evaluate();
    expect(await alertsOf(rule)).to.have.length(1);
  });

  it('count what the filters let through, and nothing of ignored errors', async () => {
    const warning = await insertError(app, place(), { level: 'warning' });
    const ignored = await insertError(app, place(), { status: 'ignored' });
    const filters: readonly (readonly [Partial<ErrorAlertRule>, number])[] = [
      [{}, 7],
      [{ levels: ['warning', 'fatal'] }, 4],
      [{ levels: ['error'] }, 3],
      [{ environments: ['production'] }, 2],
      [{ environments: ['production', 'staging'] }, 6],
      [{ levels: ['warning'], environments: ['staging'] }, 4],
      [{ error_id }, 3],
      [{ error_id: warning, environments: ['production'] }, 0],
    ];
    const rules = [];
    for (const [fields, value] of filters) rules.push({ rule: await watch({ threshold: 1, ...fields }), value });
    await report(1);
    await report(2, { environment: 'production' });
    await report(4, { environment: 'staging', error_id: warning });
    await report(100, { error_id: ignored, environment: 'production' });
    await pass(1);
    for (const { rule, value } of rules)
      expect(
        (await alertsOf(rule)).map((alert) => alert.value),
        JSON.stringify(rule),
      ).to.deep.equal(value ? [value] : []);
  });

  it('count nothing of other projects', async () => {
    const rule = await watch({ threshold: 1 });
    project_id = await createProject();
    error_id = await insertError(app, place());
    await report(10);
    await pass(1);
    expect(await alertsOf(rule)).to.deep.equal([]);
  });

  it('fire once while it lasts, clear after a whole window below, and fire again', async () => {
    const rule = await watch();
    for (let minute = 0; minute < 10; minute += 1) {
      await report(3);
      await pass(1);
    }
    // The last reports were counted in the minute 12:09, whose window reaches until 12:14.
    await pass(4);
    expect(await alertsOf(rule))
      .to.have.length(1)
      .and.have.nested.property('[0].status', 'firing');
    await pass(1);
    const [cleared] = await alertsOf(rule);
    expect(cleared).to.include({ status: 'cleared', cleared_at: '2026-11-30T12:15:00.500Z' });
    await report(3);
    await pass(1);
    expect((await alertsOf(rule)).map(({ status }) => status)).to.deep.equal(['cleared', 'firing']);
    expect(await eventsOf(rule)).to.deep.equal(['alert.fired', 'alert.cleared', 'alert.fired']);
  });

  it('do not flap while the sum moves around the threshold', async () => {
    const rule = await watch({ threshold: 17, window: 'PT10M' });
    // Between 12 and 18 in ten minutes, once there are ten: around 15.
    for (let minute = 0; minute < 40; minute += 1) {
      await report(minute % 2 === 0 ? 1 : 2);
      if (minute % 9 === 0) await report(2);
      await pass(1);
    }
    expect(await eventsOf(rule)).to.deep.equal(['alert.fired']);
  });

  it('are made up for after a pause: a burst that has passed fires once, and is cleared', async () => {
    const rule = await watch();
    await pass(1);
    clock.advance(30 * MINUTE_MS);
    await report(3);
    clock.advance(60 * MINUTE_MS);
    await report(5);
    clock.advance(60 * MINUTE_MS);
    await evaluate();
    const alerts = await alertsOf(rule);
    expect(alerts).to.have.length(1);
    expect(alerts[0]).to.include({ status: 'cleared', value: 3, window_started_at: '2026-11-30T12:27:00.000Z' });
    await pass(10);
    expect(await eventsOf(rule)).to.deep.equal(['alert.fired', 'alert.cleared']);
  });

  it('are not reached by what happened before the rule, except in its first window', async () => {
    await report(5);
    await pass(2);
    const [late, inTime] = [await watch({ window: 'PT1M' }), await watch({ threshold: 6 })];
    await report(1);
    await pass(1);
    expect(await alertsOf(late)).to.deep.equal([]);
    expect((await alertsOf(inTime)).map(({ value }) => value)).to.deep.equal([6]);
  });

  it('of inactive rules and of archived projects do not fire, and archiving clears', async () => {
    const [inactive, firing] = [await watch({ is_active: false }), await watch()];
    await report(3);
    await pass(1);
    await database.db.knex('projects').where({ id: project_id }).update({ archived_at: clock.now() });
    const archived = await watch();
    await pass(1);
    expect(await alertsOf(inactive)).to.deep.equal([]);
    expect(await alertsOf(archived)).to.deep.equal([]);
    expect((await alertsOf(firing)).map(({ status }) => status)).to.deep.equal(['cleared']);
  });

  it('fire no second time within the window when a rule is turned off and on', async () => {
    const rule = await watch();
    await report(3);
    await pass(1);
    const turn = (version: number, is_active: boolean) =>
      replaceRule(database.db, { ...rule, is_active, version, updated_at: clock.now().toISOString() });
    await turn(2, false);
    await database.db
      .knex('error_alerts')
      .where({ rule_id: rule.id })
      .update({ status: 'cleared', cleared_at: clock.now() });
    await turn(3, true);
    await pass(1);
    expect(await alertsOf(rule)).to.have.length(1);
    await pass(6);
    await report(3);
    await pass(1);
    expect(await alertsOf(rule)).to.have.length(2);
  });

  it('fire once where several processes evaluate at the same time', async () => {
    const rule = await watch();
    await report(3);
    clock.advance(MINUTE_MS);
    await Promise.all(Array.from({ length: 6 }, evaluate));
    expect(await alertsOf(rule)).to.have.length(1);
    expect(await eventsOf(rule)).to.deep.equal(['alert.fired']);
  });
});
