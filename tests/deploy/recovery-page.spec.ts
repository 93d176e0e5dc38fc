import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../..');

/** Returns `heading: language` for each block of commands or settings of a page. */
function blocksOf(page: string): string[] {
  let heading = '';
  const lines = page.split('\n').flatMap((line) => {
    const language = /^```(sh|conf)$/.exec(line)?.[1];
    // A comment of a shell script begins with a lower-case word in these pages, a heading never.
    if (/^#+ [A-Z]/.test(line)) heading = line.replace(/^#+ /, '');
    return language === undefined ? [] : [`${heading}: ${language}`];
  });
  return lines.sort();
}

describe('docs/DISASTER_RECOVERY.md', () => {
  const blocks = blocksOf(readFileSync(join(root, 'docs/DISASTER_RECOVERY.md'), 'utf8'));

  it('has no command that tests/production does not run', () => {
    const tests = globSync('tests/production/*.spec.ts', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    const run = [...tests.join('\n').matchAll(/readBlock\(recoveryPage, '(?<heading>[^']+)', '(?<language>\w+)'\)/g)];
    const known = new Set(run.map(({ groups }) => `${groups!['heading']!}: ${groups!['language']!}`));
    expect(blocks).to.deep.equal([...known].sort());
    expect(blocks).to.include('Restore: sh').and.to.include('Archive the write-ahead log: conf');
  });

  it('has at most one block of each kind in a section, because the tests run the first one', () => {
    expect(blocks.filter((block, index) => blocks.indexOf(block) !== index)).to.deep.equal([]);
    expect(blocksOf('# A\n```sh\nls\n```\n## B\n```conf\na = 1\n```\n```sh\n```')).to.deep.equal([
      'A: sh',
      'B: conf',
      'B: sh',
    ]);
  });
});
