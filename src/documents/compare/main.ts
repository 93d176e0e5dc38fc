import { parseArgs } from 'node:util';
import { commonOptions, evaluatePair, execute, optionTexts, report, title, today } from './command.ts';
import type { Verdict } from './gate.ts';
import { evaluateOwn, evaluateSince, release } from './own.ts';

// The command behind `make contract` and `make release-contract`.

const usage = `${title}

  node main.ts <built with> <served>   compare two documents: files or URLs, JSON or YAML
  node main.ts                         compare generated/ with the last release in openapi/released/
  node main.ts --since <commit>        compare generated/ with generated/ of a commit
  node main.ts --release               record generated/ as the new release

${optionTexts}`;

const options = {
  ...commonOptions,
  release: { type: 'boolean', default: false },
  since: { type: 'string' },
} as const;

await execute(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  if (values.help) console.log(usage);
  else await report(values, () => evaluate(values, positionals));
});

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function evaluate(values: Values, positionals: readonly string[]): Promise<Verdict[]> {
  if (positionals.length > 0) return evaluatePair(values, positionals, usage);
  if (values.excused !== undefined || values.operations !== undefined || values['used-in'] !== undefined)
    throw new Error('--excused, --operations and --used-in need two documents');
  if (values.since !== undefined) return evaluateSince(values.since, today);
  if (!values.release) return evaluateOwn(today);
  const { verdicts, released } = await release(today);
  if (released.length > 0) console.log(`released ${released.join(', ')}`);
  return verdicts;
}
