import type pg from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import { ForeseenError } from '../problems/foreseen-error.ts';
import { readMigrations, type MigrationFile } from './migration-files.ts';
import { withConnection, type Connection } from './single-connection.ts';

// What has run on a database. Release 2.0.0 recorded it in `migrations` and `migration_checksums`, and refuses to start
// if they have rows that it does not know. They are kept as that release left them, so that it can be started again.

/** The table of knex's migrator. */
export const MIGRATIONS_TABLE = 'schema_migrations';

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly needed_version: string | null;
}

/** How the files compare with a database. */
interface MigrationState {
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

/** Runs a statement, and returns its rows. */
type Query = (text: string) => Promise<pg.QueryResultRow[]>;

/** Creates the table of the migrations that have run, and takes over what release 2.0.0 recorded. */
export async function createHistory(client: Connection): Promise<void> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migration_checksums (name text PRIMARY KEY,
    checksum text NOT NULL, needed_version text, place integer NOT NULL GENERATED ALWAYS AS IDENTITY)`);
  if (!(await hasTable(queryOf(client), 'migration_checksums'))) return;
  await client.query(`INSERT INTO schema_migrations (name, batch, migration_time)
    SELECT name, batch, migration_time FROM migrations WHERE NOT EXISTS (SELECT FROM schema_migration_checksums) ORDER BY id`);
  await client.query(`INSERT INTO schema_migration_checksums (name, checksum)
    SELECT name, checksum FROM migration_checksums JOIN migrations USING (name)
     WHERE NOT EXISTS (SELECT FROM schema_migration_checksums) ORDER BY id`);
}

/** Records a migration in the transaction that runs it. */
export async function recordMigration(client: Connection, file: MigrationFile): Promise<void> {
  await client.query('INSERT INTO schema_migration_checksums (name, checksum, needed_version) VALUES ($1, $2, $3)', [
    file.name,
    file.checksum,
    file.neededVersion,
  ]);
}

/** Returns the migrations that have run, in the order in which they ran. Changes nothing. */
export async function readHistory(query: Query): Promise<readonly AppliedMigration[]> {
  if (await hasTable(query, 'schema_migration_checksums')) {
    const rows = await query('SELECT name, checksum, needed_version FROM schema_migration_checksums ORDER BY place');
    if (rows.length > 0) return rows as AppliedMigration[];
  }
  if (!(await hasTable(query, 'migration_checksums'))) return [];
  const rows = await query(
    'SELECT name, checksum, NULL AS needed_version FROM migration_checksums JOIN migrations USING (name) ORDER BY id',
  );
  return rows as AppliedMigration[];
}

/**
 * Compares the migrations that have run on a database with the files, without changing the database.
 * @throws ForeseenError as compareWithHistory
 */
export async function readMigrationState(databaseUrl: string, source: MigrationSource = {}): Promise<MigrationState> {
  const files = await readMigrations(source.directory);
  return withConnection(databaseUrl, (client) => compareWithHistory(client, files, source.version));
}

/**
 * Compares the files with the migrations that have run, and changes nothing.
 * @throws ForeseenError if they contradict each other, or if a migration of a newer version removed what this version
 * uses
 */
export async function compareWithHistory(
  client: Connection,
  files: readonly MigrationFile[],
  version: string = packageJson.version,
): Promise<MigrationState> {
  const applied = await readHistory(queryOf(client));
  const byName = new Map(files.map((file) => [file.name, file]));
  const changed = applied.find(({ name, checksum }) => (byName.get(name)?.checksum ?? checksum) !== checksum);
  if (changed !== undefined) {
    throw new ForeseenError(
      `migration ${changed.name} was changed after it ran: restore it and write a new migration instead`,
    );
  }
  const names = applied.map(({ name }) => name);
  const lastKnown = names.findLastIndex((name) => byName.has(name));
  const missing = names.slice(0, lastKnown).find((name) => !byName.has(name));
  if (missing !== undefined)
    throw new ForeseenError(`migration ${missing} has run on this database, but its file is missing: restore it`);
  const newer = applied.slice(lastKnown + 1);
  const pending = files.filter(({ name }) => !names.includes(name));
  refuseOtherLine(newer, pending);
  for (const migration of newer) refuseUnusable(migration, version);
  refuseLate(files, names);
  return { pending, newer: newer.map(({ name }) => name) };
}

function refuseOtherLine([first]: readonly AppliedMigration[], [pending]: readonly MigrationFile[]): void {
  if (first === undefined || pending === undefined) return;
  throw new ForeseenError(
    `migration ${first.name} has run on this database, but its file is missing, and ${pending.name} has not run: ` +
      'the database belongs to another line of versions; restore the file',
  );
}

function refuseUnusable({ name, needed_version }: AppliedMigration, version: string): void {
  if (needed_version === null || !isOlder(version, needed_version)) return;
  throw new ForeseenError(
    `migration ${name} needs version ${needed_version} or later, but this is version ${version}: run a later version`,
  );
}

/** The order of the files must be the order in which they ran. */
function refuseLate(files: readonly MigrationFile[], names: readonly string[]): void {
  const last = files.findLastIndex(({ name }) => names.includes(name));
  const late = files.slice(0, Math.max(last, 0)).find(({ name }) => !names.includes(name));
  if (late === undefined) return;
  throw new ForeseenError(
    `migration ${late.name} sorts before ${files[last]?.name}, which has run: give it a later timestamp`,
  );
}

/** Compares versions of three numbers. */
function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const index = (a ?? []).findIndex((number, position) => number !== b?.[position]);
  return index !== -1 && (a?.[index] ?? 0) < (b?.[index] ?? 0);
}

function queryOf(client: Connection): Query {
  return async (text) => (await client.query<pg.QueryResultRow>(text)).rows;
}

async function hasTable(query: Query, name: 'schema_migration_checksums' | 'migration_checksums'): Promise<boolean> {
  const statements = {
    schema_migration_checksums: "SELECT to_regclass('schema_migration_checksums') IS NOT NULL AS found",
    migration_checksums: "SELECT to_regclass('migration_checksums') IS NOT NULL AS found",
  };
  const [row] = await query(statements[name]);
  return row?.['found'] === true;
}
