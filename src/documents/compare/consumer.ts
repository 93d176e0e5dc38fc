import { parseArgs } from 'node:util';
import { commonOptions, evaluatePair, execute, optionTexts, report, title } from './command.ts';

// The command for repositories of consumers. It is served as one file, generated/gate.mjs, so it imports nothing that
// needs this repository.

const usage = `${title}

  node gate.mjs <built with> <served>   compare two documents: files or URLs, JSON or YAML

${optionTexts}`;

await execute(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: commonOptions });
  if (values.help) console.log(usage);
  else await report(values, () => evaluatePair(values, positionals, usage));
});
