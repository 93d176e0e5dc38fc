import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { makerFiles, makersHash } from '../../../../src/documents/generate/freshness.ts';

describe('the hash of the code that compiles the validators', () => {
  it('covers every imported file and package', async () => {
    const files = await makerFiles();
    const names = files.map((file) =>
      file.endsWith('package.json') ? file.split('node_modules/').at(-1) : basename(file),
    );
    expect(names).to.include.members([
      ...['compile-contract.ts', 'schema-pool.ts', 'normal-schema.ts', 'document.ts', 'operation-table.ts'],
      ...[
        'validators-file.ts',
        'exact-keywords.ts',
        'request-keywords.ts',
        'events-file.ts',
        'formats.ts',
        'multiple-of.ts',
      ],
      ...['json.ts', 'reference.ts', 'operations.ts', 'ajv/package.json'],
    ]);
    expect(new Set(files).size).to.equal(files.length);
  });

  describe('of two files', () => {
    let folder: string;
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    const hash = () => makersHash(join(folder, 'maker.ts'));

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'maker-'));
      await write('maker.ts', "import {\n  a,\n  type A,\n} from './a.ts';\nimport type { B } from './b.ts';\n");
      await write('a.ts', "export * from './c.ts';\n");
      await write('b.ts', 'export type B = 1;\n');
      await write('c.ts', "import { join } from 'node:path';\nexport const a = join('a');\n");
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('changes with every file that is imported at run time, directly or indirectly', async () => {
      const before = await hash();
      expect(await hash()).to.equal(before);
      await write('c.ts', 'export const a = 2;\n');
      expect(await hash()).not.to.equal(before);
    });

    it('does not change with a file of types', async () => {
      const before = await hash();
      await write('b.ts', 'export type B = 2;\n');
      expect(await hash()).to.equal(before);
    });

    it('fails if a package is missing', async () => {
      await write('c.ts', "import 'left-out';\nimport { a } from 'never-installed/deep';\nexport { a };\n");
      await hash().then(
        () => expect.fail('a hash without the missing package'),
        (error: unknown) => expect(String(error)).to.include('the package never-installed is not installed'),
      );
    });
  });
});
