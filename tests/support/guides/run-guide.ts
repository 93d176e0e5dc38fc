import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { compareOutput } from './compare.ts';
import type { Guide, Step } from './guide.ts';

const root = join(import.meta.dirname, '../../..');

/** The output of a guide's commands. */
export interface Walk {
  /** The output of each step; shorter than the guide if a command failed. */
  readonly outputs: readonly string[];
  /** The error messages of the shell and the programs; undefined if every command succeeded. */
  readonly failure: string | undefined;
}

/** A start that the guide itself does not show: commands that bash runs before the guide. */
export function startWith(commands: string): Guide {
  return { name: 'start', markdown: '', steps: [{ title: '', line: 0, commands, shown: undefined }] };
}

/** Returns one text for each difference between what steps show and what their commands printed. */
export function differencesOf(steps: readonly Step[], { outputs }: Walk): string[] {
  return steps.flatMap(({ shown, title }, index) =>
    compareOutput(shown, outputs[index] ?? '').map((difference) => `${title}: ${difference}`),
  );
}

/** The limit for a guide, which can wait for mails and imports. */
const WITHIN_MS = 90_000;

/**
 * Runs a guide like a reader: in one bash in the repository's folder, first the start, then each block. The run ends at
 * a failed command, an unset variable or the time limit.
 */
export async function walk(
  start: Guide,
  guide: Guide,
  environment: Readonly<Record<string, string>>,
  withinMs = WITHIN_MS,
): Promise<Walk> {
  const mark = `step ${randomUUID()}`;
  const script = [
    'set -euo pipefail',
    ...start.steps.map(({ commands }) => commands),
    ...guide.steps.flatMap(({ commands }) => [commands, `printf '\\n%s\\n' '${mark}'`]),
  ].join('\n');
  const env = { ...process.env, ...environment };
  const bash = spawn('bash', ['--noprofile', '--norc'], { cwd: root, env });
  const patience = setTimeout(() => {
    bash.kill('SIGKILL');
    // A program that bash started may keep the streams open.
    for (const stream of [bash.stdout, bash.stderr]) stream.destroy();
  }, withinMs);
  let output = '';
  let errors = '';
  bash.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  bash.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  bash.stdin.on('error', () => undefined).end(`${script}\n`);
  const [code] = (await once(bash, 'close')) as [number | null];
  clearTimeout(patience);
  const parts = output.split(`\n${mark}\n`);
  const rest = parts.pop() ?? '';
  const isWhole = code === 0 && parts.length === guide.steps.length;
  const failure = isWhole
    ? undefined
    : `bash ended with ${code ?? 'a signal'} after ${parts.length} steps\n${errors}\n${rest}`;
  return { outputs: parts, failure };
}
