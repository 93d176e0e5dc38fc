import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ForeseenError } from '../problems/foreseen-error.ts';

/** One file of src/migrations: `<14 digits>_<name>.sql`. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  /**
   * The oldest version of the program that works after this migration, from its line `-- needs-version: 2.3.0`. A
   * migration that only adds does not have this line: every earlier version works after it.
   */
  readonly neededVersion: string | undefined;
}

const migrationsDirectory = join(import.meta.dirname, '../migrations');
const fileName = /^\d{14}_[a-z0-9_]+\.sql$/;

/**
 * Returns the migrations in the order in which they run.
 * @throws ForeseenError for a file with another name
 */
export async function readMigrations(directory: string = migrationsDirectory): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!fileName.test(name))
        throw new ForeseenError(`${join(directory, name)} is not a migration: rename it to <14 digits>_<name>.sql`);
      const sql = await readFile(join(directory, name), 'utf8');
      const neededVersion = /^-- needs-version: (\d+\.\d+\.\d+)$/m.exec(sql)?.[1];
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex'), neededVersion };
    }),
  );
}
