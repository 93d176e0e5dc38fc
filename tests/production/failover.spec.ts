import { expect } from 'chai';
import { createAccount, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { bodyOf, createProject } from '../support/factories.ts';
import { openHost, type DatabaseHost } from '../support/production/database-host.ts';
import { readBlock, runCommands } from '../support/production/document-commands.ts';
import { startPgBouncer, type PgBouncer } from '../support/production/pgbouncer.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { startWriters } from '../support/production/writers.ts';
import { prepareServer, type ServerProcess } from '../support/server-process.ts';

const recoveryPage = 'docs/DISASTER_RECOVERY.md';
const REQUEST_TIMEOUT_MS = 2000;

describe('failover to a replica with synchronous commit', function () {
  this.timeout(120_000);
  let primary: Postgres;
  let standby: Postgres;
  let pgbouncer: PgBouncer;
  let onStandby: DatabaseHost;
  let server: ServerProcess;
  let account: Account;

  beforeEach(async () => {
    primary = await startPostgres();
    const PRIMARY_URL = primary.url('postgres');
    standby = await startPostgres({
      fill: async (PGDATA, owner) => {
        await runCommands(readBlock(recoveryPage, 'Set up a replica', 'sh'), { PRIMARY_URL, PGDATA }, owner);
      },
    });
    await runCommands(readBlock(recoveryPage, 'Wait for the replica', 'sh'), { PRIMARY_URL });
    pgbouncer = await startPgBouncer(primary);
    server = await prepareServer(
      { REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS) },
      { url: pgbouncer.url, drop: async () => undefined },
    );
    await server.start();
    account = await createAccount(server);
    onStandby = openHost(standby.url());
  });
  afterEach(async () => {
    await server.remove();
    await onStandby.close();
    await pgbouncer.stop();
    await standby.remove();
    await primary.remove();
  });

  const statusOf = async (path: string): Promise<number> => (await fetch(`${server.url}${path}`)).status;
  const taskIds = async (): Promise<Set<string>> => {
    const rows = await onStandby.query<{ id: string }>('SELECT id FROM tasks');
    return new Set(rows.map(({ id }) => id));
  };

  it('loses no acknowledged write, and needs no restart of the server', async () => {
    const writers = startWriters(account, await createProject(account));
    await writers.more(100);
    const before = writers.acknowledged.length;
    const lostAt = performance.now();
    await primary.stop('immediate');
    await eventually(async () => expect(await statusOf('/health/readiness')).to.equal(503));
    expect(await statusOf('/health/liveness')).to.equal(200);
    const promotedAt = performance.now();
    await runCommands(readBlock(recoveryPage, 'Fail over by hand', 'sh'), {
      STANDBY_URL: standby.url('postgres'),
      STANDBY_HOST: '127.0.0.1',
      STANDBY_PORT: String(standby.port),
      PGBOUNCER_INI: pgbouncer.configuration,
      PGBOUNCER_URL: pgbouncer.consoleUrl,
    });
    await writers.more(100);
    await writers.stop();
    const first = writers.acknowledged.find(({ at }) => at > promotedAt);
    const present = await taskIds();
    expect(writers.acknowledged.filter(({ id }) => !present.has(id))).to.deep.equal([]);
    expect(writers.acknowledged.length).to.be.above(before);
    expect([...writers.refused.keys()].filter((status) => status !== 503)).to.deep.equal([]);
    expect(await statusOf('/health/readiness')).to.equal(200);
    await eventually(async () => {
      const { is_intact } = bodyOf(await account.v2.GET('/api/v2/audit-log/verification'));
      expect(is_intact).to.equal(true);
    }, 15_000);
    const secondsFrom = (from: number): string => ((first!.at - from) / 1000).toFixed(1);
    console.log(
      `figure: failover: writes again ${secondsFrom(promotedAt)} s after the commands began, ${secondsFrom(lostAt)} s after the primary was lost; ${writers.acknowledged.length} acknowledged writes, 0 lost`,
    );
  });

  it('acknowledges no write that the replica has not confirmed', async () => {
    const project = await createProject(account);
    await standby.stop('immediate');
    const params = { path: { project_id: project.id } };
    const body = { title: 'Unconfirmed', type: 'task', status: 'todo', priority: 'none' } as const;
    const { response } = await account.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body });
    expect(response.status).to.equal(503);
    expect(response.headers.get('retry-after')).to.match(/^\d+$/);
  });
});
