import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { copyScaleDatabase } from '../../support/scale/database.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/server-process.ts';
import type { Reading } from '../engine/server.ts';

const root = join(import.meta.dirname, '../../..');

/** What is measured: a process of its own. */
export interface Subject {
  readonly url: string;
  /** User and system time of the process so far, in microseconds. */
  cpuUs(): Promise<number>;
  stop(): Promise<void>;
}

export interface ArchitectSubject extends Subject {
  /** Looks into the database, past the server. */
  readonly query: <Row extends pg.QueryResultRow>(text: string) => Promise<Row[]>;
}

interface ArchitectOptions {
  /** Settings beside those that every run has. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Arguments of `serve`. */
  readonly args?: readonly string[];
  /** Parameters of PostgreSQL for every connection, such as `{ synchronous_commit: 'off' }`. */
  readonly database?: Readonly<Record<string, string>>;
}

/**
 * The server as it is run, log and metrics and worker on, on a copy of the database at scale. Limits are off by their
 * setting; the log goes nowhere, because reading it would be measured, too.
 */
export async function startArchitect(options: ArchitectOptions = {}): Promise<ArchitectSubject> {
  const database = await copyScaleDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'architect-smoke-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'info', RATE_LIMIT_ENABLED: 'false' },
    ...{ DATA_DIR: dataDir, DATABASE_URL: withParameters(database.url, options.database ?? {}) },
    ...options.settings,
  };
  const nowhere = await open(devNull, 'w');
  const stdio = ['ignore', nowhere.fd, 'inherit'] as const;
  const child = spawn(process.execPath, ['src/main.ts', 'serve', ...(options.args ?? [])], {
    cwd: root,
    env,
    stdio: [...stdio],
  });
  await nowhere.close();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const stop = async (): Promise<void> => {
    await client.end();
    await end(child);
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await eventually(async () => {
      if (child.exitCode !== null) return;
      const { ok } = await fetch(`${url}/health/readiness`);
      if (!ok) throw new Error('the server is not ready');
    }, 60_000);
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    cpuUs: () => readCpu(url),
    query: async <Row extends pg.QueryResultRow>(text: string) => (await client.query<Row>(text)).rows,
    stop,
  };
}

function withParameters(url: string, parameters: Readonly<Record<string, string>>): string {
  const changed = new URL(url);
  const words = Object.entries(parameters).map(([name, value]) => `-c ${name}=${value}`);
  if (words.length > 0) changed.searchParams.set('options', words.join(' '));
  return changed.href;
}

async function readCpu(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const seconds = /^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error('/metrics does not tell the time of the processor');
  return Number(seconds) * 1_000_000;
}

/** Koa alone, which returns an object from memory: what the machine is worth at the moment. */
export async function startKoa(): Promise<Subject> {
  const child = fork(join(import.meta.dirname, '../engine/server.ts'), ['koa', 'open'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}/api/v2/tasks/one`,
    cpuUs: async () => {
      child.send('read');
      const [reading] = (await once(child, 'message')) as [Reading];
      return reading.cpuUs;
    },
    stop: async () => {
      child.disconnect();
      await Promise.resolve();
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
