import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { evaluateForClient } from './client.ts';
import type { Verdict } from './gate.ts';
import { readUsage, type UsageSource } from './key-usage.ts';
import { evaluateOwn, evaluateSince, release } from './own.ts';
import { jsonOf, linesOf, markdownOf } from './print.ts';

// The command behind `make contract` and `make release-contract`. Consumers run it in their repositories on two
// documents of their choice. Exit codes: 0 no breaking change, 1 breaking changes, 2 the comparison failed.

const usage = `Reports the changes between two OpenAPI documents (3.0 or 3.1) that break clients of the first one.

  node main.ts <built with> <served>   compare two documents: files or URLs, JSON or YAML
  node main.ts                         compare generated/ with the last release in openapi/released/
  node main.ts --since <commit>        compare generated/ with generated/ of a commit
  node main.ts --release               record generated/ as the new release

  --all                  print additions, changes of documentation and excused changes, too
  --operations <ids>     consider only changes that affect these operations (separated by commas) or all operations
  --used-in <path>       read from the client's code which operations it uses: a file or folder; may be repeated
  --excused <file>       permit the breaking changes listed in the file (document, kind, pointer, reason, until)
  --usage <url>          ask this server which API keys each breaking change breaks
  --key <key>            for --usage: the API key of an admin or operator (default: the variable ARCHITECT_API_KEY)
  --json                 print the result as JSON
  --summary <file>       append the result to the file as Markdown (default: the variable GITHUB_STEP_SUMMARY)
  --help                 print this text

Exit codes: 0 no breaking change, 1 breaking changes, 2 the comparison failed.`;

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  release: { type: 'boolean', default: false },
  since: { type: 'string' },
  excused: { type: 'string' },
  operations: { type: 'string' },
  'used-in': { type: 'string', multiple: true },
  usage: { type: 'string' },
  key: { type: 'string' },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  summary: { type: 'string' },
} as const;

const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  if (values.help) {
    console.log(usage);
    return;
  }
  const source = usageSourceOf(values);
  const compared = await evaluate(values, positionals);
  const verdicts = source === undefined ? compared : await Promise.all(compared.map((one) => withUsage(one, source)));
  if (values.json) console.log(JSON.stringify(verdicts.map(jsonOf), undefined, 2));
  else console.log(linesOf(verdicts, { isComplete: values.all }).join('\n'));
  const summary = values.summary ?? process.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (summary !== '') await appendFile(summary, verdicts.map(markdownOf).join('\n'));
  if (!verdicts.every(({ isPassed }) => isPassed)) process.exitCode = 1;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function evaluate(values: Values, positionals: readonly string[]): Promise<Verdict[]> {
  const [builtWith, served, ...surplus] = positionals;
  const { excused, operations, 'used-in': usedIn = [] } = values;
  if (builtWith !== undefined) {
    if (served === undefined || surplus.length > 0)
      throw new Error(`expected two documents, got ${positionals.length}\n\n${usage}`);
    return [await evaluateForClient({ builtWith, served, excused, operations, usedIn }, today)];
  }
  if (excused !== undefined || operations !== undefined || usedIn.length > 0)
    throw new Error('--excused, --operations and --used-in need two documents');
  if (values.since !== undefined) return evaluateSince(values.since, today);
  if (!values.release) return evaluateOwn(today);
  const { verdicts, released } = await release(today);
  if (released.length > 0) console.log(`released ${released.join(', ')}`);
  return verdicts;
}

function usageSourceOf({ usage: url, key = process.env['ARCHITECT_API_KEY'] ?? '' }: Values): UsageSource | undefined {
  if (url === undefined) return undefined;
  if (key === '') throw new Error('--usage needs --key, or the variable ARCHITECT_API_KEY');
  return { url, key };
}

async function withUsage(verdict: Verdict, source: UsageSource): Promise<Verdict> {
  return { ...verdict, usage: await readUsage(verdict, source) };
}
