import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { evaluateForClient } from './client.ts';
import type { Verdict } from './gate.ts';
import { evaluateOwn, evaluateSince, release } from './own.ts';
import { jsonOf, linesOf, markdownOf } from './print.ts';

// The command behind `make contract` and `make release-contract`. Consumers run it in their repositories on two
// documents of their choice. Exit codes: 0 no breaking change, 1 breaking changes, 2 the comparison failed.

const usage = `Reports the changes between two OpenAPI documents (3.0 or 3.1) that break clients of the first one.

  node main.ts <built with> <served>   compare two documents: files or URLs, JSON or YAML
  node main.ts                         compare generated/ with the last release in openapi/released/
  node main.ts --since <commit>        compare generated/ with generated/ of a commit
  node main.ts --release               record generated/ as the new release

  --excused <file>       permit the breaking changes listed in the file (kind, pointer, reason, until)
  --operations <ids>     report only changes that affect these operations (separated by commas) or all operations
  --breaking-only        print breaking changes only
  --json                 print the result as JSON
  --summary <file>       append the result to the file as Markdown
  --help                 print this text

Exit codes: 0 no breaking change, 1 breaking changes, 2 the comparison failed.`;

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  release: { type: 'boolean', default: false },
  since: { type: 'string' },
  excused: { type: 'string' },
  operations: { type: 'string' },
  'breaking-only': { type: 'boolean', default: false },
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
  const verdicts = await evaluate(values, positionals);
  if (values.json) console.log(JSON.stringify(verdicts.map(jsonOf), undefined, 2));
  else {
    const shown = values['breaking-only'] ? (['breaking'] as const) : undefined;
    for (const verdict of verdicts) console.log(linesOf(verdict, shown).join('\n'));
  }
  if (values.summary !== undefined) await appendFile(values.summary, verdicts.map(markdownOf).join('\n'));
  if (!verdicts.every(({ isPassed }) => isPassed)) process.exitCode = 1;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function evaluate(values: Values, positionals: readonly string[]): Promise<Verdict[]> {
  const [builtWith, served, ...surplus] = positionals;
  if (builtWith !== undefined) {
    if (served === undefined || surplus.length > 0)
      throw new Error(`expected two documents, got ${positionals.length}\n\n${usage}`);
    const { excused, operations } = values;
    return [await evaluateForClient({ builtWith, served, excused, operations }, today)];
  }
  if (values.since !== undefined) return evaluateSince(values.since, today);
  if (!values.release) return evaluateOwn(today);
  const { verdicts, released } = await release(today);
  if (released.length > 0) console.log(`released ${released.join(', ')}`);
  return verdicts;
}
