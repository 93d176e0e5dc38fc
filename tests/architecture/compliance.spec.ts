import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const docs = join(import.meta.dirname, '../../docs');
const compliance = readFileSync(join(docs, 'COMPLIANCE.md'), 'utf8');

interface Line {
  readonly list: string;
  readonly name: string;
  readonly state: string;
  readonly how: string;
  readonly evidence: readonly Evidence[];
}
interface Evidence {
  readonly path: string;
  readonly title: string | undefined;
}

/** Reads the tables of a document whose rows are `| line | state | how | links |`, by the heading above them. */
function readLines(text: string): Line[] {
  return text.split(/^## /m).flatMap((section) =>
    [...section.matchAll(/^\| (?!line |---)(?<cells>.*) \|$/gm)].map(({ groups }) => {
      const [name = '', state = '', how = '', links = ''] = groups!['cells']!.split(' | ');
      const evidence = [...links.matchAll(/\]\((?<path>[^ )#]+)(?:#[^ )]*)?(?: "(?<title>[^"]+)")?\)/g)];
      return {
        list: section.split('\n', 1)[0]!,
        name,
        state,
        how,
        evidence: evidence.map(({ groups: link }) => ({ path: link!['path']!, title: link!['title'] })),
      };
    }),
  );
}

/** What is wrong with one piece of evidence, or undefined. */
function faultOf({ path, title }: Evidence): string | undefined {
  const file = join(docs, path);
  if (!existsSync(file)) return `${path} does not exist`;
  if (title !== undefined && !readFileSync(file, 'utf8').includes(title)) return `${path} has no "${title}"`;
  return undefined;
}

describe('docs/COMPLIANCE.md', () => {
  const lines = readLines(compliance);

  for (const [list, codes] of [
    ['OWASP Top 10: 2021', Array.from({ length: 10 }, (_, index) => `A${String(index + 1).padStart(2, '0')} `)],
    ['OWASP Top 10: 2025', Array.from({ length: 10 }, (_, index) => `A${String(index + 1).padStart(2, '0')} `)],
    ['OWASP API Security Top 10: 2023', Array.from({ length: 10 }, (_, index) => `API${index + 1} `)],
    ['OWASP ASVS 5.0, level 2, by chapter and section', Array.from({ length: 17 }, (_, index) => `V${index + 1}`)],
  ] as const)
    it(`goes through ${list}`, () => {
      const names = lines.filter((line) => line.list === list).map(({ name }) => name);
      expect(codes.filter((code) => !names.some((name) => name.startsWith(code)))).to.deep.equal([]);
    });

  it('says of each line how it is met, and links what shows it', () => {
    const bare = lines.filter(({ how, evidence }) => how === '' || evidence.length === 0);
    expect(bare.map(({ name }) => name)).to.deep.equal([]);
    expect(new Set(lines.map(({ state }) => state))).to.deep.equal(new Set(['held', 'operator', 'absent']));
  });

  it('links files that exist, and tests of the quoted title', () => {
    expect(lines.flatMap(({ evidence }) => evidence.map(faultOf)).filter((fault) => fault !== undefined)).to.deep.equal(
      [],
    );
  });

  it('notices a file or a title that is gone', () => {
    expect(faultOf({ path: '../tests/gone.spec.ts', title: undefined })).to.equal(
      '../tests/gone.spec.ts does not exist',
    );
    expect(faultOf({ path: 'COMPLIANCE.md', title: ['no', 'such', 'title'].join(' ') })).to.equal(
      'COMPLIANCE.md has no "no such title"',
    );
  });
});
