import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import releases from '../../../openapi/released/releases.json' with { type: 'json' };
import released from '../../../openapi/released/v2.json' with { type: 'json' };
import { changelogOf } from '../../../src/documents/changelog/changelog.ts';

describe('changelogOf', () => {
  const subjects = [
    'feat(tasks): let a reviewer reopen a task',
    'fix(auth): refuse a code twice',
    'fix: say why',
    'test(auth): see it fail',
    'refactor(tasks): say response',
    'perf(contract): compile once',
    'docs: show the tree',
    'Merge branch main',
    'feat(api-keys): name *every* key_id <now>',
  ];

  it('lists features, fixes and performance by scope, the newest release first', () => {
    const text = changelogOf([
      { version: '2.1.0', date: '2026-12-01', subjects },
      { version: '2.0.0', date: '2026-11-23', subjects: ['feat(contract): write the roots'] },
    ]);
    expect(text.split('\n').slice(4)).to.deep.equal([
      '## 2.1.0 (2026-12-01)',
      '',
      '### Added',
      '',
      String.raw`- **api-keys**: name \*every\* key\_id \<now\>`,
      '- **tasks**: let a reviewer reopen a task',
      '',
      '### Fixed',
      '',
      '- **auth**: refuse a code twice',
      '- say why',
      '',
      '### Faster',
      '',
      '- **contract**: compile once',
      '',
      '## 2.0.0 (2026-11-23)',
      '',
      '### Added',
      '',
      '- **contract**: write the roots',
      '',
    ]);
  });

  it('writes only the heading of a release without such commits', () => {
    expect(changelogOf([{ version: '2.0.1', date: '2026-12-02', subjects: ['docs: x'] }])).to.match(
      /\n## 2\.0\.1 \(2026-12-02\)\n$/,
    );
  });
});

describe('CHANGELOG.md', () => {
  it('begins with the last release of the contract', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');
    expect(/^## (\S+)/m.exec(text)?.[1]).to.equal(released.info.version);
  });
  it('has the releases and days of the record', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');
    const headings = [...text.matchAll(/^## (?<version>\S+) \((?<day>[\d-]+)\)$/gm)].map(({ groups }) => ({
      ...groups,
    }));
    const own = releases.filter(({ document }) => document === 'v2');
    expect(headings).to.deep.equal(own.map(({ version, released_on }) => ({ version, day: released_on })));
  });
});

describe('CHANGELOG.md', () => {
  it('is current with the release', async () => {
    const command = join(import.meta.dirname, '../../../src/documents/changelog/main.ts');
    const { stderr } = await promisify(execFile)(process.execPath, [command, '--check']);
    expect(stderr).not.to.include('not current');
  });
});
