import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, type Config } from '../../config.ts';
import { keyIdsOf } from '../../platform/crypto.ts';
import { openLongConnection, type LongConnection } from '../../platform/long-connection.ts';
import { toTerminalLine } from '../../platform/terminal-text.ts';
import { ForeseenError } from '../../problems/foreseen-error.ts';
import { UsageError } from '../../problems/usage-error.ts';
import { withDatabaseUrl } from '../../schema.ts';
import { progressBar } from '../progress-bar.ts';
import { abortAtSignal, unlessAborted } from './abort-at-signal.ts';
import { findProgram, runProgram, type ClientProgram } from './client-programs.ts';
import { readFacts, readServerVersion } from './database-facts.ts';
import { dumpPath, writeManifest, type DatabaseFacts, type Manifest } from './manifest.ts';

/** How long the dump waits for a migration that has locked a table. */
const LOCK_WAIT_MS = 60_000;

/**
 * `backup FOLDER`: copies the database into a new folder while servers use it. The copy shows one moment, and its
 * manifest says what it contains.
 */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new UsageError('name one new folder: backup FOLDER');
  const config = loadConfig();
  const startedAt = performance.now();
  const { signal, release } = abortAtSignal();
  const target = resolve(folder);
  try {
    await refuseExisting(target);
    const manifest = await withDatabaseUrl(config, (url) => makeBackup({ url, target, config, signal }));
    process.stdout.write(summaryOf(manifest, target, (performance.now() - startedAt) / 1000));
  } finally {
    release();
  }
}

async function refuseExisting(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  if (found !== undefined) throw new ForeseenError(`${target} exists: name a new folder, such as one with the date`);
}

interface BackupTask {
  readonly url: string;
  readonly target: string;
  readonly config: Config;
  readonly signal: AbortSignal;
}

/** Writes into a folder beside the target and renames it at the end, so that a folder of that name is complete. */
async function makeBackup(task: BackupTask): Promise<Manifest> {
  const { url, target, config } = task;
  let partial: string | undefined;
  const connection = await openLongConnection(url, 'architect backup');
  try {
    const server = await readServerVersion(connection);
    const reason = `pg_dump must have the version of the server, which is PostgreSQL ${server}`;
    const program = await findProgram('pg_dump', { min: server, max: server, reason });
    partial = await makePartial(target);
    const { created_at, facts } = await dumpSnapshot(connection, program, { ...task, target: partial });
    const writing = writeManifest(partial, {
      created_at,
      architect: config.build,
      postgres: { server, pg_dump: program.version },
      secret_key_ids: keyIdsOf(config.secretKey, config.previousSecretKeys),
      ...facts,
    });
    const manifest = await unlessAborted(task.signal, writing);
    await rename(partial, target);
    return manifest;
  } catch (error) {
    if (partial !== undefined) await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    await connection.close();
  }
}

async function makePartial(target: string): Promise<string> {
  try {
    await mkdir(dirname(target), { recursive: true });
    return await mkdtemp(`${target}.partial-`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = `${target} cannot be created (${error.message}): name a folder that this account may write`;
    throw new ForeseenError(message, { cause: error });
  }
}

interface SnapshotRow {
  readonly id: string;
  readonly at: Date;
}

/** Dumps the database as `connection` sees it in one transaction, in which it counts the tables meanwhile. */
async function dumpSnapshot(connection: LongConnection, program: ClientProgram, task: BackupTask) {
  await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const [snapshot] = await connection.query<SnapshotRow>('SELECT pg_export_snapshot() AS id, clock_timestamp() AS at');
  if (snapshot === undefined) throw new Error('pg_export_snapshot() returned no row');
  const counting = readFacts(connection);
  // If the dump fails first, its error is reported.
  counting.catch(() => undefined);
  await dump(program, task, { snapshot: snapshot.id, counting });
  const facts = await unlessAborted(task.signal, counting);
  await connection.query('COMMIT');
  return { created_at: snapshot.at.toISOString(), facts };
}

interface DumpOptions {
  /** The exported snapshot that the dump shows. */
  readonly snapshot: string;
  readonly counting: Promise<DatabaseFacts>;
}

async function dump(program: ClientProgram, { url, target, signal }: BackupTask, options: DumpOptions): Promise<void> {
  const bar = progressBar(process.stdout);
  let total: number | undefined;
  let done = 0;
  options.counting.then(
    ({ tables }) => (total = Object.keys(tables).length),
    () => undefined,
  );
  // Owners and privileges are those of the server that restores.
  const content = ['--no-owner', '--no-privileges', '--no-comments', '--no-publications', '--no-subscriptions'];
  await runProgram(program, {
    args: [
      ...['--format=custom', `--file=${dumpPath(target)}`, `--snapshot=${options.snapshot}`, '--verbose'],
      ...[`--lock-wait-timeout=${LOCK_WAIT_MS}`, ...content],
    ],
    databaseUrl: url,
    signal,
    onLine: (line) => {
      if (line.includes('dumping contents of table')) bar.show(done++, total);
    },
  });
  bar.show(done, done);
  bar.end();
}

function summaryOf(manifest: Manifest, target: string, seconds: number): string {
  const tables = Object.values(manifest.tables);
  const rows = tables.reduce((sum, count) => sum + count, 0);
  return [
    `${tables.length} tables with ${rows} rows and ${manifest.audit_chains.length} audit chains, ${manifest.dump.bytes} bytes, in ${seconds.toFixed(1)} s`,
    `the backup of ${manifest.created_at} is in ${toTerminalLine(target)}`,
    'SECRET_KEY and SECRET_KEY_PREVIOUS are not in it: keep them in another place. Without them second factors are lost.',
    '',
  ].join('\n');
}
