import { expect } from 'chai';
import { checkPooler } from '../../src/commands/doctor/pooler-check.ts';
import { loadConfig } from '../../src/config.ts';
import type { AnyHandler } from '../../src/contract/options.ts';
import { ForeseenError } from '../../src/problems/foreseen-error.ts';
import { createAccount, type Account } from '../support/accounts.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';
import { createInvitation, newInvitee } from '../support/invitations.ts';
import { openHost, type DatabaseHost } from '../support/production/database-host.ts';
import { startLocalServer, type LocalServer } from '../support/production/local-server.ts';
import { hasNamedStatements, startPgBouncer, type PgBouncer } from '../support/production/pgbouncer.ts';
import { startPostgres, type Postgres } from '../support/production/postgres.ts';
import { bearer } from '../support/sample-request.ts';
import { freePort } from '../support/server-process.ts';
import { thrownBy } from '../support/thrown-by.ts';

const serverConnections = 4;
const sleep = { name: 'test.sleep', text: 'SELECT pg_sleep($1)' };

describe('PgBouncer in transaction mode', function () {
  this.timeout(120_000);
  let postgres: Postgres;
  let database: DatabaseHost;
  let pooler: PgBouncer;
  let settings: Readonly<Record<string, string>>;

  before(async () => {
    // Clients of a server far away from UTC: times would be wrong without the settings of the role.
    postgres = await startPostgres({ settings: { timezone: 'Asia/Tokyo', datestyle: 'German' } });
    database = openHost(postgres.url());
    pooler = await startPooler();
    const named = String(hasNamedStatements());
    settings = { DATABASE_POOLER_URL: pooler.url, DATABASE_POOLER_NAMED_STATEMENTS: named };
  });
  after(async () => {
    await pooler.stop();
    await database.close();
    await postgres.remove();
  });

  const startPooler = (): Promise<PgBouncer> =>
    startPgBouncer(postgres, {
      pool_mode: 'transaction',
      default_pool_size: String(serverConnections),
      ...(hasNamedStatements() ? { max_prepared_statements: '200' } : {}),
    });

  it('is refused until the role has the settings that no session can keep', async () => {
    const error = await thrownBy(startLocalServer(postgres.url(), settings));
    expect(error).to.be.instanceOf(ForeseenError);
    const statements = [...(error as Error).message.matchAll(/^ {2}(ALTER ROLE .+)$/gm)].map(([, text = '']) => text);
    expect(statements.map((text) => / SET (\S+) =/.exec(text)?.[1])).to.have.members([
      'TimeZone',
      'DateStyle',
      'statement_timeout',
      'lock_timeout',
      'idle_in_transaction_session_timeout',
    ]);
    const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: '.data/test', DATABASE_URL: postgres.url(), ...settings });
    expect(
      (await checkPooler(config)).map(({ state, remedy }) => [state, remedy?.match(/ALTER ROLE/g)?.length]),
    ).to.deep.equal([['fail', statements.length]]);
    for (const statement of statements) await database.query(statement);
    await pooler.stop();
    pooler = await startPooler();
    settings = { ...settings, DATABASE_POOLER_URL: pooler.url };
    await (await startLocalServer(postgres.url(), settings)).stop();
    expect(await checkPooler({ ...config, pooler: { ...config.pooler, url: pooler.url } })).to.have.nested.property(
      '[0].state',
      'ok',
    );
  });

  it('is waited for at the start, and named in the error if it does not come', async () => {
    const url = `postgres://architect@127.0.0.1:${await freePort()}/architect`;
    const late = { ...settings, DATABASE_POOLER_URL: url, DATABASE_WAIT_MS: '300' };
    const error = await thrownBy(startLocalServer(postgres.url(), late));
    expect(error).to.be.instanceOf(ForeseenError);
    expect((error as Error).message).to.match(
      /^DATABASE_POOLER_URL: no PostgreSQL responds at .* set DATABASE_POOLER_URL/,
    );
  });

  it('is refused if it leads to another database than migrations and jobs use, and the doctor says so', async () => {
    const elsewhere = { ...settings, DATABASE_POOLER_URL: postgres.url('postgres') };
    const error = await thrownBy(startLocalServer(postgres.url(), elsewhere));
    expect(error).to.be.instanceOf(ForeseenError);
    expect((error as Error).message).to.match(/^DATABASE_POOLER_URL leads to another database than DATABASE_URL: set/);
    const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: '.data/test', DATABASE_URL: postgres.url(), ...elsewhere });
    expect(await checkPooler(config)).to.have.nested.property('[0].state', 'fail');
  });

  describe('behind two servers', () => {
    const servers: LocalServer[] = [];
    let account: Account;

    before(async () => {
      for (let count = 0; count < 2; count++) servers.push(await startLocalServer(postgres.url(), settings));
      account = await createAccount(servers[0]!.host);
    });
    after(async () => {
      for (const server of servers) await server.stop();
    });

    it('serves transactions of twenty clients on four connections, each with its own effect', async () => {
      const project = await createProject(account);
      const titles = Array.from({ length: 120 }, (_, index) => `Task ${index}`);
      const clients = servers.map(({ host }) => `${host.url}/api/v2/projects/${project.id}/tasks`);
      const statuses = await Promise.all(
        titles.map(async (title, index) => {
          const headers = { ...bearer(account), 'content-type': 'application/json' };
          const request = { method: 'POST', headers, body: JSON.stringify({ title }) };
          return (await fetch(clients[index % clients.length]!, request)).status;
        }),
      );
      expect(new Set(statuses)).to.deep.equal(new Set([201]));
      const rows = await database.query<{ title: string }>('SELECT title FROM tasks WHERE project_id = $1', [
        project.id,
      ]);
      expect(rows.map(({ title }) => title).toSorted()).to.deep.equal(titles.toSorted());
      const pooled = openHost(pooler.consoleUrl);
      const [held, open] = [await pooled.query('SHOW CLIENTS'), await pooled.query('SHOW SERVERS')];
      await pooled.close();
      expect(held.length).to.be.above(2 * serverConnections);
      expect(open.length).to.be.within(1, serverConnections);
    });

    it('prepares statements once per server connection if PgBouncer can keep them apart', async () => {
      const pooled = openHost(pooler.url);
      const [row] = await pooled.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM pg_prepared_statements',
      );
      await pooled.close();
      expect(row!.count > 0).to.equal(hasNamedStatements());
    });

    it('keeps times in UTC', async () => {
      const task = await createTask(account, await createProject(account));
      const [row] = await database.query<{ at: string }>(
        `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at FROM tasks WHERE id = $1`,
        [task.id],
      );
      expect(task.created_at).to.equal(row!.at);
    });

    it('leaves the queue its own connections, so that jobs are noticed and run once', async () => {
      const email = newInvitee();
      await createInvitation(account, { email });
      await eventually(async () => {
        const sent = await Promise.all(servers.map(({ mail }) => mail.all(email)));
        expect(sent.flat()).to.have.length(1);
      }, 20_000);
      const listening = await database.query("SELECT FROM pg_stat_activity WHERE application_name = 'architect queue'");
      expect(listening).not.to.be.empty;
    });
  });

  it('passes on the cancellation of a statement whose request is past its deadline', async () => {
    const slow: AnyHandler = async (_request, { db }) => {
      await db.query(sleep, [60]);
      return { status: 204, body: undefined };
    };
    const server = await startLocalServer(
      postgres.url(),
      { ...settings, REQUEST_TIMEOUT_READ_MS: '500' },
      { handlers: { v2: { listProjects: slow } } },
    );
    try {
      const account = await createAccount(server.host);
      const response = await fetch(`${server.host.url}/api/v2/projects`, { headers: bearer(account) });
      expect(response.status).to.equal(503);
      await eventually(async () => {
        const running = await database.query(
          "SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep($1)%' AND pid <> pg_backend_pid()",
        );
        expect(running).to.be.empty;
      });
    } finally {
      await server.stop();
    }
  });
});
