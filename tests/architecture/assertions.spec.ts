import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { findTestsWithoutAssertion } from './assertions.ts';

const root = join(import.meta.dirname, '../..');

/** Tests that can fail, in every style that this repository uses. */
const kept = `import { expect } from 'chai';
import { expectError } from '../support/errors.ts';
import { forEach as forAll } from '../support/every.ts';

const isOdd = (value) => expect(value % 2).to.equal(1);
function isThree(value) { isOdd(value); }
it('asserts', () => { expect(1).to.equal(1); });
it('asserts in a loop', () => { for (const one of [1]) expect(one).to.equal(1); });
it('asserts by failing', () => { if (Math.max(1) > 1) expect.fail('more'); });
it('calls an asserting function', () => { isThree(3); });
it('calls an imported function', () => { expectError(); });
it('passes an asserting function on', () => { [1].forEach(isOdd); });
it('is an asserting function itself', isThree);
forAll([1], () => { expect(1).to.equal(1); });
`;
const support = {
  'tests/support/errors.ts': `import { expect } from 'chai';\nexport function expectError() { expect(1).to.equal(1); }\n`,
  'tests/support/every.ts': `export function forEach(all, test) {\n  for (const one of all) it(one, () => test(one));\n}\n`,
};
const planted: Readonly<Record<string, string>> = {
  'does nothing': `it('a', () => undefined);`,
  'only calls': `const get = async () => 1;\nit('a', async () => { await get(); });`,
  'names expect without calling it': `import { expect } from 'chai';\nit('a', () => { void expect; });`,
  'calls a function that has the name of an asserting one elsewhere': `const expectError = () => 1;\nit('a', () => { expectError(); });`,
  'is created in a loop': `import { forEach } from '../support/every.ts';\nforEach([1], async () => undefined);`,
};

describe('assertions', function () {
  this.timeout(60_000);

  it('every test has an assertion', () => {
    const { tests, without } = findTestsWithoutAssertion(root);
    expect(tests).to.be.above(1000);
    expect(without).to.deep.equal([]);
  });

  describe('a planted test without an assertion is found:', () => {
    let tree: string;
    let found: string[];

    before(async () => {
      tree = await mkdtemp(join(tmpdir(), 'assertions-'));
      const plants = Object.values(planted).map((text, index) => [`tests/unit/${index}.spec.ts`, text] as const);
      for (const [file, text] of [...plants, ...Object.entries(support), ['tests/unit/kept.spec.ts', kept] as const]) {
        await mkdir(dirname(join(tree, file)), { recursive: true });
        await writeFile(join(tree, file), text);
      }
      found = findTestsWithoutAssertion(tree).without.map((at) => at.replace(/:\d+$/, ''));
    });
    after(() => rm(tree, { recursive: true }));

    for (const [index, name] of Object.keys(planted).entries()) {
      it(name, () => {
        expect(found).to.include(`tests/unit/${index}.spec.ts`);
      });
    }

    it('and no other test is reported', () => {
      expect(found).to.have.length(Object.keys(planted).length);
    });
  });
});
