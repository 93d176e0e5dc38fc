import { readFileSync } from 'node:fs';
import { chown, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ForeseenError } from '../../problems/foreseen-error.ts';
import { makeOwnFolder, runProgram } from './place.ts';
import type { Place } from './place.ts';

export const superuser = 'architect';

const START_TIMEOUT_S = 60;
// Below the ephemeral ports of Linux and macOS, so that the port is probably free at the next start.
const PORT_FIRST = 20_000;
const PORTS = 10_000;

interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Creates the data directory: UTF8, sorted by code point (the same on every machine), SCRAM passwords, checksums. */
export async function createCluster(place: Place, password: string): Promise<void> {
  const partial = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  await rm(partial, { recursive: true, force: true });
  await makeOwnFolder(partial, place.account);
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (place.account !== undefined) await chown(passwordFile, place.account.uid, place.account.gid);
    await runProgram(place, 'initdb', [
      ...['--pgdata', partial, '--username', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--data-checksums', '--no-instructions'],
    ]);
    const settings = await readFile(join(partial, 'postgresql.conf'), 'utf8');
    await writeFile(join(partial, 'postgresql.conf'), `${settings}\ninclude 'architect.conf'\n`);
    // The rename comes last, so that an existing data directory is always complete.
    await rename(partial, place.cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server on `port`, or on the next free one. Returns the port. */
export async function startServer(place: Place, port: number): Promise<number> {
  await disownForeignPid(place.cluster);
  const log = join(place.cluster, 'start.log');
  for (let attempt = 0, next = port; ; attempt++) {
    const free = await freePort(next);
    await writeFile(join(place.cluster, 'architect.conf'), serverSettings(free));
    await rm(log, { force: true });
    try {
      const args = ['start', '-D', place.cluster, '-l', log, '-w', '-t', String(START_TIMEOUT_S), '-s'];
      await runProgram(place, 'pg_ctl', args);
      return free;
    } catch (error) {
      const reason = await readFile(log, 'utf8').catch(() => '');
      // Another program took the port after our check, or the processes of a killed server are still ending.
      const isTaken = /Address already in use|could not bind/.test(reason);
      const isEnding = reason.includes('pre-existing shared memory block');
      if (attempt >= 20 || !(isTaken || isEnding)) {
        throw new ForeseenError(`PostgreSQL did not start in ${place.cluster}: ${reason.trim()}`, { cause: error });
      }
      if (isTaken) next = free + 1;
      else await delay(500);
    }
  }
}

export async function stopServer(place: Place): Promise<void> {
  await runProgram(place, 'pg_ctl', ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '60', '-s']);
}

/** Returns the server that runs in this data directory, if there is one. Waits while it is starting or stopping. */
export async function findServer(cluster: string): Promise<RunningServer | undefined> {
  const deadline = performance.now() + START_TIMEOUT_S * 1000;
  for (;;) {
    const server = await readServer(cluster);
    if (server === undefined || !(await runsIn(server.pid, cluster))) return undefined;
    if (server.status === 'ready') return server;
    if (performance.now() > deadline)
      throw new ForeseenError(
        `PostgreSQL (process ${server.pid}) is still ${server.status} after ${START_TIMEOUT_S} s: end this process, then start again`,
      );
    await delay(100);
  }
}

/** Returns the first port to try, derived from the folder's hash so that two checkouts rarely try the same one. */
export function preferredPort(hash: string): number {
  return PORT_FIRST + (Number.parseInt(hash.slice(0, 8), 16) % PORTS);
}

/** postmaster.pid: process id, data directory, start time, port, socket directory, address, shared memory, status. */
async function readServer(cluster: string): Promise<RunningServer | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  // An incomplete file is still being written.
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' };
}

/**
 * Checks whether a process is the server of this data directory. The process id alone is not enough: after a kill -9 it
 * may belong to another program, and in a copied checkout it belongs to the original's server. On Linux the server's
 * working directory is compared with the data directory; elsewhere, the path in postmaster.pid.
 */
async function runsIn(pid: number, cluster: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(cluster)]);
    return there?.dev === here.dev && there.ino === here.ino;
  }
  const recorded = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[1] ?? '';
  return (await realpath(recorded).catch(() => '')) === (await realpath(cluster));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * PostgreSQL removes its own stale postmaster.pid, but refuses to start if another program now has the process id in
 * it. This replaces the id by one that cannot exist. The other lines stay, because PostgreSQL reads there which shared
 * memory to check for surviving processes.
 */
async function disownForeignPid(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const pid = Number(text.split('\n', 1)[0]);
  if (!(Number.isInteger(pid) && pid > 0 && isAlive(pid)) || (await runsIn(pid, cluster))) return;
  const UNUSED_PID = 2 ** 31 - 1;
  await writeFile(path, text.replace(/^\d+/, String(UNUSED_PID)));
}

async function freePort(first: number): Promise<number> {
  for (let offset = 0; offset < PORTS; offset++) {
    const port = PORT_FIRST + ((first - PORT_FIRST + offset) % PORTS);
    if (await isFree(port)) return port;
  }
  throw new ForeseenError(
    `no free port for PostgreSQL between ${PORT_FIRST} and ${PORT_FIRST + PORTS - 1}: free one, or set DATABASE_URL`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function serverSettings(port: number): string {
  return `# Written at every start.
listen_addresses = '127.0.0.1'
port = ${port}
# No socket file: its path must be shorter than 107 bytes, and every client can use TCP.
unix_socket_directories = ''
cluster_name = 'architect'
TimeZone = 'UTC'
log_timezone = 'UTC'
# One pool of up to 100 connections, and the pools of the job queue and of tests.
max_connections = 250
shared_buffers = '256MB'
effective_cache_size = '1GB'
random_page_cost = 1.1
# For many short queries, JIT compilation and parallel plans cost more than they save.
jit = off
max_parallel_workers_per_gather = 0
logging_collector = on
log_directory = 'log'
log_filename = 'postgres-%u.log'
log_rotation_age = '1d'
log_truncate_on_rotation = on
# The details of a rejected row contain personal values such as addresses and names.
log_error_verbosity = terse
log_parameter_max_length_on_error = 0
`;
}
