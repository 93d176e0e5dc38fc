import { globSync } from 'node:fs';
import { runTool, type Check } from '../tool.ts';

const documents = 'tests/deploy/documents.spec.ts';

/** A check that runs spec files. */
function specs(title: string, files: () => readonly string[], meaning: string): Check {
  return {
    title,
    run: async () => {
      const output = await runTool('mocha', ['--reporter', 'dot', ...files()]);
      return `tests/deploy: ${/(\d+) passing/.exec(output)?.[1] ?? '0'} tests of ${meaning}`;
    },
  };
}

export const specChecks: readonly Check[] = [
  specs(
    'consistency',
    () => globSync('tests/deploy/*.spec.ts').filter((file) => file !== documents),
    'ports, probes, periods, secrets, variables and alerts against the settings and the contract',
  ),
  specs('documents', () => [documents], 'the commands in docs/ against make, the command line and the files'),
];
