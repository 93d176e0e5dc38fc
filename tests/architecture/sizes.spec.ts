import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { FILE_LINES_MAX, FUNCTION_LINES_MAX, findOversized } from './sizes.ts';

const root = join(import.meta.dirname, '../..');

/** Contents of files and bodies of functions with a given number of lines. */
const fileOf = (lines: number): string => '// One line.\n'.repeat(lines);
const bodyOf = (lines: number): string => `{\n${'  void 0;\n'.repeat(lines - 2)}}`;

const kept: Readonly<Record<string, string>> = {
  'src/full.ts': fileOf(FILE_LINES_MAX),
  'src/function.ts': `export function full(): void ${bodyOf(FUNCTION_LINES_MAX)}\n`,
  'tests/group.spec.ts': `describe('a group', () => ${bodyOf(FUNCTION_LINES_MAX + 1)});\n`,
};
const planted: Readonly<Record<string, readonly [content: string, at: string]>> = {
  'a file of the source': [fileOf(FILE_LINES_MAX + 1), 'src/long.ts'],
  'a file of comments and blank lines': ['// Why.\n\n'.repeat(FILE_LINES_MAX), 'src/modules/tasks/words.ts'],
  'a style sheet': ['* {}\n'.repeat(FILE_LINES_MAX + 1), 'src/http/pages/assets/long.css'],
  'a migration': ['SELECT 1;\n'.repeat(FILE_LINES_MAX + 1), 'src/migrations/long.sql'],
  'a file of tests': [fileOf(FILE_LINES_MAX + 1), 'tests/api/long.spec.ts'],
  'a function': [`export function long(): void ${bodyOf(FUNCTION_LINES_MAX + 1)}\n`, 'src/function-1.ts:1'],
  'a function in a constant': [`\nexport const long = () => ${bodyOf(FUNCTION_LINES_MAX + 1)};\n`, 'src/constant.ts:2'],
  'a method': [`export class Long {\n  method() ${bodyOf(FUNCTION_LINES_MAX + 1)}\n}\n`, 'src/method.ts:2'],
  'a handler': [
    `export const handlers = {\n  async get() ${bodyOf(FUNCTION_LINES_MAX + 1)},\n};\n`,
    'src/handler.ts:2',
  ],
  'a function in a function': [
    `function outer() {\n  return function long() ${bodyOf(FUNCTION_LINES_MAX - 1)};\n}\nvoid outer;\n`,
    'src/outer.ts:1',
  ],
  'a script of a page': [
    `function long() ${bodyOf(FUNCTION_LINES_MAX + 1)}\nvoid long;\n`,
    'src/http/pages/assets/long.js:1',
  ],
  'a test': [`it('is long', () => ${bodyOf(FUNCTION_LINES_MAX + 1)});\n`, 'tests/unit/long.spec.ts:1'],
};

describe('sizes', function () {
  this.timeout(60_000);

  it(`no file has more than ${FILE_LINES_MAX} lines, no function more than ${FUNCTION_LINES_MAX}`, () => {
    expect(findOversized(root)).to.deep.equal([]);
  });

  describe('a planted violation is caught:', () => {
    let tree: string;
    let found: string[];

    before(async () => {
      tree = await mkdtemp(join(tmpdir(), 'sizes-'));
      const files = Object.values(planted).map(([content, at]) => [at.replace(/:\d+$/, ''), content] as const);
      for (const [file, content] of [...files, ...Object.entries(kept)]) {
        await mkdir(dirname(join(tree, file)), { recursive: true });
        await writeFile(join(tree, file), content);
      }
      found = findOversized(tree).map(({ at }) => at);
    });
    after(() => rm(tree, { recursive: true }));

    for (const [name, [, at]] of Object.entries(planted)) {
      it(name, () => {
        expect(found).to.include(at);
      });
    }

    it('and nothing within the limits is reported', () => {
      expect(found).to.have.members(Object.values(planted).map(([, at]) => at));
    });
  });
});
