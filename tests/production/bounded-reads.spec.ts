import { expect } from 'chai';
import { operations } from '../../generated/v2/operations.ts';
import type { Project } from '../../generated/v2/types.ts';
import { readPrimaryState } from '../../src/audit/own-changes.ts';
import { checkReplica } from '../../src/commands/doctor/replica-check.ts';
import { loadConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { createAccount, createMember, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { createLabel, createProject } from '../support/factories.ts';
import { openHost, type DatabaseHost } from '../support/production/database-host.ts';
import { startLocalServer, type LocalServer } from '../support/production/local-server.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { startReplica } from '../support/production/replica.ts';
import { bearer } from '../support/sample-request.ts';

/** For each operation that a replica may serve: a request whose response contains the name of a new label. */
const targets: Readonly<Record<string, (project: Project) => string>> = {
  listAuditEntries: () => '/api/v2/audit-log?sort=-created_at&limit=100',
  exportAuditLog: () => '/api/v2/audit-log/export',
  exportProject: ({ id }) => `/api/v2/projects/${id}/export`,
};
const cases = Object.entries(targets);

describe('reads that a streaming replica may serve', function () {
  this.timeout(120_000);
  let [primary, replica]: Postgres[] = [];
  let [onPrimary, onReplica]: DatabaseHost[] = [];
  /** The bound is so wide that a paused replica is used, or so narrow that only a current one is. */
  let [patient, strict]: LocalServer[] = [];
  let [owner, admin]: Account[] = [];
  let project: Project;
  const opened: LocalServer[] = [];

  before(async () => {
    primary = await startPostgres();
    replica = await startReplica(primary);
    [onPrimary, onReplica] = [openHost(primary.url()), openHost(replica.url())];
    patient = await serve({ REPLICA_STALENESS_SECONDS_MAX: '300' });
    strict = await serve({ REPLICA_STALENESS_SECONDS_MAX: '0' });
  });
  beforeEach(async () => {
    owner = await createAccount(patient!.host);
    admin = await createMember(patient!.host, owner, 'admin');
    project = await createProject(owner);
    await caughtUp();
  });
  afterEach(() => onReplica!.query('SELECT pg_wal_replay_resume()'));
  after(async () => {
    for (const served of opened) await served.stop();
    await Promise.all([onPrimary?.close(), onReplica?.close()]);
    await replica?.remove();
    await primary?.remove();
  });

  async function serve(settings: Readonly<Record<string, string>>): Promise<LocalServer> {
    const served = await startLocalServer(primary!.url(), { DATABASE_REPLICA_URL: replica!.url(), ...settings });
    opened.push(served);
    return served;
  }

  /** Returns what the doctor finds about the replica. */
  async function doctorOf(settings: Readonly<Record<string, string>>): Promise<string> {
    const urls = { DATABASE_URL: primary!.url(), DATABASE_REPLICA_URL: replica!.url() };
    const findings = await checkReplica(loadConfig({ NODE_ENV: 'test', DATA_DIR: '.data/test', ...urls, ...settings }));
    return findings.map(({ state, text }) => `${state} ${text}`).join('\n');
  }

  /** Waits until the replica has what is committed now. */
  async function caughtUp(): Promise<void> {
    const [end] = await onPrimary!.query<{ lsn: string }>('SELECT pg_current_wal_flush_lsn()::text AS lsn');
    await eventually(async () => {
      const [state] = await onReplica!.query<{ is_there: boolean }>(
        'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS is_there',
        [end!.lsn],
      );
      expect(state?.is_there).to.equal(true);
    }, 30_000);
  }

  async function pauseReplay(): Promise<void> {
    await onReplica!.query('SELECT pg_wal_replay_pause()');
    await eventually(async () => {
      const [state] = await onReplica!.query<{ state: string }>('SELECT pg_get_wal_replay_pause_state() AS state');
      expect(state?.state).to.equal('paused');
    });
  }

  const get = (served: LocalServer, account: Account, target: string): Promise<Response> =>
    fetch(`${served.host.url}${target}`, { headers: bearer(account) });

  async function uses(served: LocalServer): Promise<Record<string, number>> {
    const text = await (await fetch(`${served.host.url}/metrics`)).text();
    const lines = [...text.matchAll(/^bounded_reads_total\{use="(\w+)"\} (\d+)$/gm)];
    return Object.fromEntries(lines.map(([, use = '', count]) => [use, Number(count)]));
  }

  /** Sends the request of each operation. @returns the responses' texts, and how often each use was counted */
  async function readAll(served: LocalServer, account: Account) {
    const before = await uses(served);
    const texts: string[] = [];
    for (const [operation, target] of cases) {
      const response = await get(served, account, target(project));
      expect(response.status, operation).to.equal(200);
      texts.push(await response.text());
    }
    const after = await uses(served);
    const counted = Object.entries(after).map(([use, count]) => [use, count - (before[use] ?? 0)] as const);
    return { texts, uses: Object.fromEntries(counted.filter(([, count]) => count > 0)) };
  }

  it('are those that the contract marks', () => {
    const marked = operations.filter(({ consistency }) => consistency === 'bounded').map(({ id }) => id);
    expect(Object.keys(targets)).to.have.members(marked);
  });

  it('use the replica, and lack changes by others that it has not replayed', async () => {
    await pauseReplay();
    const { name } = await createLabel(owner!, project);
    const read = await readAll(patient!, admin!);
    expect(read.uses).to.deep.equal({ replica: cases.length });
    for (const text of read.texts) expect(text).not.to.include(name);
    await onReplica!.query('SELECT pg_wal_replay_resume()');
    await caughtUp();
    const later = await readAll(strict!, admin!);
    for (const text of later.texts) expect(text).to.include(name);
  });

  it("contain the caller's own changes, whichever server made them and whatever the replica lacks", async () => {
    await pauseReplay();
    const { name } = await createLabel(owner!, project);
    for (const served of [patient!, strict!]) {
      const read = await readAll(served, owner!);
      expect(read.uses).to.deep.equal({ own_change: cases.length });
      for (const text of read.texts) expect(text).to.include(name);
    }
  });

  it('use the replica again as soon as it has replayed the change of the caller', async () => {
    await createLabel(owner!, project);
    await eventually(async () => {
      await caughtUp();
      expect((await readAll(patient!, owner!)).uses).to.deep.equal({ replica: cases.length });
    });
  });

  it('use the primary if the replica is staler than the bound', async () => {
    await pauseReplay();
    const { name } = await createLabel(owner!, project);
    const read = await readAll(strict!, admin!);
    expect(read.uses).to.deep.equal({ stale: cases.length });
    for (const text of read.texts) expect(text).to.include(name);
  });

  it('never authorize by the replica', async () => {
    await pauseReplay();
    const { organization_id, user_id } = admin!;
    await onPrimary!.query('DELETE FROM organization_members WHERE organization_id = $1 AND user_id = $2', [
      organization_id,
      user_id,
    ]);
    for (const [operation, target] of cases) {
      const refused = await get(patient!, admin!, target(project));
      expect(refused.status, operation).to.equal(401);
    }
    await onPrimary!.query('UPDATE projects SET visibility = $2 WHERE id = $1', [project.id, 'private']);
    const member = await createMember(patient!.host, owner!);
    const hidden = await get(patient!, member, targets['exportProject']!(project));
    expect(hidden.status, 'the project is private on the primary alone').to.equal(404);
  });

  it('use the primary while the replica hangs, and ask it again after some seconds', async () => {
    const fresh = await serve({});
    expect((await readAll(fresh, admin!)).uses).to.deep.equal({ replica: cases.length });
    const pids = (
      await onReplica!.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'architect reads'",
      )
    ).map(({ pid }) => pid);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    try {
      expect((await readAll(fresh, admin!)).uses).to.deep.equal({ unavailable: cases.length });
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
    await eventually(async () => {
      expect((await readAll(fresh, admin!)).uses).to.deep.equal({ replica: cases.length });
    }, 20_000);
  });

  it('use the primary if what is configured is no replica of its database, and the doctor says so', async () => {
    const other = await startPostgres();
    const unrelated = await startReplica(other);
    try {
      for (const url of [primary!.url(), unrelated.url(), replica!.url('postgres')]) {
        expect(await doctorOf({ DATABASE_REPLICA_URL: url })).to.match(/^warn the database of .* is no replica of/);
        const served = await serve({ DATABASE_REPLICA_URL: url });
        expect((await readAll(served, admin!)).uses).to.deep.equal({ unavailable: cases.length });
      }
    } finally {
      await unrelated.remove();
      await other.remove();
    }
  });

  it('are foretold by the doctor', async () => {
    expect(await doctorOf({})).to.match(/^ok it streams from its primary/);
    await pauseReplay();
    await createLabel(owner!, project);
    expect(await doctorOf({ REPLICA_STALENESS_SECONDS_MAX: '300' })).to.match(/^ok it streams from its primary/);
    expect(await doctorOf({ REPLICA_STALENESS_SECONDS_MAX: '0' })).to.match(/^warn it is \d+\.\d s behind its primary/);
  });

  it('do not fail while the server of DATABASE_URL is itself a replica, as in the middle of a failover', async () => {
    const database = await openDatabase({ url: replica!.url() });
    try {
      const { lsn } = await readPrimaryState(database.db, admin!, new Date());
      expect(lsn).to.match(/^[0-9A-F]+\/[0-9A-F]+$/);
    } finally {
      await database.close();
    }
  });

  it('use the primary while the replica is down, and the replica once it is back', async () => {
    await replica!.stop('immediate');
    const { name } = await createLabel(owner!, project);
    const read = await readAll(patient!, admin!);
    expect(read.uses).to.deep.equal({ unavailable: cases.length });
    for (const text of read.texts) expect(text).to.include(name);
    await replica!.start();
    await eventually(async () => {
      await caughtUp();
      expect((await readAll(patient!, admin!)).uses).to.deep.equal({ replica: cases.length });
    }, 30_000);
  });
});
