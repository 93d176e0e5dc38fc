import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/platform/clock.ts';
import type { AccountHost } from '../accounts.ts';
import { goodSecret } from '../production-settings.ts';
import { startRedis } from '../redis-server.ts';
import { freePort, Program } from '../server-process.ts';
import { openHost } from './database-host.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { startProxy } from './proxy.ts';
import { startReplica } from './replica.ts';

export interface FleetServer {
  readonly url: string;
  readonly program: Program;
  /** Returns the sum of a counter over the series whose labels contain `labels`. */
  readonly counter: (name: string, labels?: string) => Promise<number>;
}

export interface FleetWorker {
  readonly program: Program;
  /** Returns the recipients of the mails that it has sent. */
  readonly recipients: () => Promise<string[]>;
}

/** Processes on loopback that share PostgreSQL with a replica and Redis, behind the reverse proxy of deploy/. */
export interface Fleet {
  /** Its requests go through the proxy. */
  readonly host: AccountHost;
  readonly servers: readonly FleetServer[];
  readonly workers: readonly FleetWorker[];
  readonly primary: Postgres;
  stop(): Promise<void>;
}

interface FleetOptions {
  readonly servers: number;
  readonly workers: number;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startFleet({ servers, workers, settings = {} }: FleetOptions): Promise<Fleet> {
  const directory = await mkdtemp(join(tmpdir(), 'architect-fleet-'));
  const primary = await startPostgres();
  const replica = await startReplica(primary);
  const redis = await startRedis();
  const environment = {
    ...process.env,
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    LOG_FORMAT: 'json',
    POOL_MAX: '10',
    TRUSTED_PROXIES: '1',
    SECRET_KEY: goodSecret,
    DATABASE_URL: primary.url(),
    DATABASE_REPLICA_URL: replica.url(),
    REDIS_URL: redis.url,
    ...settings,
  };
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));
  const served = await Promise.all(
    numbers(servers).map(async (number) =>
      serverOf(await freePort(), environment, join(directory, `server-${number}`)),
    ),
  );
  const worked = numbers(workers).map((number) => workerOf(environment, join(directory, `worker-${number}`)));
  for (const { program } of served) await program.start('serve', '--no-worker');
  for (const { program } of worked) await program.start('worker');
  const proxy = await startProxy(served.map(({ url }) => Number(new URL(url).port)));
  const database = openHost(primary.url());
  return {
    host: { url: proxy.url, query: database.query, clock: systemClock },
    servers: served,
    workers: worked,
    primary,
    stop: async () => {
      await proxy.close();
      for (const { program } of [...served, ...worked]) await program.end('SIGKILL');
      await database.close();
      await redis.stop();
      await replica.remove();
      await primary.remove();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function serverOf(port: number, environment: NodeJS.ProcessEnv, dataDir: string): FleetServer {
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    program: new Program({ ...environment, PORT: String(port), DATA_DIR: dataDir }),
    counter: async (name, labels = '') => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const series = text.split('\n').filter((line) => line.startsWith(`${name}{`) && line.includes(labels));
      return series.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
    },
  };
}

function workerOf(environment: NodeJS.ProcessEnv, dataDir: string): FleetWorker {
  const directory = join(dataDir, 'mail');
  return {
    program: new Program({ ...environment, DATA_DIR: dataDir }),
    recipients: async () => {
      const names = await readdir(directory).catch(() => []);
      const mails = names.filter((name) => name.endsWith('.eml'));
      const texts = await Promise.all(mails.map((name) => readFile(join(directory, name), 'utf8')));
      return texts.map((text) => /^To: .*?([^\s<>]+@[^\s<>]+)>?\r?$/m.exec(text)?.[1] ?? '');
    },
  };
}
