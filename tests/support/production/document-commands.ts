import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');

/**
 * Returns the first code block of a language in one section of a document, so that a test runs what the document says.
 * @param heading the text of the section's heading, of any level
 * @throws Error if there is none
 */
export function readBlock(document: string, heading: string, language: string): string {
  const lines = readFileSync(join(root, document), 'utf8').split('\n');
  const begin = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line !== heading);
  const length = lines.slice(begin + 1).findIndex((line) => /^#+ [A-Z]/.test(line));
  const own = begin < 0 ? '' : lines.slice(begin + 1, length < 0 ? undefined : begin + 1 + length).join('\n');
  const block = new RegExp(`^\`\`\`${language}\\n(?<code>.*?)^\`\`\`$`, 'ms').exec(own)?.groups?.['code'];
  if (block === undefined) throw new Error(`${document} has no ${language} block below "${heading}"`);
  return block;
}

/** Returns the lines `name = value` of a configuration. */
export function readSettings(block: string): Readonly<Record<string, string>> {
  const lines = block.split('\n').flatMap((line) => {
    const [, name, value] = /^(?<name>\w+) = (?<value>.*?)(?:\s+#.*)?$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value.replace(/^'(.*)'$/, '$1')] as const];
  });
  return Object.fromEntries(lines);
}

/**
 * Runs commands of a document in the checkout, and stops at the first one that fails.
 * @param owner the account that runs them; by default that of this process
 * @returns what they print
 */
export async function runCommands(
  commands: string,
  variables: Readonly<Record<string, string>>,
  owner: { readonly uid?: number; readonly gid?: number } = {},
): Promise<string> {
  // The Node of this checkout, as in the Makefile.
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH, ...variables };
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', commands], {
    ...{ env, ...owner },
    cwd: owner.uid === undefined ? root : '/',
  });
  return stdout;
}
