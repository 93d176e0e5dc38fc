import { appendFile } from 'node:fs/promises';
import type { parseArgs } from 'node:util';
import { toTerminalText } from '../../platform/terminal-text.ts';
import { evaluateForClient } from './client.ts';
import type { Verdict } from './gate.ts';
import { readUsage, type UsageSource } from './key-usage.ts';
import { jsonTextOf, linesOf, markdownOf } from './print.ts';

// What the two commands have in common: main.ts for this repository, consumer.ts for repositories of consumers. Exit
// codes: 0 no breaking change, 1 breaking changes, 2 the comparison failed.

export const title =
  'Reports the changes between two OpenAPI documents (3.0 or 3.1) that break clients of the first one.';

export const optionTexts = `  --all                  print additions, changes of documentation and excused changes, too
  --operations <ids>     consider only changes that affect these operations (separated by commas) or all operations
  --used-in <path>       read from the client's code which operations it uses: a file or folder; may be repeated
  --excused <file>       permit the breaking changes listed in the file (document, kind, pointer, reason, until)
  --usage <url>          ask this server which API keys each breaking change breaks
  --key <key>            for --usage: the API key of an admin or operator (default: the variable ARCHITECT_API_KEY)
  --json                 print the result as JSON
  --summary <file>       append the result to the file as Markdown (default: the variable GITHUB_STEP_SUMMARY)
  --help                 print this text

Exit codes: 0 no breaking change, 1 breaking changes, 2 the comparison failed.`;

export const commonOptions = {
  help: { type: 'boolean', short: 'h', default: false },
  excused: { type: 'string' },
  operations: { type: 'string' },
  'used-in': { type: 'string', multiple: true },
  usage: { type: 'string' },
  key: { type: 'string' },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  summary: { type: 'string' },
} as const;

type CommonValues = ReturnType<typeof parseArgs<{ options: typeof commonOptions }>>['values'];

export const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);

/** Runs a command. An error ends it with its message and exit code 2. */
export async function execute(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(toTerminalText(error instanceof Error ? error.message : String(error)));
    process.exitCode = 2;
  }
}

/**
 * Compares two documents that the arguments name.
 * @throws Error with the usage if the arguments name fewer or more
 */
export async function evaluatePair(
  values: CommonValues,
  positionals: readonly string[],
  usage: string,
): Promise<Verdict[]> {
  const [builtWith, served, ...surplus] = positionals;
  if (builtWith === undefined || served === undefined || surplus.length > 0)
    throw new Error(`expected two documents, got ${positionals.length}\n\n${usage}`);
  const { excused, operations, 'used-in': usedIn = [] } = values;
  return [await evaluateForClient({ builtWith, served, excused, operations, usedIn }, today)];
}

/** Prints verdicts, appends them to the summary, and sets the exit code. */
export async function report(values: CommonValues, evaluate: () => Promise<Verdict[]>): Promise<void> {
  const source = usageSourceOf(values);
  const compared = await evaluate();
  const verdicts = source === undefined ? compared : await Promise.all(compared.map((one) => withUsage(one, source)));
  if (values.json) console.log(jsonTextOf(verdicts));
  else console.log(linesOf(verdicts, { isComplete: values.all }).join('\n'));
  const summary = values.summary ?? process.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (summary !== '') await appendFile(summary, verdicts.map(markdownOf).join('\n'));
  if (!verdicts.every(({ isPassed }) => isPassed)) process.exitCode = 1;
}

/** @throws Error if the usage is asked for without a key */
function usageSourceOf(values: CommonValues): UsageSource | undefined {
  const { usage: url, key = process.env['ARCHITECT_API_KEY'] ?? '' } = values;
  if (url === undefined) return undefined;
  if (key === '') throw new Error('--usage needs --key, or the variable ARCHITECT_API_KEY');
  return { url, key };
}

async function withUsage(verdict: Verdict, source: UsageSource): Promise<Verdict> {
  return { ...verdict, usage: await readUsage(verdict, source) };
}
