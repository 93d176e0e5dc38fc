import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from '../eventually.ts';
import { freePort } from '../server-process.ts';
import { serverOwner, type Postgres } from './postgres.ts';
import { programPath } from './programs.ts';

export interface PgBouncer {
  /** The database behind it. */
  readonly url: string;
  /** Its console, for RELOAD and RECONNECT. */
  readonly consoleUrl: string;
  /** The path of its configuration, which names the server of the database. */
  readonly configuration: string;
  stop(): Promise<void>;
}

const defaults = {
  listen_addr: '127.0.0.1',
  unix_socket_dir: '',
  auth_type: 'trust',
  admin_users: 'architect',
  pool_mode: 'session',
  default_pool_size: '100',
  ignore_startup_parameters: 'statement_timeout',
  server_login_retry: '1',
};

/**
 * Starts PgBouncer in front of a server. By default it has one server connection for each client (pool mode `session`);
 * `settings` override lines of its configuration.
 */
export async function startPgBouncer(
  target: Postgres,
  settings: Readonly<Record<string, string>> = {},
): Promise<PgBouncer> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'architect-pgbouncer-'));
  const configuration = join(directory, 'pgbouncer.ini');
  const users = join(directory, 'users.txt');
  await writeFile(users, '"architect" ""\n');
  const values = { ...defaults, listen_port: String(port), auth_file: users, ...settings };
  const lines = Object.entries(values)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
  await writeFile(configuration, `[databases]\narchitect = host=127.0.0.1 port=${target.port}\n[pgbouncer]\n${lines}`);
  const owner = serverOwner();
  if (owner.uid !== undefined)
    for (const path of [directory, configuration, users]) await chown(path, owner.uid, owner.gid!);
  const child = spawn(programPath('pgbouncer'), ['--quiet', configuration], { stdio: 'ignore', ...owner });
  const urlOf = (database: string): string => `postgres://architect@127.0.0.1:${port}/${database}`;
  await eventually(async () => {
    const client = new pg.Client(urlOf('architect'));
    await client.connect();
    await client.end();
  }, 10_000);
  return {
    url: urlOf('architect'),
    consoleUrl: urlOf('pgbouncer'),
    configuration,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Whether the installed PgBouncer keeps named statements apart in transaction mode: since 1.21. */
export function hasNamedStatements(): boolean {
  const printed = execFileSync(programPath('pgbouncer'), ['--version'], { encoding: 'utf8' });
  const [, major, minor] = /^PgBouncer (\d+)\.(\d+)/m.exec(printed) ?? [];
  return Number(major) > 1 || Number(minor) >= 21;
}
