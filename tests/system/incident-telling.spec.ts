import { expect } from 'chai';
import type { AnyHandler } from '../../src/contract/options.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { incidentsOf } from '../support/incidents.ts';
import { createOperator, installation } from '../support/installation.ts';

// Requests fail on purpose.
// eslint-disable-next-line no-restricted-globals
const uncheckedFetch = fetch;

const HOUR_MS = 3_600_000;
const SERVICE = 'listOrganizations';

describe('what operators are told of an incident', function () {
  this.timeout(120_000);
  const buggy: AnyHandler = async () => {
    throw new TypeError('cannot read properties of undefined');
  };
  let app: TestApp;
  let operator: Account;
  let caller: Account;
  beforeEach(async () => {
    const settings = { INCIDENT_ESCALATION_DELAY_MS: '0' };
    app = await startApp({ settings, app: { handlers: { v2: { listOrganizations: buggy } } } });
    operator = await createOperator(app);
    caller = await createAccount(app);
  });
  afterEach(() => app.stop());

  const fail = async (count: number): Promise<void> => {
    const headers = { authorization: `Bearer ${caller.token}` };
    expect((await uncheckedFetch(`${app.url}/api/v2/organizations`, { headers })).status).to.equal(500);
    await eventually(async () => {
      const [incident] = await incidentsOf(operator, SERVICE);
      expect(incident).to.include({ status: 'open', occurrence_count: count });
    }, 20_000);
  };
  const followUp = async (): Promise<void> => {
    // The queue has the clock of the database, for which the times of the app are in the future.
    await app.query("SELECT graphile_worker.add_job('incidents.follow_up', job_key := 'incidents.follow_up')");
    await eventually(async () => {
      const waiting = await app.query(
        `SELECT name FROM outbox UNION ALL
         SELECT task_identifier FROM graphile_worker.jobs
          WHERE task_identifier IN ('incidents.follow_up', 'mail.send') AND run_at <= now()`,
      );
      expect(waiting).to.deep.equal([]);
    }, 20_000);
  };
  const toldTimes = async (): Promise<number> => {
    await followUp();
    const [incident] = await incidentsOf(operator, SERVICE);
    expect(await app.mail.all(operator.email)).to.have.length(incident!.escalation_count);
    return incident!.escalation_count;
  };

  it('again after an hour, after two more, and once more when it has closed', async () => {
    let failures = 0;
    const told: [hours: number, times: number][] = [];
    for (let minutes = 0; minutes <= 240; minutes += 30) {
      await fail((failures += 1));
      told.push([minutes / 60, await toldTimes()]);
      app.clock.advance(HOUR_MS / 2);
    }
    expect(told).to.deep.equal([
      [0, 1],
      [0.5, 1],
      [1, 2],
      [1.5, 2],
      [2, 2],
      [2.5, 2],
      [3, 3],
      [3.5, 3],
      [4, 3],
    ]);
    app.clock.advance(HOUR_MS / 2 + 1000);
    await followUp();
    await followUp();
    const [closed, ...others] = await incidentsOf(operator, SERVICE);
    expect(others).to.deep.equal([]);
    expect(closed).to.include({ status: 'closed', occurrence_count: failures, escalation_count: 4 });
    const mails = await app.mail.all(operator.email);
    expect(mails.map(({ subject }) => subject.split(':')[0])).to.deep.equal([
      'Incident',
      'Incident',
      'Incident',
      'Incident closed',
    ]);
  });

  it('although its error log fails, which causes no more failures', async () => {
    await app.query('ALTER TABLE error_groups RENAME TO elsewhere');
    await fail(1);
    expect(await toldTimes()).to.equal(1);
    const dropped = async (): Promise<number> => {
      const text = await (await checkedFetch(`${app.url}/metrics`)).text();
      return Number(/^incident_reports_dropped_total\{reason="refused"\} (\d+)$/m.exec(text)?.[1]);
    };
    expect(await dropped()).to.equal(1);
    // The log compares successes of jobs with what is open, and would tell of its own failure, within this time.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    const open = await app.query('SELECT kind, service, occurrence_count::integer AS count, error_id FROM incidents');
    expect(open).to.deep.equal([{ kind: 'request', service: SERVICE, count: 1, error_id: null }]);
    expect(await dropped()).to.equal(1);
    await app.query('ALTER TABLE elsewhere RENAME TO error_groups');
    await fail(2);
    const [incident] = await eventually(async () => {
      const found = await incidentsOf(operator, SERVICE);
      expect(found[0]?.error_id).to.be.a('string');
      return found;
    }, 20_000);
    const groups = await app.query('SELECT project_id FROM error_groups WHERE id = $1', [incident!.error_id]);
    expect(groups).to.deep.equal([{ project_id: installation.project_id }]);
  });
});
