import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { demoKeyPath } from '../../src/config.ts';
import { systemClock, type Clock } from '../../src/platform/clock.ts';
import { createScratchDatabase, type ScratchDatabase } from './database.ts';
import { eventually } from './eventually.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';

const root = join(import.meta.dirname, '../..');
const START_MS = 60_000;
const PORT_MIN = 12_000;
const PORT_MAX = 32_000;

const testSettings = {
  NODE_ENV: 'test',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'fatal',
  POOL_MAX: '10',
  RATE_LIMIT_ENABLED: 'false',
  // Test machines do other work, which delays requests as overload does.
  LOAD_SHEDDING_ENABLED: 'false',
} as const;

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

interface RunOptions {
  /** What the command reads from standard input. */
  readonly input?: string;
  /** Sends SIGTERM to the command. */
  readonly signal?: AbortSignal;
}

/** A server process (`node src/main.ts serve`) that can be killed and restarted on the same port. */
export interface ServerProcess {
  readonly url: string;
  readonly databaseUrl: string;
  /** Its DATA_DIR, with the mails and, in development, the demo organization's API key. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly mail: Mailbox;
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** @param options of `serve` */
  start(...options: readonly string[]): Promise<void>;
  /** Starts a worker beside the server, which ends with it. Its log must have the level `info`. */
  startWorker(): Promise<void>;
  /** Returns the process id of the server, which must run. */
  pid(): number;
  /** Returns its output since the first start, and the worker's after it. */
  printed(): string;
  /** Sends SIGKILL and waits for the end. */
  kill(): Promise<void>;
  /** Sends SIGTERM, or another signal, and waits for the end. Returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Runs `node src/main.ts COMMAND …` against the server and waits for the end. */
  run(args: readonly string[], apiKey: string, options?: RunOptions): Promise<Ended>;
  /** Kills the server if it runs, and deletes its data. */
  remove(): Promise<void>;
}

/**
 * Prepares a server process with its own DATA_DIR, without starting it. `settings` override the defaults.
 * @param given its database; by default a new one on the PostgreSQL of the tests
 * @param directory the checkout whose program runs; by default this one
 */
export async function prepareServer(
  settings: Readonly<Record<string, string>> = {},
  given?: ScratchDatabase,
  directory: string = root,
): Promise<ServerProcess> {
  const database = given ?? (await createScratchDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'architect-process-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const env = { ...process.env, ...testSettings, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url };
  const server = new Program({ ...env, ARCHITECT_URL: url, ...settings }, directory);
  const worker = new Program(server.env, directory);

  return {
    url,
    databaseUrl: database.url,
    dataDir,
    clock: systemClock,
    mail: createMailbox(join(dataDir, 'mail')),
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
    start: (...options) => server.start('serve', ...options),
    startWorker: () => worker.start('worker'),
    pid: () => {
      if (server.pid === undefined) throw new Error('the server does not run');
      return server.pid;
    },
    printed: () => server.printed + worker.printed,
    kill: async () => {
      await server.end('SIGKILL');
    },
    stop: async (signal = 'SIGTERM') => {
      const [code] = await Promise.all([server.end(signal), worker.end(signal)]);
      return code;
    },
    run: (args, apiKey, options) => runToEnd(args, { ...server.env, ARCHITECT_API_KEY: apiKey }, options),
    remove: async () => {
      await Promise.all([server.end('SIGKILL'), worker.end('SIGKILL')]);
      await pool.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Returns the API key of the demo organization, which a server has after its first start in development. */
export async function readDemoKey({ dataDir }: Pick<ServerProcess, 'dataDir'>): Promise<string> {
  return (await readFile(demoKeyPath(dataDir), 'utf8')).trim();
}

/** A process of the command line (`serve`, `worker`) with one environment, which can be restarted. */
export class Program {
  readonly env: NodeJS.ProcessEnv;
  /** The output since the first start. */
  printed = '';
  readonly #directory: string;
  #process: ChildProcess | undefined;

  constructor(env: NodeJS.ProcessEnv, directory: string = root) {
    this.env = env;
    this.#directory = directory;
  }

  /** Starts the command and waits until it serves or works. */
  async start(...command: readonly string[]): Promise<void> {
    this.#process = spawn(process.execPath, [join(this.#directory, 'src/main.ts'), ...command], {
      cwd: this.#directory,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    // Other versions announce themselves in other words.
    await untilListening(this.#process, this.#directory === root ? undefined : this.env['ARCHITECT_URL']);
  }

  /** Undefined if the process does not run. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Sends a signal that does not end the process. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    if (this.#process?.kill(signal) !== true) throw new Error('the process does not run');
  }

  /** @returns the exit code; null if it did not run, or if a signal ended it */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = this.#process;
    this.#process = undefined;
    if (ending === undefined) return null;
    if (ending.exitCode !== null || ending.signalCode !== null) return ending.exitCode;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  }
}

/** @param url its address, if its output does not show that it is ready */
async function untilListening(server: ChildProcess, url?: string): Promise<void> {
  const { stdout, stderr } = server;
  if (stdout === null || stderr === null) throw new Error('the server has no output');
  const listening = new Promise<void>((resolve) => {
    // In production only the log shows that the server is ready.
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.includes('"msg":"ready"')) resolve();
    });
    createInterface({ input: stderr }).on('line', (line) => {
      if (line.includes('listens on')) resolve();
    });
  });
  const ended = once(server, 'exit', { signal: AbortSignal.timeout(START_MS) }).then(() => {
    throw new Error('the server ended before it listened');
  });
  ended.catch(() => undefined);
  await Promise.race([url === undefined ? listening : untilReady(url), ended]);
}

async function untilReady(url: string): Promise<void> {
  await eventually(async () => {
    const { ok } = await fetch(`${url}/health/readiness`);
    if (!ok) throw new Error('the server is not ready');
  }, START_MS);
}

async function runToEnd(args: readonly string[], env: NodeJS.ProcessEnv, options: RunOptions = {}): Promise<Ended> {
  const command = spawn(process.execPath, [join(root, 'src/main.ts'), ...args], { cwd: root, env, stdio: 'pipe' });
  // A command that does not read its input may have ended before it is written.
  command.stdin.on('error', () => undefined).end(options.input ?? '');
  options.signal?.addEventListener('abort', () => command.kill('SIGTERM'));
  let output = '';
  for (const stream of [command.stdout, command.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const [code] = (await once(command, 'close')) as [number | null];
  return { code, output };
}

/**
 * Returns a port that is free now. A server keeps it over restarts, as clients expect. It is none of those that the system
 * gives to outgoing connections (from 32768 on), one of which could take it before the server does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORT_MIN, PORT_MAX);
    const probe = createServer();
    const isFree = once(probe, 'listening').then(
      () => true,
      () => false,
    );
    probe.listen(port, '127.0.0.1');
    if (!(await isFree)) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
