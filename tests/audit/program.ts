import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const toolsFolder = join(root, '.cache/security/bin');
/** Semgrep reads the whole tree; on a busy machine that takes a minute. */
const WITHIN_MS = 600_000;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * @returns the path of a program that `make security-tools` installs
 * @throws Error with the remedy if it is not installed
 */
export function toolPath(name: string): string {
  const path = join(toolsFolder, name);
  if (!existsSync(path)) throw new Error(`${name} is missing: run \`make security-tools\` (actionlint needs Go)`);
  return path;
}

/** True if a program that `make security-tools` installs is there. */
export function hasTool(name: string): boolean {
  return existsSync(join(toolsFolder, name));
}

/** Runs a program to its end, whatever its exit code. */
export async function end(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const env = { ...process.env, PATH: `${toolsFolder}:${process.env['PATH'] ?? ''}`, ...options.env };
  return new Promise((resolve) => {
    const limits = { timeout: WITHIN_MS, maxBuffer: 256 * 1024 * 1024 };
    execFile(program, args, { cwd: options.cwd ?? root, env, ...limits }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr: code === -1 ? `${stderr}${error?.message ?? ''}` : stderr });
    });
  });
}
