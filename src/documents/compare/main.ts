import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { judgeForClient } from './client.ts';
import type { Verdict } from './gate.ts';
import { judgeOwn, judgeSince, release } from './own.ts';
import { jsonOf, linesOf, markdownOf } from './print.ts';

// The command behind `make contract` and `make release-contract`. Consumers run it in their repositories on two
// documents of their choice. Exit codes: 0 nothing breaks, 1 something breaks, 2 the comparison failed.

const usage = `Compares OpenAPI documents (3.0 or 3.1) for those who use the first of the two.

  node main.ts <built with> <served>   two documents, each a file or a URL, JSON or YAML
  node main.ts                         generated/ against the last release in openapi/released/
  node main.ts --since <commit>        generated/ against generated/ of a commit
  node main.ts --release               take generated/ as released

  --excused <file>       a list of breaking changes that are borne for a while (kind, pointer, reason, until)
  --operations <ids>     only what reaches these operations, separated by commas; what concerns all always counts
  --breaking-only        print neither additions nor documentation
  --json                 print the verdicts as JSON
  --summary <file>       append the verdicts to the file, as Markdown
  --help                 print this

Exit codes: 0 nothing breaks, 1 something does, 2 the comparison could not be made.`;

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
  const verdicts = await judged(values, positionals);
  if (values.json) console.log(JSON.stringify(verdicts.map(jsonOf), undefined, 2));
  else {
    const shown = values['breaking-only'] ? (['breaking'] as const) : undefined;
    for (const verdict of verdicts) console.log(linesOf(verdict, shown).join('\n'));
  }
  if (values.summary !== undefined) await appendFile(values.summary, verdicts.map(markdownOf).join('\n'));
  if (!verdicts.every(({ isPassed }) => isPassed)) process.exitCode = 1;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function judged(values: Values, positionals: readonly string[]): Promise<Verdict[]> {
  const [builtWith, served, ...surplus] = positionals;
  if (builtWith !== undefined) {
    if (served === undefined || surplus.length > 0) throw new Error(`two documents are compared\n\n${usage}`);
    const { excused, operations } = values;
    return [await judgeForClient({ builtWith, served, excused, operations }, today)];
  }
  if (values.since !== undefined) return judgeSince(values.since, today);
  if (!values.release) return judgeOwn(today);
  const { verdicts, released } = await release(today);
  if (released.length > 0) console.log(`released ${released.join(', ')}`);
  return verdicts;
}
