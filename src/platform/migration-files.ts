import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ForeseenError } from '../problems/foreseen-error.ts';

/** One file of src/migrations: `<14 digits>_<name>.sql`. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 in hexadecimal digits. */
  readonly checksum: string;
  /** `-- transaction: none` in the file: PostgreSQL refuses its statements in a transaction. */
  readonly isTransactional: boolean;
  /**
   * The oldest version of the program that works after this migration, from its line `-- needs-version: 2.3.0`. A
   * migration that only adds does not have this line: every earlier version works after it.
   */
  readonly neededVersion: string | undefined;
}

/** The migrations of a release, in the order in which they run. */
export interface MigrationRelease {
  readonly version: string;
  /** Checksums by file name. */
  readonly migrations: Readonly<Record<string, string>>;
}

/** src/migrations/released.json: the releases, the oldest first. A released migration is never edited. */
export const RELEASED_FILE = 'released.json';
const migrationsDirectory = join(import.meta.dirname, '../migrations');
const fileName = /^\d{14}_[a-z0-9_]+\.sql$/;

/**
 * Returns the migrations in the order in which they run: those of each release, then those that are not released, by
 * name. A migration that was written before a release and added after it sorts before released ones, but databases of
 * that release must still run it.
 * @throws ForeseenError if a file has another name, or if a released file is missing
 */
export async function readMigrations(directory: string = migrationsDirectory): Promise<readonly MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name !== RELEASED_FILE).sort();
  const released = (await readReleasedMigrations(directory)).flatMap(({ migrations }) => Object.keys(migrations));
  const missing = released.find((name) => !names.includes(name));
  if (missing !== undefined) throw new ForeseenError(`the released migration ${missing} has no file: restore it`);
  const ordered = [...released, ...names.filter((name) => !released.includes(name))];
  return Promise.all(ordered.map((name) => readMigration(directory, name)));
}

/** Returns the releases, the oldest first. A directory without the record has none. */
export async function readReleasedMigrations(directory: string): Promise<readonly MigrationRelease[]> {
  const text = await readFile(join(directory, RELEASED_FILE), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  });
  return JSON.parse(text) as MigrationRelease[];
}

async function readMigration(directory: string, name: string): Promise<MigrationFile> {
  if (!fileName.test(name))
    throw new ForeseenError(`${join(directory, name)} is not a migration: rename it to <14 digits>_<name>.sql`);
  const sql = await readFile(join(directory, name), 'utf8');
  return {
    name,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
    isTransactional: !/^-- transaction: none$/m.test(sql),
    neededVersion: /^-- needs-version: (\d+\.\d+\.\d+)$/m.exec(sql)?.[1],
  };
}
