import { expect } from 'chai';
import type { Project, Task } from '../../generated/v2/types.ts';
import { newId } from '../../src/platform/ids.ts';
import { createAccount, createSession, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject, createTask } from '../support/factories.ts';
import { createInvitation, newInvitee } from '../support/invitations.ts';
import { startFleet, type Fleet, type FleetServer } from '../support/production/fleet.ts';
import { startLoad, type Load } from '../support/production/load.ts';
import { bearer } from '../support/sample-request.ts';

const heavyPerMinute = 12;
const requestsPerSecond = 40;

describe('three servers and two workers behind the proxy of deploy/', function () {
  this.timeout(240_000);
  let fleet: Fleet;
  let account: Account;
  let project: Project;

  before(async () => {
    const many = '1000000';
    const settings = { RATE_LIMIT_READ: many, RATE_LIMIT_WRITE: many, RATE_LIMIT_HEAVY: String(heavyPerMinute) };
    fleet = await startFleet({ servers: 3, workers: 2, settings });
  });
  beforeEach(async () => {
    account = await createAccount(fleet.host);
    project = await createProject(account);
  });
  after(() => fleet.stop());

  /** How many requests of an operation each server has served. */
  const servedBy = (operation: string): Promise<number[]> =>
    Promise.all(fleet.servers.map(({ counter }) => counter('http_requests_total', `operation_id="${operation}"`)));

  /** How many more requests each server has served after `work`. */
  async function shareOf(operation: string, work: () => Promise<unknown>): Promise<number[]> {
    const before = await servedBy(operation);
    await work();
    return (await servedBy(operation)).map((count, index) => count - before[index]!);
  }

  const inParallel = <Result>(count: number, run: () => Promise<Result>): Promise<Result[]> =>
    Promise.all(Array.from({ length: count }, run));

  it('need no sticky sessions: a session is valid on every server, and revoked on every server', async () => {
    const session = await createSession(fleet.host, account);
    const getMe = (): Promise<Response> => fetch(`${fleet.host.url}/api/v2/me`, { headers: bearer(session) });
    const statuses = new Set<number>();
    const shares = await shareOf('getMe', async () => {
      for (const { status } of await inParallel(30, getMe)) statuses.add(status);
    });
    expect([...statuses]).to.deep.equal([200]);
    for (const share of shares) expect(share).to.be.at.least(5);
    const url = `${fleet.host.url}/api/v2/auth/logout`;
    const left = await fetch(url, { method: 'POST', headers: bearer(session) });
    expect(left.status).to.equal(204);
    const after = new Set((await inParallel(30, getMe)).map(({ status }) => status));
    expect([...after]).to.deep.equal([401]);
  });

  it('share the limits: a client gets its quota once, not once per server', async () => {
    const url = `${fleet.host.url}/api/v2/projects/${project.id}/stats`;
    let statuses: number[] = [];
    const shares = await shareOf('getProjectStats', async () => {
      const responses = await inParallel(3 * heavyPerMinute, () => fetch(url, { headers: bearer(account) }));
      statuses = responses.map(({ status }) => status);
    });
    for (const share of shares) expect(share).to.be.at.least(1);
    expect(statuses.filter((status) => status === 200)).to.have.length(heavyPerMinute);
    expect(statuses.filter((status) => status === 429)).to.have.length(2 * heavyPerMinute);
  });

  it('share idempotency keys: parallel duplicates on all servers have one effect and one response', async () => {
    const headers = { ...bearer(account), 'content-type': 'application/json', 'idempotency-key': newId() };
    const body = JSON.stringify({ title: 'Made once' });
    const create = async (): Promise<string> => {
      for (;;) {
        const url = `${fleet.host.url}/api/v2/projects/${project.id}/tasks`;
        const response = await fetch(url, { method: 'POST', headers, body });
        if (response.status === 201) return ((await response.json()) as Task).id;
        expect(response.status, 'while the first one runs').to.equal(409);
      }
    };
    let ids: string[] = [];
    const shares = await shareOf('createTask', async () => {
      ids = await inParallel(60, create);
    });
    for (const share of shares) expect(share).to.be.at.least(1);
    expect(new Set(ids)).to.have.property('size', 1);
    const rows = await fleet.host.query('SELECT id FROM tasks WHERE project_id = $1', [project.id]);
    expect(rows).to.deep.equal([{ id: ids[0] }]);
  });

  it('run each job once, although both workers relay, seal and fetch', async () => {
    const invitees = Array.from({ length: 40 }, newInvitee);
    await Promise.all(invitees.map((email) => createInvitation(account, { email })));
    const sent = async (): Promise<string[]> => {
      const all = (await Promise.all(fleet.workers.map(({ recipients }) => recipients()))).flat();
      return all.filter((address) => invitees.includes(address));
    };
    await eventually(async () => expect(new Set(await sent())).to.have.property('size', invitees.length), 60_000);
    await untilIdle();
    expect((await sent()).toSorted()).to.deep.equal(invitees.toSorted());
  });

  it('go on with the jobs of a worker that is killed', async () => {
    const [killed, other] = fleet.workers;
    const invitees = Array.from({ length: 40 }, newInvitee);
    const invited = Promise.all(invitees.map((email) => createInvitation(account, { email })));
    await killed!.program.end('SIGKILL');
    await invited;
    await eventually(async () => {
      const sent = new Set([...(await killed!.recipients()), ...(await other!.recipients())]);
      expect(invitees.filter((address) => !sent.has(address))).to.deep.equal([]);
    }, 60_000);
    await killed!.program.start('worker');
  });

  describe('under load', () => {
    let load: Load;
    beforeEach(async () => {
      const projects = [project, await createProject(account), await createProject(account)];
      const task = await createTask(account, project, { title: 'Read all the time' });
      load = startLoad({ url: fleet.host.url, account, projects, task, requestsPerSecond });
      await more(100);
    });

    /** Waits until so many more requests have ended. */
    async function more(count: number): Promise<void> {
      const target = load.ended() + count;
      await eventually(() => Promise.resolve(expect(load.ended()).to.be.at.least(target)), 60_000);
    }

    /** No read failed; each acknowledged write is there once, and in an audit chain without a gap. */
    async function expectNoHarm(): Promise<void> {
      const { reads, created, failures } = await load.stop();
      expect(new Set(reads)).to.deep.equal(new Set(['200']));
      expect(failures).to.deep.equal([]);
      const rows = await fleet.host.query<{ title: string }>(
        "SELECT title FROM tasks WHERE organization_id = $1 AND title LIKE 'Written under load %'",
        [account.organization_id],
      );
      expect(rows.map(({ title }) => title).toSorted()).to.deep.equal(created.toSorted());
      await eventually(async () => {
        const verified = bodyOf(await account.v2.GET('/api/v2/audit-log/verification'));
        expect(verified).to.include({ is_intact: true });
        expect(verified.checked).to.be.at.least(created.length);
      }, 30_000);
    }

    it('lose no read and no write when a server is killed with requests in flight, and use it when it is back', async () => {
      const [killed] = fleet.servers as readonly [FleetServer];
      // Requests collect on a server that is stopped, so that the kill meets some for certain.
      killed.program.signal('SIGSTOP');
      await eventually(() => Promise.resolve(expect(load.running()).to.be.at.least(16)), 60_000);
      await killed.program.end('SIGKILL');
      await more(100);
      await killed.program.start('serve', '--no-worker');
      await eventually(async () => {
        expect(await killed.counter('http_requests_total', 'operation_id="getTask"')).to.be.at.least(1);
      }, 30_000);
      await expectNoHarm();
    });

    it('lose nothing when a server is stopped and continued: the proxy leaves it out meanwhile', async () => {
      const [stopped] = fleet.servers as readonly [FleetServer];
      stopped.program.signal('SIGSTOP');
      try {
        await eventually(async () => {
          for (let request = 0; request < 2 * fleet.servers.length; request++) {
            const url = `${fleet.host.url}/api/v2/me`;
            await fetch(url, { headers: bearer(account), signal: AbortSignal.timeout(5000) });
          }
        }, 60_000);
        await more(100);
      } finally {
        stopped.program.signal('SIGCONT');
      }
      await expectNoHarm();
    });
  });

  /** Waits until no event and no job is left. */
  async function untilIdle(): Promise<void> {
    await eventually(async () => {
      expect(await fleet.host.query('SELECT id FROM outbox')).to.deep.equal([]);
      expect(await fleet.host.query('SELECT id FROM graphile_worker.jobs')).to.deep.equal([]);
    }, 30_000);
  }
});
