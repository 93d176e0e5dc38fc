import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { findMisplaced, findUnmirrored } from './kinds.ts';

const root = join(import.meta.dirname, '../..');

const planted: Readonly<Record<string, string>> = {
  'tests/support/database.ts': 'export const open = 1;\n',
  'tests/support/open-import.ts': `export { open } from './database.ts';\n`,
  'tests/unit/platform/direct.spec.ts': `import { open } from '../../support/database.ts';\nvoid open;\n`,
  'tests/unit/platform/indirect.spec.ts': `import { open } from '../../support/open-import.ts';\nvoid open;\n`,
  'tests/unit/platform/kept.spec.ts': 'export const nothing = 1;\n',
  'tests/database/platform/none.spec.ts': 'export const nothing = 1;\n',
  'tests/database/platform/kept.spec.ts': `import { open } from '../../support/open-import.ts';\nvoid open;\n`,
  'tests/unit/crypto/lost.spec.ts': 'export const nothing = 1;\n',
  'tests/unit/support/kept.spec.ts': 'export const nothing = 1;\n',
  'src/platform/crypto.ts': 'export const nothing = 1;\n',
};

describe('the kinds of tests', function () {
  this.timeout(60_000);

  it('a unit test has no database, and a database test has one', () => {
    expect(findMisplaced(root)).to.deep.equal([]);
  });

  it('unit and database tests mirror the folders of src or of tests/support', () => {
    expect(findUnmirrored(root)).to.deep.equal([]);
  });

  it('are all described in tests/README.md', async () => {
    const readme = await readFile(join(root, 'tests/README.md'), 'utf8');
    const folders = (await readdir(join(root, 'tests'), { withFileTypes: true })).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !readme.includes(`| \`${name}/\` |`))).to.deep.equal([]);
  });

  describe('a planted test in the wrong place is found', () => {
    let tree: string;
    before(async () => {
      tree = await mkdtemp(join(tmpdir(), 'kinds-'));
      for (const [file, text] of Object.entries(planted)) {
        await mkdir(dirname(join(tree, file)), { recursive: true });
        await writeFile(join(tree, file), text);
      }
    });
    after(() => rm(tree, { recursive: true }));

    it('by its direct and indirect imports', () => {
      expect(findMisplaced(tree)).to.deep.equal([
        'tests/database/platform/none.spec.ts',
        'tests/unit/platform/direct.spec.ts',
        'tests/unit/platform/indirect.spec.ts',
      ]);
    });

    it('by its folder', () => {
      expect(findUnmirrored(tree)).to.deep.equal(['tests/unit/crypto/lost.spec.ts']);
    });
  });
});
