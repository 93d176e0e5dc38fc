import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from '../production/programs.ts';

export const root = join(import.meta.dirname, '../../..');
const toolsFolder = join(root, '.cache/deploy-tools/bin');
const TOOL_MS_MAX = 120_000;

/** A validator of a deployment file. */
export interface Check {
  /** What is checked, in one word or two. */
  readonly title: string;
  /**
   * @returns what was checked, with which tool
   * @throws Error with the findings, or if a tool is missing with the command that installs it
   */
  readonly run: () => Promise<string>;
}

/** Installed by `make deploy-tools`; other programs are the operating system's. */
const validators: readonly string[] = ['check-jsonschema', 'hadolint', 'kubernetes-validate'];

/**
 * @returns the path of a program
 * @throws Error with the command that installs it if it is missing
 */
function pathOf(name: string): string {
  if (!validators.includes(name)) return programPath(name);
  const path = join(toolsFolder, name);
  if (!existsSync(path)) throw new Error(`${name} is missing: run \`make deploy-tools\``);
  return path;
}

/**
 * Runs a program in the root folder.
 * @returns its output
 * @throws Error with the output if it fails, or with the remedy if it is missing
 */
export async function runTool(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const path = pathOf(name);
  return new Promise((resolve, reject) => {
    const options = { cwd: root, timeout: TOOL_MS_MAX, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(path, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      if (error === null) resolve(output);
      else reject(new Error(`${[name, ...args].join(' ')} ended with ${error.code ?? 'a timeout'}\n${output}`));
    });
  });
}

/** Returns the version in a program's `--version`. */
export async function versionOf(name: string, option = '--version'): Promise<string> {
  const version = /\d+\.\d+(?:\.\d+)?/.exec(await runTool(name, [option]))?.[0] ?? 'unknown';
  return `${name} ${version}`;
}
