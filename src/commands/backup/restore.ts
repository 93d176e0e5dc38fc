import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, type Config } from '../../config.ts';
import { keyIdsOf } from '../../platform/crypto.ts';
import { openLongConnection, type LongConnection } from '../../platform/long-connection.ts';
import { readMigrations } from '../../platform/migration-files.ts';
import { toTerminalLine } from '../../platform/terminal-text.ts';
import { ForeseenError } from '../../problems/foreseen-error.ts';
import { UsageError } from '../../problems/usage-error.ts';
import { migrateDatabase, withDatabaseUrl } from '../../schema.ts';
import { progressBar } from '../progress-bar.ts';
import { abortAtSignal } from './abort-at-signal.ts';
import { findProgram, runProgram, type ClientProgram } from './client-programs.ts';
import { compareFacts, listObjects, readFacts, readServerVersion } from './database-facts.ts';
import { logInOnce, readPassword } from './log-in-once.ts';
import { dumpPath, readManifest, type Manifest } from './manifest.ts';
import { verifyChains } from './verify-chains.ts';

const DIFFERENCES_MAX = 10;
const flag = { type: 'boolean', default: false } as const;

/**
 * `restore FOLDER [--verify] [--login EMAIL] [--without-keys]`: copies a backup into an empty database and compares the result with the
 * manifest. `--verify` checks every row of the audit chains, too. `--login` logs in as that account, with the password
 * that standard input holds, on a server that only this process can reach. `--without-keys` restores although the keys of
 * the backup are lost.
 */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const options = { verify: flag, 'without-keys': flag, login: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1)
    throw new UsageError('name one folder: restore FOLDER [--verify] [--login EMAIL] [--without-keys]');
  const config = loadConfig();
  const startedAt = performance.now();
  if (values.login !== undefined && process.stdin.isTTY)
    process.stderr.write(`password of ${toTerminalLine(values.login)}: `);
  const password = values.login === undefined ? '' : await readPassword(process.stdin);
  const folder = resolve(name);
  const manifest = await readManifest(folder);
  if (!values['without-keys']) refuseMissingKeys(manifest, config);
  await refuseUnknownMigrations(manifest);
  await withDatabaseUrl(config, async (url) => {
    await restoreDatabase({ url, folder, manifest });
    for (const migration of await migrateDatabase(config, url)) print(`migrated ${migration}`);
    if (values.verify) print(await verifyChains(url));
    if (values.login !== undefined) print(await logInOnce(config, url, { email: values.login, password }));
  });
  print(`restored in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function print(line: string): void {
  process.stdout.write(`${toTerminalLine(line)}\n`);
}

/** Values that were encrypted with a missing key would only be noticed when their users need them. */
function refuseMissingKeys({ secret_key_ids, created_at }: Manifest, config: Config): void {
  const present = keyIdsOf(config.secretKey, config.previousSecretKeys);
  const missing = secret_key_ids.filter((id) => !present.includes(id));
  if (missing.length === 0) return;
  const remedy = `set SECRET_KEY to the value of ${created_at}, or put that value into SECRET_KEY_PREVIOUS; if the keys are lost, add --without-keys`;
  throw new ForeseenError(`the backup was made with keys that are not set (ids ${missing.join(', ')}): ${remedy}`);
}

async function refuseUnknownMigrations({ migrations, architect }: Manifest): Promise<void> {
  const known = new Map((await readMigrations()).map(({ name, checksum }) => [name, checksum]));
  const unknown = migrations.filter(({ name, checksum }) => known.get(name) !== checksum).map(({ name }) => name);
  if (unknown.length === 0) return;
  const { version, commit } = architect;
  const remedy = `restore it with the version that wrote it (${version}, commit ${commit ?? 'unknown'}) or a later one`;
  throw new ForeseenError(`this version does not have the backup's migrations ${unknown.join(', ')}: ${remedy}`);
}

interface RestoreTask {
  readonly url: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

async function restoreDatabase(task: RestoreTask): Promise<void> {
  const { url, manifest } = task;
  const connection = await openLongConnection(url, 'architect restore');
  try {
    await refuseOccupied(connection);
    const program = await findRestorer(connection, manifest);
    await load(program, task);
    const differences = compareFacts(manifest, await readFacts(connection));
    if (differences.length > 0) {
      const shown = differences.slice(0, DIFFERENCES_MAX);
      throw new ForeseenError(['the restored database differs from the backup:', ...shown].join('\n  '));
    }
    print(
      `${Object.keys(manifest.tables).length} tables and ${manifest.audit_chains.length} audit chains are as in the backup of ${manifest.created_at}`,
    );
    // A dump has no statistics, without which the first queries would be planned badly.
    await connection.query('ANALYZE');
  } finally {
    await connection.close();
  }
}

async function refuseOccupied(connection: LongConnection): Promise<void> {
  const objects = await listObjects(connection);
  if (objects.length === 0) return;
  const remedy = 'create an empty database (createdb) and set DATABASE_URL to it';
  throw new ForeseenError(`the database is not empty (it has ${objects.join(', ')}): ${remedy}`);
}

async function findRestorer(connection: LongConnection, { postgres }: Manifest): Promise<ClientProgram> {
  const server = await readServerVersion(connection);
  if (server < postgres.server) {
    throw new ForeseenError(
      `the server is PostgreSQL ${server}, older than that of the backup: restore into PostgreSQL ${postgres.server} or later`,
    );
  }
  const reason = `the backup needs pg_restore ${postgres.pg_dump} to ${server}`;
  return findProgram('pg_restore', { min: postgres.pg_dump, max: server, reason });
}

/** Restores in one transaction, so that a failure leaves the database empty. */
async function load(program: ClientProgram, { url, folder, manifest }: RestoreTask): Promise<void> {
  const bar = progressBar(process.stdout);
  const total = Object.keys(manifest.tables).length;
  let done = 0;
  // Only pg_restore must be stopped at a signal: it would go on without this process.
  const { signal, release } = abortAtSignal();
  await runProgram(program, {
    args: [
      ...['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges', '--verbose'],
      dumpPath(folder),
    ],
    databaseUrl: url,
    signal,
    onLine: (line) => {
      if (line.includes('processing data for table')) bar.show(done++, total);
    },
  }).finally(release);
  bar.show(total, total);
  bar.end();
}
