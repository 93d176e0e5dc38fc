import createKnex from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { readMigrations, type MigrationFile } from './migration-files.ts';
import { compareWithHistory, createHistory, type MigrationSource } from './migration-history.ts';

/** knex would also write failures to the console; the thrown error already reports them. */
const silent = { warn: (): void => undefined, error: (): void => undefined };

/** Key of the advisory lock: 'arch' in ASCII. Nothing else uses it. */
export const MIGRATION_LOCK_KEY = 0x61726368;

/** What a run of the migrations did. */
interface MigrationOutcome {
  /** Names of the migrations that ran. */
  readonly ran: readonly string[];
  /** Names of migrations of a newer version of the program, after which this version still works. */
  readonly newer: readonly string[];
}

/**
 * Applies the pending migrations to a database, forward only, each in its own transaction. Processes that start
 * together wait for each other, so that each migration runs once.
 * @throws ForeseenError if a migration fails, or as compareWithHistory
 */
export async function migrate(databaseUrl: string, source: MigrationSource = {}): Promise<MigrationOutcome> {
  const files = await readMigrations(source.directory);
  const lock = new pg.Client({ connectionString: databaseUrl, application_name: 'architect migrate' });
  await lock.connect();
  // The lock belongs to this session, so PostgreSQL releases it when the process dies. The pool below has its own
  // connections.
  const knex = createKnex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 2 }, log: silent });
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_KEY]);
    await createHistory(lock);
    const { newer } = await compareWithHistory(lock, files, source.version);
    return { ran: await run(knex, files), newer };
  } finally {
    await knex.destroy();
    await lock.end();
  }
}

async function run(knex: Knex, files: readonly MigrationFile[]): Promise<string[]> {
  const migrationSource: Knex.MigrationSource<MigrationFile> = {
    getMigrations: () => Promise.resolve([...files]),
    getMigrationName: (file) => file.name,
    getMigration: (file) => Promise.resolve({ up: (trx) => apply(trx, file), down: () => Promise.reject(forwardOnly) }),
  };
  // knex would refuse a database with migrations of a newer version. compareWithHistory() has validated the list.
  const config: Knex.MigratorConfig = {
    migrationSource,
    tableName: 'migrations',
    disableMigrationsListValidation: true,
  };
  // knex keeps its own lock in a row, which a killed process leaves locked. The advisory lock makes it unnecessary.
  await knex.migrate.forceFreeMigrationsLock(config);
  const ran: string[] = [];
  for (;;) {
    const [, names] = (await knex.migrate.up(config)) as [number, string[]];
    if (names.length === 0) return ran;
    ran.push(...names);
  }
}

const forwardOnly = new Error('migrations go forward only');

async function apply(trx: Knex, file: MigrationFile): Promise<void> {
  // Not through knex, which would take every question mark of the file for a parameter.
  const connection = (await (trx.client as Knex.Client).acquireConnection()) as pg.Client;
  try {
    await connection.query(file.sql);
  } catch (error) {
    throw new ForeseenError(`migration ${file.name} failed: ${describe(error, file.sql)}`, { cause: error });
  }
  await connection.query('INSERT INTO migration_checksums (name, checksum, needed_version) VALUES ($1, $2, $3)', [
    file.name,
    file.checksum,
    file.neededVersion,
  ]);
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position === undefined ? '' : ` (line ${sql.slice(0, Number(error.position)).split('\n').length})`;
  return `${error.message}${line}`;
}
