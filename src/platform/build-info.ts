import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

/** The running version, for logs, /metrics and the detailed health. */
export interface BuildInfo {
  readonly version: string;
  /** 40 hexadecimal digits; null if unknown. */
  readonly commit: string | null;
}

const commitPattern = /^[0-9a-f]{40}$/;
const root = join(import.meta.dirname, '../..');

/**
 * Returns the running version.
 * @param commit the commit of the image, which contains no repository; without it the commit of the checkout is read
 */
export function readBuildInfo(commit: string | undefined): BuildInfo {
  return Object.freeze({ version: packageJson.version, commit: commit ?? readCommit(join(root, '.git')) });
}

/**
 * Returns the commit that is checked out, read from the repository's files (gitrepository-layout(5)), so that the
 * server does not need git. Returns null if there is no repository.
 */
export function readCommit(gitPath: string): string | null {
  const gitDir = gitDirOf(gitPath);
  const head = readText(join(gitDir, 'HEAD'));
  if (head === undefined) return null;
  if (commitPattern.test(head)) return head;
  const [, name] = /^ref: (refs\/.+)$/.exec(head) ?? [];
  if (name === undefined) return null;
  const common = resolve(gitDir, readText(join(gitDir, 'commondir')) ?? '.');
  const found = readText(join(gitDir, name)) ?? readText(join(common, name)) ?? packedCommit(common, name);
  return found !== undefined && commitPattern.test(found) ? found : null;
}

/** In a linked work tree, `.git` is a file that names the folder. */
function gitDirOf(gitPath: string): string {
  const [, folder] = /^gitdir: (.+)$/.exec(readText(gitPath) ?? '') ?? [];
  return folder === undefined ? gitPath : resolve(gitPath, '..', folder);
}

function packedCommit(gitDir: string, name: string): string | undefined {
  const lines = readText(join(gitDir, 'packed-refs'))?.split('\n') ?? [];
  return lines.find((line) => line.endsWith(` ${name}`))?.split(' ')[0];
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
