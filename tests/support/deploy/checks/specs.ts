import { globSync } from 'node:fs';
import { runTool, type Check } from '../tool.ts';

/** A check that runs spec files. */
function specs(title: string, pattern: string, meaning: string): Check {
  return {
    title,
    run: async () => {
      const files = globSync(pattern).sort();
      if (files.length === 0) throw new Error(`no file matches ${pattern}`);
      const output = await runTool('mocha', ['--reporter', 'dot', ...files]);
      const passing = /(\d+) passing/.exec(output)?.[1] ?? '0';
      return `${pattern}: ${passing} tests of ${meaning}`;
    },
  };
}

export const specChecks: readonly Check[] = [
  specs(
    'consistency',
    'tests/deploy/{compose,kubernetes}.spec.ts',
    'ports, probes, grace periods, secrets and variables against the settings and the contract',
  ),
  specs(
    'documents',
    'tests/deploy/documents.spec.ts',
    'the commands in docs/ against make, the command line and the files',
  ),
];
