import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notesOf, releasedVersion } from './notes.ts';

/**
 * Reads the recorded release of a repository.
 * @param root the folder of the repository
 * @throws Error if its contract has changes that no release has recorded
 */
export async function readRecordedRelease(root: string): Promise<{ readonly version: string; readonly notes: string }> {
  const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
  const pairs = await Promise.all(
    ['v1', 'v2'].map(async (name) => ({
      name,
      current: await read(`generated/${name}/openapi.json`),
      released: await read(`openapi/released/${name}.json`),
    })),
  );
  const version = releasedVersion(pairs);
  return { version, notes: notesOf(await read('CHANGELOG.md'), version) };
}

/**
 * Returns the checksums of the files in a folder in the form that `sha256sum --check` reads.
 * @param prefix written before each name: where the folder lies
 */
export async function sumFiles(folder: string, prefix: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const lines = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name));
      return `${createHash('sha256').update(content).digest('hex')}  ${prefix}/${name}\n`;
    }),
  );
  return lines.join('');
}
