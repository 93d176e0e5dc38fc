import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  RELEASED_FILE,
  readMigrations,
  readReleasedMigrations,
  type MigrationFile,
  type MigrationRelease,
} from '../../../platform/migration-files.ts';

/**
 * Compares the migrations of a folder with its record.
 * @param version the released version of the contract
 * @throws Error if a released migration was edited or is missing, or if the record ends with another version
 */
export async function checkReleasedMigrations(directory: string, version: string): Promise<void> {
  const { releases } = await readUnchanged(directory);
  const last = releases.at(-1)?.version;
  if (last !== version)
    throw new Error(`${RELEASED_FILE} ends with ${String(last)}, not with ${version}: run make release-contract`);
}

/**
 * Records the migrations that no release has as those of `version`. A version that is released again keeps what it has.
 * @returns the names of the migrations that were added to the record
 * @throws Error if a released migration was edited or is missing; the record is then as before
 */
export async function recordReleasedMigrations(directory: string, version: string): Promise<readonly string[]> {
  const { releases, files } = await readUnchanged(directory);
  const known = new Set(releases.flatMap(({ migrations }) => Object.keys(migrations)));
  const added = files.filter(({ name }) => !known.has(name));
  const last = releases.at(-1);
  const again = last?.version === version ? last.migrations : {};
  const before = last?.version === version ? releases.slice(0, -1) : releases;
  const migrations = { ...again, ...Object.fromEntries(added.map(({ name, checksum }) => [name, checksum])) };
  const record = [...before, { version, migrations }];
  await writeFile(join(directory, RELEASED_FILE), `${JSON.stringify(record, undefined, 2)}\n`);
  return added.map(({ name }) => name);
}

async function readUnchanged(
  directory: string,
): Promise<{ readonly releases: readonly MigrationRelease[]; readonly files: readonly MigrationFile[] }> {
  const releases = await readReleasedMigrations(directory);
  const files = await readMigrations(directory);
  const checksums = new Map(files.map(({ name, checksum }) => [name, checksum]));
  for (const { version, migrations } of releases) {
    const edited = Object.keys(migrations).find((name) => checksums.get(name) !== migrations[name]);
    if (edited !== undefined)
      throw new Error(`${edited} is not as release ${version} has it: restore it, and write a new migration instead`);
  }
  return { releases, files };
}
