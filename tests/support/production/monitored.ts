import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/platform/clock.ts';
import { createAccount, type AccountHost } from '../accounts.ts';
import { startApp } from '../app.ts';
import { createProject, createTask } from '../factories.ts';
import { goodSecret } from '../production-settings.ts';
import { startRedis, type RedisServer } from '../redis-server.ts';
import { bearer } from '../sample-request.ts';
import { freePort, Program } from '../server-process.ts';
import { openHost } from './database-host.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { Prometheus } from './prometheus.ts';

/** A server and a worker as an operator runs them, which Prometheus scrapes. */
export interface Monitored {
  readonly host: AccountHost;
  readonly prometheus: Prometheus;
  readonly postgres: Postgres;
  readonly redis: RedisServer;
  readonly worker: Program;
  /** The base of the worker's metrics and probes. */
  readonly workerUrl: string;
  stop(): Promise<void>;
}

const PAUSE_MS = 100;

/**
 * Starts a server, a worker, and a second server that breaks the contract, which requests to the first one do not do.
 * The mail server of all of them is away. Requests are sent until `stop`.
 */
export async function startMonitored(): Promise<Monitored> {
  const directory = await mkdtemp(join(tmpdir(), 'architect-monitored-'));
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const [port, serverMetrics, workerMetrics] = [await freePort(), await freePort(), await freePort()];
  const shared = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    RATE_LIMIT_ENABLED: 'false',
    SECRET_KEY: goodSecret,
    DATABASE_URL: postgres.url(),
    REDIS_URL: redis.url,
    SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
  };
  const environment = { ...process.env, ...shared, LOG_LEVEL: 'info', LOG_FORMAT: 'json', POOL_MAX: '10' };
  const programOf = (own: Readonly<Record<string, string>>): Program => new Program({ ...environment, ...own });
  const server = programOf({
    PORT: String(port),
    METRICS_PORT: String(serverMetrics),
    DATA_DIR: join(directory, 'server'),
  });
  const worker = programOf({ METRICS_PORT: String(workerMetrics), DATA_DIR: join(directory, 'worker') });
  await server.start('serve', '--no-worker');
  await worker.start('worker');
  const broken = await startApp({
    settings: shared,
    app: { isWorking: false, handlers: { v2: { getMe: async () => ({ status: 202, body: {} }) } } },
  });
  const database = openHost(postgres.url());
  const host = { url: `http://127.0.0.1:${port}`, query: database.query, clock: systemClock };
  const traffic = await startTraffic(host, broken.url);
  const prometheus = await Prometheus.start({
    'architect-server': [`127.0.0.1:${serverMetrics}`, new URL(broken.url).host],
    'architect-worker': [`127.0.0.1:${workerMetrics}`],
  });
  return {
    ...{ host, prometheus, postgres, redis, worker },
    workerUrl: `http://127.0.0.1:${workerMetrics}`,
    stop: async () => {
      await traffic.stop();
      await prometheus.remove();
      for (const program of [server, worker]) await program.end('SIGKILL');
      await Promise.all([broken.stop(), database.close(), redis.stop()]);
      await postgres.remove();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Breaks the contract, then sends requests that succeed or name what does not exist, one after the other. */
async function startTraffic(host: AccountHost, brokenUrl: string): Promise<{ stop(): Promise<void> }> {
  const account = await createAccount(host);
  const project = await createProject(account);
  const task = await createTask(account, project);
  const headers = bearer(account);
  const targets = [
    `${host.url}/api/v2/tasks/${task.id}`,
    `${host.url}/api/v2/tasks/${project.id}`,
    `${host.url}/api/openapi.json`,
    `${host.url}/health/readiness`,
  ];
  // Once, before the first scrape: an objective must not be missed because of it.
  await fetch(`${brokenUrl}/api/v2/me`, { headers });
  const stopping = new AbortController();
  async function send(): Promise<void> {
    for (let index = 0; !stopping.signal.aborted; index = (index + 1) % targets.length) {
      const sent = fetch(targets[index]!, { headers, signal: stopping.signal });
      await sent.then((response) => response.arrayBuffer()).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  const sending = send();
  return {
    stop: () => {
      stopping.abort();
      return sending;
    },
  };
}
