import { execFile, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { toLibpqAddress } from './libpq-address.ts';
import { programEnvironment } from '../../config.ts';
import { ForeseenError } from '../../problems/foreseen-error.ts';

// PostgreSQL's own client programs, which copy a database.

type ProgramName = 'pg_dump' | 'pg_restore';

/** A client program that is installed. */
export interface ClientProgram {
  readonly path: string;
  /** Its major version, such as 15. */
  readonly version: number;
}

/** The major versions that fit, and why others do not. */
interface VersionRange {
  readonly min: number;
  readonly max: number;
  readonly reason: string;
}

/**
 * Finds a program of a version that fits: on the PATH, or in the folders that Debian, Red Hat and Homebrew have for each
 * version.
 * @throws ForeseenError that names the package to install
 */
export async function findProgram(name: ProgramName, range: VersionRange): Promise<ClientProgram> {
  const folders = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin'];
  const paths = [name, ...globSync(folders.map((folder) => `${folder}/${name}`))];
  const found = (await Promise.all(paths.map(readVersion))).filter((program) => program !== undefined);
  const fitting = found
    .filter(({ version }) => version >= range.min && version <= range.max)
    .sort((a, b) => a.version - b.version)[0];
  if (fitting !== undefined) return fitting;
  const present = [...new Set(found.map(({ version }) => version))].sort((a, b) => a - b).join(', ') || 'none';
  const remedy = `install the client programs of PostgreSQL ${range.max} (on Debian and Ubuntu the package postgresql-client-${range.max}, which apt.postgresql.org has for all versions)`;
  throw new ForeseenError(`${range.reason}, and the installed versions of ${name} are: ${present}; ${remedy}`);
}

async function readVersion(path: string): Promise<ClientProgram | undefined> {
  const result = await promisify(execFile)(path, ['--version']).catch(() => undefined);
  const [, version] = /\(PostgreSQL\) (\d+)/.exec(result?.stdout ?? '') ?? [];
  return version === undefined ? undefined : { path, version: Number(version) };
}

interface ProgramRun {
  readonly args: readonly string[];
  /** postgres://…; the password is passed in the environment, because every user can read the arguments of a process. */
  readonly databaseUrl: string;
  readonly signal: AbortSignal;
  /** Called with every line of the program's messages. */
  readonly onLine: (line: string) => void;
}

const MESSAGES_MAX = 10;

/**
 * Runs a client program to its end.
 * @throws ForeseenError with the program's own error messages
 */
export async function runProgram(program: ClientProgram, run: ProgramRun): Promise<void> {
  const { path } = program;
  const { address, password } = toLibpqAddress(run.databaseUrl, program.version);
  const env = programEnvironment({ LC_ALL: 'C', ...(password === '' ? {} : { PGPASSWORD: password }) });
  const child = spawn(path, [...run.args, `--dbname=${address}`], {
    env,
    signal: run.signal,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/: (?:error|detail|hint):|^(?:DETAIL|HINT|Command was):/.test(line)) errors.push(line);
    run.onLine(line);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error: unknown) => {
    if (run.signal.aborted) throw new ForeseenError('stopped by a signal', { cause: error });
    throw error;
  });
  if (run.signal.aborted) throw new ForeseenError('stopped by a signal');
  if (code !== 0) throw new ForeseenError([`${path} failed:`, ...errors.slice(0, MESSAGES_MAX)].join('\n  '));
}
