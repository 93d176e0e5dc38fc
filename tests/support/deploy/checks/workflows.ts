import { globSync } from 'node:fs';
import { runTool, versionOf, type Check } from '../tool.ts';

const workflows: Check = {
  title: 'workflows',
  run: async () => {
    const files = globSync('.github/workflows/*.yml').sort();
    if (files.length === 0) throw new Error('there is no workflow');
    await runTool('check-jsonschema', ['--builtin-schema', 'vendor.github-workflows', ...files]);
    const version = await versionOf('check-jsonschema');
    return `.github/workflows: ${files.length} files fit the schema of workflows (${version})`;
  },
};

const dependabot: Check = {
  title: 'dependabot',
  run: async () => {
    const file = '.github/dependabot.yml';
    await runTool('check-jsonschema', ['--builtin-schema', 'vendor.dependabot', file]);
    return `${file}: fits its schema (${await versionOf('check-jsonschema')})`;
  },
};

export const workflowChecks: readonly Check[] = [workflows, dependabot];
