import { mkdir, mkdtemp, readdir, rm, symlink, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { findForbiddenImports, type Violation } from './cruise.ts';
import { importRules } from './import-rules.ts';
import { planted, targets, type Planted } from './planted.ts';
import { notBelow, ranks } from './ranks.ts';

const root = join(import.meta.dirname, '../..');

async function put(tree: string, file: string, content: string): Promise<void> {
  const path = join(tree, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Files of a module that each import a higher module. */
function plantedRank(name: string): readonly Planted[] {
  return notBelow(name).map((other) => ({
    file: `src/modules/${name}/to-${other}.service.ts`,
    imports: `import * as it from '../${other}/index.ts';\nvoid it;`,
  }));
}

describe('who may import whom', function () {
  this.timeout(60_000);

  it('no import breaks a rule', async () => {
    const { modules, violations } = await findForbiddenImports(root);
    expect(modules).to.be.greaterThan(10);
    expect(violations).to.deep.equal([]);
  });

  it('src/modules has exactly the modules of modules.ts', async () => {
    const names = (await readdir(join(root, 'src/modules'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(names).to.have.members(ranks);
  });

  describe('a planted violation is caught:', () => {
    const names = importRules.map((rule) => rule.name!);
    let tree: string;
    let found: Violation[];

    function plantedFor(name: string): readonly Planted[] {
      return name.startsWith('rank-of-') ? plantedRank(name.slice('rank-of-'.length)) : (planted[name] ?? []);
    }

    before(async () => {
      tree = await mkdtemp(join(tmpdir(), 'imports-'));
      await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
      await copyFile(join(root, 'package.json'), join(tree, 'package.json'));
      for (const target of targets) await put(tree, target, 'export const x = 1;\nexport type X = typeof x;\n');
      for (const name of ranks) {
        await put(tree, `src/modules/${name}/index.ts`, 'export const x = 1;\n');
        await put(tree, `src/modules/${name}/${name}.repository.ts`, 'export const x = 1;\n');
        await put(tree, `src/modules/${name}/${name}.controller.ts`, 'export const x = 1;\n');
      }
      await put(tree, 'src/platform/cycle-b.ts', `import * as it from './cycle-a.ts';\nvoid it;\n`);
      for (const name of names) for (const { file, imports } of plantedFor(name)) await put(tree, file, imports);
      found = (await findForbiddenImports(tree)).violations;
    });
    after(() => rm(tree, { recursive: true }));

    for (const name of names) {
      it(name, () => {
        const files = plantedFor(name).map(({ file }) => file);
        expect(files, 'planted').not.to.be.empty;
        expect(found.filter(({ rule }) => rule === name).map(({ from }) => from)).to.include.members(files);
      });
    }
  });
});
