import { spawn } from 'node:child_process';
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

/** Starts PgBouncer in front of a server, with one server connection for each client (pool mode `session`). */
export async function startPgBouncer(target: Postgres): Promise<PgBouncer> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), 'architect-pgbouncer-'));
  const configuration = join(directory, 'pgbouncer.ini');
  const users = join(directory, 'users.txt');
  await writeFile(users, '"architect" ""\n');
  const lines = [
    '[databases]',
    `architect = host=127.0.0.1 port=${target.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${users}`,
    'admin_users = architect',
    'pool_mode = session',
    'default_pool_size = 100',
    'ignore_startup_parameters = statement_timeout',
    'server_login_retry = 1',
  ];
  await writeFile(configuration, `${lines.join('\n')}\n`);
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
