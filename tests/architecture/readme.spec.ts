import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadClientConfig, loadConfig } from '../../src/config.ts';
import { guidesFolder, readGuides, readStart } from '../support/guides/guide.ts';

const root = join(guidesFolder, '../..');

/** Returns the names of the environment variables that the configuration reads. */
function settingsRead(): ReadonlySet<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'architect-settings-'));
  const asked = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    { DATA_DIR: dataDir },
    {
      get: (target, name: string) => {
        asked.add(name);
        return target[name];
      },
    },
  );
  try {
    loadConfig(environment);
    loadClientConfig(environment);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
  return asked;
}

describe('the documentation', () => {
  const makefile = readFileSync(join(root, 'Makefile'), 'utf8');
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const others = ['docs/CONTRIBUTING.md', 'docs/ARCHITECTURE.md', 'tests/README.md'];
  const texts = [
    readme,
    ...others.map((file) => readFileSync(join(root, file), 'utf8')),
    readStart().markdown,
    ...readGuides().map(({ markdown }) => markdown),
  ];

  it('names only targets of the Makefile, each with a line in make help', () => {
    const documented = new Set(
      [...makefile.matchAll(/^(?<name>[a-z-]+):.*## /gm)].map(({ groups }) => groups!['name']!),
    );
    const named = texts.flatMap((text) =>
      [...text.matchAll(/(?:`|^)make (?<name>[a-z][a-z-]*)/gm)].map(({ groups }) => groups!['name']!),
    );
    expect(new Set(named)).to.include.keys('run', 'test', 'operator', 'import', 'scaffold');
    expect(named.filter((name) => !documented.has(name))).to.deep.equal([]);
  });

  it('shows a tree whose files and folders exist, with every kind of test', () => {
    const tree = /```\n(?<tree>openapi\/ .*?)```/s.exec(readme)!.groups!['tree']!;
    const named = (pattern: RegExp): string[] => [...tree.matchAll(pattern)].map(({ groups }) => groups!['name']!);
    const top = named(/^(?<name>[a-z]+\/)/gm);
    const sources = named(/^ {2}(?<name>[a-z]+(?:\/|\.ts)) /gm).map((name) => `src/${name}`);
    expect(top).to.include.members(['openapi/', 'src/', 'tests/', 'docs/']);
    expect(sources).to.have.length.above(8);
    expect([...top, ...sources].filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
    const [tests = ''] = /^tests\/ .*$/m.exec(tree) ?? [];
    const kinds = readdirSync(join(root, 'tests'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const missing = kinds.filter(({ name }) => name !== 'support' && !tests.includes(` ${name}/`));
    expect(missing.map(({ name }) => name)).to.deep.equal([]);
  });

  it('lists every setting, and no other', () => {
    const settings = readFileSync(join(root, 'docs/settings.md'), 'utf8');
    const listed = [...settings.matchAll(/^\| `(?<name>[A-Z_]+)` \|/gm)].map(({ groups }) => groups!['name']!);
    expect(listed).to.have.members([...settingsRead()]);
  });
});
