import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

interface ClientFiles {
  readonly files: readonly string[];
  /** Files of the folders that are not to be read, each with the reason in brackets. */
  readonly unread: readonly string[];
}

const FILE_MEGABYTES_MAX = 5;

/**
 * Lists the files of a client's code, each once. Links are followed; `node_modules` and hidden folders are left out.
 * @param sources files and folders. A file that is named itself may have any size.
 * @throws Error for a source that does not exist
 */
export async function listClientFiles(sources: readonly string[]): Promise<ClientFiles> {
  const files: string[] = [];
  const unread: string[] = [];
  // Links may lead to a folder that contains them.
  const seen = new Set<string>();

  async function isNew(path: string): Promise<boolean> {
    const real = await realpath(path);
    const isKnown = seen.has(real);
    seen.add(real);
    return !isKnown;
  }

  async function visit(path: string, name: string): Promise<void> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) unread.push(`${path} (a link that leads nowhere)`);
    else if (found.isDirectory()) {
      if (name !== 'node_modules' && !name.startsWith('.')) await visitFolder(path);
    } else if (!found.isFile()) unread.push(`${path} (neither a file nor a folder)`);
    else if (found.size > FILE_MEGABYTES_MAX * 1_000_000) unread.push(`${path} (larger than ${FILE_MEGABYTES_MAX} MB)`);
    else if (await isNew(path)) files.push(path);
  }

  async function visitFolder(folder: string): Promise<void> {
    if (!(await isNew(folder))) return;
    for (const name of (await readdir(folder)).sort()) await visit(join(folder, name), name);
  }

  for (const source of sources) {
    const found = await stat(source).catch((error: unknown) => {
      throw new Error(`cannot read ${source}: there is no such file or folder`, { cause: error });
    });
    if (found.isDirectory()) await visitFolder(source);
    else if (await isNew(source)) files.push(source);
  }
  return { files, unread };
}
