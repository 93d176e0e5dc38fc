import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import createKnex from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';
import { ForeseenError } from '../problems/foreseen-error.ts';

/** One file of src/migrations: `<14 digits>_<name>.sql`. */
interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const migrationsDirectory = join(import.meta.dirname, '../migrations');
const fileName = /^\d{14}_[a-z0-9_]+\.sql$/;

/** knex would also write failures to the console; the thrown error already reports them. */
const silent = { warn: (): void => undefined, error: (): void => undefined };

/** Key of the advisory lock: 'arch' in ASCII. Nothing else uses it. */
export const MIGRATION_LOCK_KEY = 0x61726368;

/**
 * Applies the pending migrations in `directory` to a database, forward only, each in its own transaction.
 * Processes that start together wait for each other, so that each migration runs once. Returns the names that ran.
 * @throws ForeseenError if a migration that has run was changed or deleted, or if a new file sorts before one that has
 * run
 */
export async function migrate(databaseUrl: string, directory: string = migrationsDirectory): Promise<string[]> {
  const files = await readMigrations(directory);
  const lock = new pg.Client({ connectionString: databaseUrl, application_name: 'architect migrate' });
  await lock.connect();
  // The lock belongs to this session, so PostgreSQL releases it when the process dies. The pool below has its own
  // connections.
  const knex = createKnex({ client: 'pg', connection: databaseUrl, pool: { min: 0, max: 2 }, log: silent });
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_KEY]);
    await lock.query('CREATE TABLE IF NOT EXISTS migration_checksums (name text PRIMARY KEY, checksum text NOT NULL)');
    await verify(lock, files);
    return await run(knex, files);
  } finally {
    await knex.destroy();
    await lock.end();
  }
}

/** Returns the files of `directory` in the order in which they run. */
export async function readMigrations(directory: string = migrationsDirectory): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!fileName.test(name))
        throw new ForeseenError(`${join(directory, name)} is not a migration: rename it to <14 digits>_<name>.sql`);
      const sql = await readFile(join(directory, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function verify(client: pg.Client, files: readonly MigrationFile[]): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM migration_checksums ORDER BY name',
  );
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum } of rows) {
    const file = byName.get(name);
    if (file === undefined) {
      throw new ForeseenError(`migration ${name} has run on this database, but its file is missing: restore it`);
    }
    if (file.checksum !== checksum) {
      throw new ForeseenError(
        `migration ${name} was changed after it ran: restore it and write a new migration instead`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  const last = rows.at(-1)?.name ?? '';
  const late = files.find((file) => !applied.has(file.name) && file.name < last);
  if (late !== undefined) {
    throw new ForeseenError(`migration ${late.name} sorts before ${last}, which has run: give it a later timestamp`);
  }
}

async function run(knex: Knex, files: readonly MigrationFile[]): Promise<string[]> {
  const migrationSource: Knex.MigrationSource<MigrationFile> = {
    getMigrations: () => Promise.resolve([...files]),
    getMigrationName: (file) => file.name,
    getMigration: (file) => Promise.resolve({ up: (trx) => apply(trx, file), down: () => Promise.reject(forwardOnly) }),
  };
  const config: Knex.MigratorConfig = { migrationSource, tableName: 'migrations' };
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
  await connection.query('INSERT INTO migration_checksums (name, checksum) VALUES ($1, $2)', [
    file.name,
    file.checksum,
  ]);
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position === undefined ? '' : ` (line ${sql.slice(0, Number(error.position)).split('\n').length})`;
  return `${error.message}${line}`;
}
