import { expect } from 'chai';
import type { AnyHandler } from '../../src/contract/options.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf } from '../support/factories.ts';
import { createOperator, installation } from '../support/installation.ts';

// The responses break the contract on purpose.
// eslint-disable-next-line no-restricted-globals
const uncheckedFetch = fetch;

const HOUR_MS = 3_600_000;
const TIMES = 1000;

describe('incidents of the installation', function () {
  this.timeout(60_000);
  const broken: AnyHandler = async () => ({ status: 200, body: { data: [1], secret: 'leaked' } });
  const buggy: AnyHandler = async () => {
    throw new TypeError('cannot read properties of undefined');
  };
  const app = useApp({ app: { handlers: { v2: { listProjects: broken, listOrganizations: buggy } } } });
  let operator: Account;
  before(async () => {
    operator = await createOperator(app);
  });

  const open = async (service: string) =>
    bodyOf(await operator.v2.GET('/api/v2/incidents', { params: { query: { service, status: 'open' } } })).data;
  const groupsOf = (errorId: string | null) =>
    app.query('SELECT occurrence_count::integer, organization_id, project_id FROM error_groups WHERE id = $1', [
      errorId,
    ]);
  const mailsTo = async ({ email }: Account) =>
    (
      await app.query<{ payload: { subject: string } }>(
        `SELECT payload FROM outbox WHERE name = 'mail.send' AND payload ->> 'to' = $1`,
        [email],
      )
    ).length;

  it('a response that breaks the contract a thousand times is one incident and one error, counted exactly', async () => {
    const caller = await createAccount(app);
    for (let sent = 0; sent < TIMES; sent += 50) {
      const responses = await Promise.all(
        Array.from({ length: 50 }, () =>
          uncheckedFetch(`${app.url}/api/v2/projects`, { headers: { authorization: `Bearer ${caller.token}` } }),
        ),
      );
      expect(responses.map(({ status }) => status)).to.deep.equal(responses.map(() => 500));
    }
    const [incident, ...others] = await eventually(async () => {
      const found = await open('listProjects');
      expect(found[0]?.occurrence_count).to.equal(TIMES);
      expect(found[0]?.error_id).to.be.a('string');
      return found;
    }, 20_000);
    expect(others).to.deep.equal([]);
    expect(incident).to.include({ kind: 'contract', service: 'listProjects' });
    expect(await groupsOf(incident!.error_id)).to.deep.equal([{ ...installation, occurrence_count: TIMES }]);
    const reported = await app.query('SELECT count(*)::integer AS count FROM error_groups WHERE organization_id = $1', [
      installation.organization_id,
    ]);
    expect(reported).to.deep.equal([{ count: 1 }]);
  });

  it('a bug is an error with its stack trace, which others do not see', async () => {
    const stranger = await createAccount(app);
    await uncheckedFetch(`${app.url}/api/v2/organizations`, { headers: { authorization: `Bearer ${stranger.token}` } });
    const [incident] = await eventually(async () => {
      const found = await open('listOrganizations');
      expect(found).to.have.length(1);
      return found;
    }, 20_000);
    expect(incident).to.include({ kind: 'request', message: 'cannot read properties of undefined' });
    const params = { path: { error_id: incident!.error_id! } };
    const shown = await operator.v2.GET('/api/v2/errors/{error_id}', { params });
    expect(shown.data).to.include({ type: 'TypeError', status: 'open', ...installation });
    expect((await stranger.v2.GET('/api/v2/errors/{error_id}', { params })).response.status).to.equal(404);
  });

  it('operators are told once, again while it stays open, and when it has closed', async () => {
    const due = async () => app.query('SELECT 1 FROM incidents WHERE next_mail_at <= $1', [app.clock.now()]);
    // One that still runs would meet the next time of the clock.
    const jobs = async () =>
      app.query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'incidents.follow_up' AND key IS NULL");
    const followUp = async () => {
      await app.query("SELECT graphile_worker.add_job('incidents.follow_up')");
      await app.query("SELECT graphile_worker.add_job('incidents.follow_up')");
      await eventually(async () => expect([...(await due()), ...(await jobs())]).to.deep.equal([]), 20_000);
    };
    app.clock.advance(1000);
    await followUp();
    const told = await app.mail.next(operator.email);
    expect(told.subject).to.match(
      /^Incident: Responses of v2 listProjects would break the contract(?: \(and 1 more\))?$/,
    );
    // The job also runs by itself, every minute, and may have met the first incident before the second opened.
    if (!told.subject.includes('and 1 more')) {
      const { subject } = await app.mail.next(operator.email);
      expect(subject).to.match(/^Incident: (?!.*listProjects)/);
    }
    expect(told.text).to.include(`${TIMES} times since`);
    for (const [wait, status] of [
      [HOUR_MS * 0.99, 'open'],
      [HOUR_MS * 2, 'closed'],
    ] as const) {
      app.clock.advance(wait);
      await followUp();
      await eventually(
        async () => expect((await open('listProjects')).length).to.equal(status === 'open' ? 1 : 0),
        20_000,
      );
    }
    const closed = await app.mail.next(operator.email);
    expect(closed.subject).to.match(/^Incident closed: /);
    expect(await mailsTo(operator)).to.equal(0);
    const [chain] = await app.query(
      `SELECT count(*) FILTER (WHERE action = 'incident.open')::integer AS opened, count(*) FILTER (WHERE action = 'incident.close')::integer AS closed
         FROM audit_log WHERE organization_id IS NULL AND actor_type = 'system'`,
    );
    expect(chain).to.deep.equal({ opened: 2, closed: 2 });
  });

  it('whoever becomes an operator is an admin of its organization, and leaves it with the role', async () => {
    const { user_id } = await createAccount(app);
    const setOperator = async (is_operator: boolean) =>
      bodyOf(
        await operator.v2.PATCH('/api/v2/users/{user_id}', { params: { path: { user_id } }, body: { is_operator } }),
      );
    const roles = () =>
      app.query('SELECT role FROM organization_members WHERE user_id = $1 AND organization_id = $2', [
        user_id,
        installation.organization_id,
      ]);
    const home = (await setOperator(true)).home_organization_id;
    expect(await roles()).to.deep.equal([{ role: 'admin' }]);
    expect((await setOperator(false)).home_organization_id).to.equal(home);
    expect(await roles()).to.deep.equal([]);
  });
});
