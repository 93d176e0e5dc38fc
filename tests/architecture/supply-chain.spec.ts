import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the supply chain', () => {
  const workflows = globSync('.github/workflows/*.yml', { cwd: root });

  it('pins the actions of workflows to commits, each with its version in a comment', () => {
    const uses = workflows.flatMap((file) =>
      textOf(file)
        .split('\n')
        .filter((line) => /^\s*(?:- )?uses:/.test(line)),
    );
    expect(uses).not.to.be.empty;
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).to.deep.equal([]);
  });

  it('does not let callers of a workflow follow a branch by default', () => {
    const branches = /@(?:main|master)\b|default: (?:main|master)$/m;
    expect(workflows.filter((file) => branches.test(textOf(file)))).to.deep.equal([]);
    for (const file of workflows) {
      const on = (parse(textOf(file)) as { on: { workflow_call?: { inputs: Record<string, unknown> } } }).on;
      const reference = on.workflow_call?.inputs['gate-ref'];
      if (reference !== undefined) expect(reference).to.include({ required: true }).and.not.have.property('default');
    }
  });

  it('runs no install scripts of packages', () => {
    expect(textOf('.npmrc').split('\n')).to.include('ignore-scripts=true');
  });

  it('has the MIT licence in package.json and in LICENSE', () => {
    expect(packageJson.license).to.equal('MIT');
    expect(textOf('LICENSE')).to.match(/^MIT License\n\nCopyright \(c\) \d{4} Architect contributors\n/);
  });
});
