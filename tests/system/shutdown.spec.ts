import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import pg from 'pg';
import { createAccount } from '../support/accounts.ts';
import { openBalancer, type Balancer } from '../support/balancer.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { openNetwork, type Network } from '../support/network.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

const portOf = ({ url }: ServerProcess): number => Number(new URL(url).port);

async function statusOf(url: string): Promise<number | undefined> {
  const asked = request(url, { agent: false });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

function requestReset({ url }: ServerProcess): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: 'ada@example.org' });
  return checkedFetch(new Request(`${url}/api/v2/auth/password-reset`, { method: 'POST', headers, body }));
}

describe('SIGTERM', function () {
  this.timeout(60_000);
  let balancer: Balancer | undefined;
  let network: Network | undefined;

  afterEach(async () => {
    await balancer?.close();
    balancer = undefined;
  });
  const prepare = useServers();
  // After the servers, whose connections go through it.
  afterEach(async () => {
    await network?.close();
    network = undefined;
  });

  it('fails no request behind a load balancer that asks for readiness', async () => {
    const settings = { SHUTDOWN_GRACE_MS: '5000' };
    const first = await prepare(settings);
    await first.start();
    const second = await prepare({ ...settings, DATABASE_URL: first.databaseUrl });
    await second.start();
    balancer = await openBalancer([first, second].map(portOf), 200);
    const { url, failed, forwardedTo } = balancer;
    const state = { isOver: false };
    const statuses = new Set<number>();
    const caller = async (): Promise<void> => {
      while (!state.isOver) statuses.add((await checkedFetch(new Request(`${url}/health`))).status);
    };
    const callers = Array.from({ length: 8 }, caller);
    await eventually(async () => expect(forwardedTo(portOf(first))).to.be.greaterThan(50), 20_000);
    const ending = first.stop();
    expect(await statusOf(`${first.url}/health/liveness`)).to.equal(200);
    await eventually(async () => expect(await statusOf(`${first.url}/health/readiness`)).to.equal(503), 4000);
    expect(await ending).to.equal(0);
    const forwarded = forwardedTo(portOf(second));
    await eventually(async () => expect(forwardedTo(portOf(second))).to.be.greaterThan(forwarded + 50), 20_000);
    state.isOver = true;
    await Promise.all(callers);
    expect(failed()).to.equal(0);
    expect([...statuses]).to.deep.equal([200]);
  });

  it('ends within its limit although the database no longer responds', async () => {
    const database = await prepare();
    network = await openNetwork(Number(new URL(database.databaseUrl).port));
    const settings = { DATABASE_URL: network.through(database.databaseUrl), SHUTDOWN_LIMIT_MS: '2000' };
    const server = await prepare(settings);
    await server.start();
    network.stallAll();
    const hanging = requestReset(server).catch(() => undefined);
    const before = performance.now();
    expect(await server.stop()).to.equal(0);
    expect(performance.now() - before).to.be.lessThan(10_000);
    await hanging;
  });

  it('relays the events that the last job recorded', async () => {
    const server = await prepare();
    await server.start();
    await server.query(
      `INSERT INTO users (id, email, name, password_hash, email_verified_at, created_at, updated_at)
        VALUES (gen_random_uuid(), 'ada@example.org', 'Ada', 'x', now(), now(), now())`,
    );
    const holder = new pg.Client({ connectionString: server.databaseUrl });
    await holder.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE one_time_tokens IN ACCESS EXCLUSIVE MODE');
      expect((await requestReset(server)).status).to.equal(202);
      await eventually(async () => {
        expect(await server.query('SELECT FROM pg_locks WHERE NOT granted')).to.have.lengthOf(1);
      });
      const ending = server.stop();
      // The job goes on while the queue is already stopping.
      await eventually(async () => {
        const rows = await server.query("SELECT FROM pg_stat_activity WHERE query LIKE 'UNLISTEN%'");
        expect(rows).not.to.be.empty;
      });
      await holder.query('ROLLBACK');
      expect(await ending).to.equal(0);
    } finally {
      await holder.end();
    }
    expect(await server.query('SELECT name FROM outbox')).to.deep.equal([]);
    const jobs = await server.query('SELECT task_identifier FROM graphile_worker.jobs');
    expect(jobs).to.deep.equal([{ task_identifier: 'mail.send' }]);
  });

  it('writes the counts that are only in memory', async () => {
    const server = await prepare();
    await server.start();
    const account = await createAccount(server);
    for (let count = 0; count < 3; count++) expect((await account.v2.GET('/api/v2/me')).response.status).to.equal(200);
    expect(await server.stop()).to.equal(0);
    const rows = await server.query<{ requests: string }>(
      "SELECT sum(requests)::text AS requests FROM operation_usage WHERE operation_id = 'getMe'",
    );
    expect(rows).to.deep.equal([{ requests: '3' }]);
  });
});
