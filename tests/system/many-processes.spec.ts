import { Agent, request, type IncomingMessage } from 'node:http';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { createAccount, createKey } from '../support/accounts.ts';
import { openBalancer } from '../support/balancer.ts';
import { childrenOf, isRunning } from '../support/child-processes.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';
import { freePort, type ServerProcess } from '../support/server-process.ts';
import { useServers } from '../support/use-servers.ts';

const portOf = ({ url }: ServerProcess): number => Number(new URL(url).port);

/** Sends one request on a connection of its own, or on one of the agent. @returns the status */
async function ask(
  url: string,
  { agent, token }: { readonly agent?: Agent; readonly token?: string } = {},
): Promise<number | undefined> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const asked = request(url, { agent: agent ?? false, headers, timeout: 5000 });
  // A connection that was being handed to a process that was killed.
  asked.on('timeout', () => asked.destroy(new Error('no response')));
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

/** Agents with one connection each, which stays open. */
function openAgents(count: number): readonly Agent[] {
  return Array.from({ length: count }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
}

/** Sends requests until `stop`, as many at a time as `callers`. */
function keepAsking(url: string, callers: number) {
  const state = { isOver: false, ok: 0, failed: 0 };
  const call = async (): Promise<void> => {
    while (!state.isOver) {
      const isOk = await ask(url).then(
        (status) => status === 200,
        () => false,
      );
      state[isOk ? 'ok' : 'failed']++;
    }
  };
  const calls = Array.from({ length: callers }, call);
  return {
    state,
    stop: async () => {
      state.isOver = true;
      await Promise.all(calls);
    },
  };
}

/** Returns the processes that serve, once there are `count`. */
function servingProcesses(server: ServerProcess, count: number): Promise<readonly number[]> {
  return eventually(async () => {
    const pids = childrenOf(server.pid());
    expect(pids).to.have.lengthOf(count);
    return pids;
  }, 20_000);
}

describe('several processes on one port', function () {
  this.timeout(90_000);
  const prepare = useServers();

  async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const server = await prepare({ WORKERS: '2', POOL_MAX: '12', ...settings });
    await server.start();
    return server;
  }

  it('announce themselves once, and spread four connections evenly', async () => {
    const server = await startServer({ LOG_LEVEL: 'info' });
    await servingProcesses(server, 2);
    const agents = openAgents(4);
    for (const agent of agents)
      for (let count = 0; count < 3; count++) expect(await ask(`${server.url}/api/v2/me`, { agent })).to.equal(401);
    for (const agent of agents) agent.destroy();
    await eventually(async () => {
      const lines = server
        .printed()
        .split('\n')
        .filter((line) => line.includes('"operation":"getMe"'));
      const pids = lines.map((line) => (JSON.parse(line) as { readonly pid: number }).pid);
      const counts = [...new Set(pids)].map((pid) => pids.filter((other) => other === pid).length);
      expect(counts).to.deep.equal([6, 6]);
    });
    expect(server.printed().match(/listens on/g)).to.have.lengthOf(1);
    expect(server.printed().match(/"msg":"ready"/g)).to.have.lengthOf(1);
  });

  it('lose only the requests of a process that is killed, which is replaced', async () => {
    const server = await startServer();
    const [killed = 0, other = 0] = await servingProcesses(server, 2);
    const load = keepAsking(`${server.url}/health`, 8);
    await eventually(async () => expect(load.state.ok).to.be.greaterThan(50), 10_000);
    process.kill(killed, 'SIGKILL');
    await eventually(async () => expect(isRunning(killed)).to.equal(false));
    const before = load.state.ok;
    await eventually(async () => expect(load.state.ok).to.be.greaterThan(before + 50), 10_000);
    const pids = await servingProcesses(server, 2);
    expect(pids).to.include(other).and.not.include(killed);
    await load.stop();
    // At most the requests that the process had at the time: each of eight callers has one.
    expect(load.state.failed).to.be.at.most(8);
    expect(await server.stop()).to.equal(0);
  });

  it('replace a process that is asked to end, without a failed request', async () => {
    const server = await startServer({ SHUTDOWN_GRACE_MS: '500' });
    const [ended = 0] = await servingProcesses(server, 2);
    const load = keepAsking(`${server.url}/health/readiness`, 4);
    process.kill(ended, 'SIGTERM');
    await eventually(async () => expect(isRunning(ended)).to.equal(false), 10_000);
    await servingProcesses(server, 2);
    await load.stop();
    expect(load.state.failed).to.equal(0);
  });

  it('end within two seconds of their supervisor, even after SIGKILL', async () => {
    const server = await startServer();
    const pids = await servingProcesses(server, 2);
    await server.kill();
    await eventually(async () => expect(pids.filter(isRunning)).to.deep.equal([]), 2000);
  });

  it('fail no request behind a load balancer at SIGTERM', async () => {
    const settings = { SHUTDOWN_GRACE_MS: '3000' };
    const first = await startServer(settings);
    const second = await startServer({ ...settings, DATABASE_URL: first.databaseUrl });
    const pids = await servingProcesses(first, 2);
    const balancer = await openBalancer([first, second].map(portOf), 200);
    try {
      const load = keepAsking(`${balancer.url}/health`, 8);
      await eventually(async () => expect(balancer.forwardedTo(portOf(first))).to.be.greaterThan(50), 20_000);
      const ending = first.stop();
      await eventually(async () => expect(await ask(`${first.url}/health/readiness`)).to.equal(503), 2000);
      expect(await ending).to.equal(0);
      expect(pids.filter(isRunning)).to.deep.equal([]);
      await load.stop();
      expect(load.state.failed).to.equal(0);
    } finally {
      await balancer.close();
    }
  });

  it('end all with the reason when they end again and again', async () => {
    const server = await startServer();
    const supervisor = server.pid();
    await eventually(async () => {
      for (const pid of childrenOf(supervisor)) process.kill(pid, 'SIGKILL');
      expect(isRunning(supervisor)).to.equal(false);
    }, 60_000);
    expect(await server.stop()).to.equal(1);
    expect(server.printed()).to.include('a serving process fails again and again: ').and.include('ended with SIGKILL');
  });

  it('show the error of a start once', async () => {
    const server = await startServer();
    const { code, output } = await server.run(['serve'], '');
    expect(code).to.equal(1);
    expect(output).to.equal(`port ${portOf(server)} is in use: stop the program that uses it, or set PORT\n`);
  });

  it('count together for rate limits without Redis', async () => {
    const server = await startServer({ RATE_LIMIT_ENABLED: 'true', RATE_LIMIT_PAGES: '20' });
    await servingProcesses(server, 2);
    const agents = openAgents(4);
    const statuses: (number | undefined)[] = [];
    for (let round = 0; round < 7; round++)
      statuses.push(...(await Promise.all(agents.map((agent) => ask(`${server.url}/api/changelog`, { agent })))));
    for (const agent of agents) agent.destroy();
    expect(statuses.filter((status) => status === 200)).to.have.lengthOf(20);
    expect(statuses.filter((status) => status === 429)).to.have.lengthOf(8);
  });

  it('wake the relay of their supervisor, which delivers each event once', async () => {
    const server = await startServer();
    const account = await createAccount(server);
    const project = await createProject(account);
    await Promise.all(Array.from({ length: 6 }, () => createTask(account, project)));
    await eventually(async () => expect(await server.query('SELECT FROM outbox')).to.deep.equal([]));
    const events = await server.query("SELECT FROM events WHERE type = 'task.created'");
    expect(events).to.have.lengthOf(6);
    const working = await server.query(
      "SELECT FROM pg_stat_activity WHERE application_name = 'architect presence' AND datname = current_database()",
    );
    expect(working).to.have.lengthOf(1);
  });

  it('refuse a revoked API key within 100 ms, whichever process revoked it', async () => {
    const server = await startServer();
    const account = await createAccount(server);
    const agents = openAgents(4);
    const askAll = (token: string) =>
      Promise.all(agents.map((agent) => ask(`${server.url}/api/v2/me`, { agent, token })));
    for (let round = 0; round < 4; round++) {
      const { api_key_id, token } = await createKey(server, account);
      for (let warming = 0; warming < 3; warming++) expect(await askAll(token)).to.deep.equal([200, 200, 200, 200]);
      const params = { path: { api_key_id } };
      expect((await account.v2.DELETE('/api/v2/api-keys/{api_key_id}', { params })).response.status).to.equal(204);
      await delay(100);
      expect(await askAll(token)).to.deep.equal([401, 401, 401, 401]);
    }
    for (const agent of agents) agent.destroy();
  });

  it('write whole lines to one log, even if it is read slowly', async () => {
    const { databaseUrl, dataDir } = await prepare();
    const port = await freePort();
    const env = { ...process.env, NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: databaseUrl };
    const settings = {
      DATA_DIR: dataDir,
      WORKERS: '2',
      POOL_MAX: '12',
      LOG_LEVEL: 'info',
      RATE_LIMIT_ENABLED: 'false',
    };
    const server = spawn(process.execPath, ['src/main.ts', 'serve'], { env: { ...env, ...settings } });
    try {
      await eventually(
        async () => expect(await ask(`http://127.0.0.1:${port}/health/readiness`)).to.equal(200),
        30_000,
      );
      // More than a pipe holds, so that writers wait for room.
      const agents = openAgents(8);
      for (let round = 0; round < 100; round++)
        await Promise.all(agents.map((agent) => ask(`http://127.0.0.1:${port}/api/v2/me`, { agent })));
      for (const agent of agents) agent.destroy();
      const exit = once(server, 'exit');
      server.kill('SIGTERM');
      const lines = (await text(server.stdout)).trimEnd().split('\n');
      await exit;
      const requests = lines.map((line) => JSON.parse(line) as { readonly operation?: string });
      expect(requests.filter(({ operation }) => operation === 'getMe')).to.have.lengthOf(800);
    } finally {
      server.kill('SIGKILL');
    }
  });

  it('keep in the metrics what a killed process has counted', async () => {
    const metricsPort = await freePort();
    const server = await startServer({ METRICS_PORT: String(metricsPort) });
    const count = async (): Promise<number> => {
      const body = await (await checkedFetch(new Request(`http://127.0.0.1:${metricsPort}/metrics`))).text();
      return Number(/^http_requests_total\{operation_id="getHealth",.*status="200"\} (\d+)$/m.exec(body)?.[1] ?? 0);
    };
    const send = async (): Promise<void> => {
      for (let sent = 0; sent < 10; sent++)
        expect((await checkedFetch(new Request(`${server.url}/health`))).status).to.equal(200);
    };
    await send();
    await eventually(async () => expect(await count()).to.equal(10));
    const [killed = 0] = await servingProcesses(server, 2);
    process.kill(killed, 'SIGKILL');
    await eventually(async () => expect(isRunning(killed)).to.equal(false));
    expect(await count()).to.equal(10);
    await servingProcesses(server, 2);
    await send();
    await eventually(async () => expect(await count()).to.equal(20));
  });
});
