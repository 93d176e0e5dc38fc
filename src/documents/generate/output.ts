import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

export const notice = 'Written by `make generate`; do not edit.';

/** Returns the content of a file, or undefined if it does not exist. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Returns the names of the files whose content differs from the expected one. */
export async function staleFiles(folder: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    if ((await readIfThere(join(folder, name))) !== content) names.push(name);
  }
  return names;
}

/** Returns the names of the files in and under the folder that are not expected. */
export async function surplusFiles(folder: string, names: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !names.includes(name));
}

/** Writes the files that differ. Unchanged files are not touched, so that watchers and make see no change. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const names = await staleFiles(folder, files);
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), files[name] ?? '');
  }
  return names;
}

/** Removes all files of the folder that are not given. */
export async function removeSurplus(folder: string, names: readonly string[]): Promise<string[]> {
  const surplus = await surplusFiles(folder, names);
  for (const name of surplus) await rm(join(folder, name));
  return surplus;
}
