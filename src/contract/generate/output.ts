import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const notice = 'Written by `make generate`; do not edit.';

/** What stands in the file, undefined where there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Names the files of the folder whose content is not what it should be. */
export async function staleFiles(folder: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    if ((await readIfThere(join(folder, name))) !== content) names.push(name);
  }
  return names;
}

/** Writes what differs, and leaves the rest untouched, so that watchers and make see no change where there is none. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const names = await staleFiles(folder, files);
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), files[name] ?? '');
  }
  return names;
}
