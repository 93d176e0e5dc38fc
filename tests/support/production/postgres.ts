import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { eventually } from '../eventually.ts';
import { freePort } from '../server-process.ts';
import { postgresProgramPath } from './programs.ts';

const run = promisify(execFile);

/** As in `pg_ctl stop`: `fast` cuts connections and writes everything, `immediate` is a crash. */
type StopMode = 'fast' | 'immediate';
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** The account of the server. PostgreSQL refuses to run as root; then the user that its Debian package creates runs it. */
export function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (option: string): number => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

interface PostgresOptions {
  /** Lines of postgresql.conf by name, such as `{ wal_level: 'replica' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Fills the empty data folder. `initdb` by default; a replica takes a base backup instead. */
  readonly fill?: (dataDirectory: string, owner: Owner) => Promise<void>;
}

/** The operating system's PostgreSQL in a folder of its own, as an operator runs it. Its superuser is `architect`. */
export class Postgres {
  readonly port: number;
  /** Contains the data folder `data` and may contain more, such as an archive; it belongs to the server's user. */
  readonly directory: string;
  #process: ChildProcess | undefined;
  #output = '';

  constructor(port: number, directory: string) {
    this.port = port;
    this.directory = directory;
  }

  get dataDirectory(): string {
    return join(this.directory, 'data');
  }

  url(database = 'architect'): string {
    return `postgres://architect@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    const args = [
      '-D',
      this.dataDirectory,
      '-p',
      String(this.port),
      '-k',
      this.directory,
      '-c',
      'listen_addresses=127.0.0.1',
    ];
    const child = spawn(postgresProgramPath('postgres'), args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...serverOwner(),
    });
    this.#process = child;
    child.stderr.on('data', (chunk: Buffer) => (this.#output = (this.#output + chunk.toString()).slice(-4000)));
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended: ${this.#output}`);
      const client = new pg.Client(this.url('postgres'));
      await client.connect();
      await client.end();
    }, 30_000);
  }

  async stop(mode: StopMode = 'fast'): Promise<void> {
    const child = this.#process;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signals[mode]);
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop('immediate');
    await rm(this.directory, { recursive: true, force: true });
  }
}

/**
 * Starts PostgreSQL with the empty database `architect`.
 * @throws Error with the remedy if PostgreSQL is not installed
 */
export async function startPostgres({ settings = {}, fill = initialize }: PostgresOptions = {}): Promise<Postgres> {
  const owner = serverOwner();
  const directory = await mkdtemp(join(tmpdir(), 'architect-postgres-'));
  await chmod(directory, 0o755);
  if (owner.uid !== undefined) await chown(directory, owner.uid, owner.gid!);
  const postgres = new Postgres(await freePort(), directory);
  await fill(postgres.dataDirectory, owner);
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
  await writeFile(join(postgres.dataDirectory, 'postgresql.conf'), lines.join(''), { flag: 'a' });
  await postgres.start();
  if (fill === initialize) await createDatabase(postgres);
  return postgres;
}

async function initialize(dataDirectory: string, owner: Owner): Promise<void> {
  const options = ['--username', 'architect', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8'];
  await run(postgresProgramPath('initdb'), ['-D', dataDirectory, '--no-sync', ...options], owner);
}

async function createDatabase(postgres: Postgres): Promise<void> {
  const client = new pg.Client(postgres.url('postgres'));
  await client.connect();
  await client.query('CREATE DATABASE architect');
  await client.end();
}
