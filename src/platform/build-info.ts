import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

/** What runs: logs, /metrics and the detailed health say it. */
export interface BuildInfo {
  readonly version: string;
  /** 40 hexadecimal digits; null where it is not known. */
  readonly commit: string | null;
}

const commitPattern = /^[0-9a-f]{40}$/;
const root = join(import.meta.dirname, '../..');

/** @param commit what the image was built from (it holds no repository); without it the checkout's own is read */
export function readBuildInfo(commit: string | undefined): BuildInfo {
  return Object.freeze({ version: packageJson.version, commit: commit ?? readCommit(join(root, '.git')) });
}

/**
 * The commit that is checked out, read from the files of the repository (gitrepository-layout(5)), so that no git is
 * needed where the server runs. Null where there is no repository.
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

/** In a work tree of its own `.git` is a file that names the folder. */
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
