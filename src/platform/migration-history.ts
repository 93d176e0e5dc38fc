import packageJson from '../../package.json' with { type: 'json' };
import { ForeseenError } from '../problems/foreseen-error.ts';
import { readMigrations, type MigrationFile } from './migration-files.ts';
import { withConnection, type Connection } from './single-connection.ts';

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly needed_version: string | null;
}

export interface MigrationState {
  /** The files that have not run on the database, in order. */
  readonly pending: readonly MigrationFile[];
  /** Names of migrations of a newer version of the program, after which this version still works. */
  readonly newer: readonly string[];
}

export interface MigrationSource {
  /** The folder of the files; src/migrations when absent. */
  readonly directory?: string;
  /** The version of the program that is compared with the needs of newer migrations; the running one when absent. */
  readonly version?: string;
}

/** Creates the table of the migrations that have run, in a database that has none. */
export async function createHistory(client: Connection): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS migration_checksums (name text PRIMARY KEY, checksum text NOT NULL)');
  await client.query('ALTER TABLE migration_checksums ADD COLUMN IF NOT EXISTS needed_version text');
}

/**
 * Compares the migrations that have run on a database with the files, without changing the database.
 * @throws ForeseenError as compareWithHistory
 */
export async function readMigrationState(databaseUrl: string, source: MigrationSource = {}): Promise<MigrationState> {
  const files = await readMigrations(source.directory);
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      "SELECT to_regclass('migration_checksums') IS NOT NULL AS exists",
    );
    return rows[0]?.exists === true ? compareWithHistory(client, files, source.version) : { pending: files, newer: [] };
  });
}

/**
 * Compares the files with the migrations that have run.
 * @throws ForeseenError if a migration that has run was changed or deleted, if a new file sorts before one that has
 * run, or if a migration of a newer version removed what this version uses
 */
export async function compareWithHistory(
  client: Connection,
  files: readonly MigrationFile[],
  version: string = packageJson.version,
): Promise<MigrationState> {
  // A history that an earlier version of the program wrote does not have the column needed_version.
  const { rows: applied } = await client.query<AppliedMigration>(
    `SELECT name, checksum, to_jsonb(history) ->> 'needed_version' AS needed_version
       FROM migration_checksums AS history ORDER BY name COLLATE "C"`,
  );
  const byName = new Map(files.map((file) => [file.name, file]));
  const lastFile = files.at(-1)?.name ?? '';
  const newer = applied.filter(({ name }) => !byName.has(name) && name > lastFile);
  for (const migration of newer) refuseUnusable(migration, version);
  for (const { name, checksum } of applied) {
    if (name <= lastFile) refuseChanged(name, { recorded: checksum, found: byName.get(name)?.checksum });
  }
  const names = new Set(applied.map(({ name }) => name));
  const pending = files.filter(({ name }) => !names.has(name));
  const last = applied.at(-1)?.name ?? '';
  const late = pending.find(({ name }) => name < last);
  if (late !== undefined) {
    throw new ForeseenError(`migration ${late.name} sorts before ${last}, which has run: give it a later timestamp`);
  }
  return { pending, newer: newer.map(({ name }) => name) };
}

function refuseUnusable({ name, needed_version }: AppliedMigration, version: string): void {
  if (needed_version === null || !isOlder(version, needed_version)) return;
  throw new ForeseenError(
    `migration ${name} needs version ${needed_version} or later, but this is version ${version}: run a later version`,
  );
}

function refuseChanged(name: string, { recorded, found }: { recorded: string; found: string | undefined }): void {
  if (found === undefined)
    throw new ForeseenError(`migration ${name} has run on this database, but its file is missing: restore it`);
  if (found !== recorded)
    throw new ForeseenError(`migration ${name} was changed after it ran: restore it and write a new migration instead`);
}

/** Compares versions of three numbers. */
function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const index = (a ?? []).findIndex((number, position) => number !== b?.[position]);
  return index !== -1 && (a?.[index] ?? 0) < (b?.[index] ?? 0);
}
