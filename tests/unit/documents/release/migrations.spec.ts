import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { readMigrations, readReleasedMigrations } from '../../../../src/platform/migration-files.ts';
import { Folder, type Ended } from '../../../support/folder.ts';

const root = join(import.meta.dirname, '../../../..');
const copied = [
  'src/documents/release',
  'src/platform/migration-files.ts',
  'src/problems/foreseen-error.ts',
  'src/migrations',
];
const NEW = '29990101000000_new.sql';

describe('the record of released migrations', function () {
  this.timeout(60_000);
  const folder = new Folder();
  const directory = (): string => join(folder.tree, 'src/migrations');
  const release = (version: string): Promise<void> => folder.write('openapi/released/v2.json', { info: { version } });
  const run = (...args: string[]): Promise<Ended> =>
    folder.end(process.execPath, [join(folder.tree, 'src/documents/release/migrations/main.ts'), ...args]);

  beforeEach(async () => {
    await folder.open();
    for (const path of copied) await cp(join(root, path), join(folder.tree, path), { recursive: true });
    await folder.write('package.json', { type: 'module' });
    await mkdir(join(folder.tree, 'openapi/released'), { recursive: true });
  });
  afterEach(() => folder.close());

  it('gets the migrations of a new version, in the order in which they run', async () => {
    const before = await readReleasedMigrations(directory());
    const known = before.flatMap(({ migrations }) => Object.keys(migrations));
    const fresh = (await readMigrations(directory())).filter(({ name }) => !known.includes(name));
    await release('9.0.0');
    const { code, output } = await run();
    expect(code, output).to.equal(0);
    expect(output).to.equal(fresh.map(({ name }) => `released ${name} with 9.0.0\n`).join(''));
    const migrations = Object.fromEntries(fresh.map(({ name, checksum }) => [name, checksum]));
    const after = await readReleasedMigrations(directory());
    expect(after).to.deep.equal([...before, { version: '9.0.0', migrations }]);
    expect(Object.keys(after.at(-1)!.migrations)).to.deep.equal(fresh.map(({ name }) => name));
    expect(await run('--check')).to.deep.equal({ code: 0, output: '' });
  });

  it('keeps what a version has that is released again', async () => {
    await release('9.0.0');
    await run();
    const [text, before] = [await readRecord(), await readReleasedMigrations(directory())];
    expect(await run()).to.deep.equal({ code: 0, output: '' });
    expect(await readRecord()).to.equal(text);
    await writeFile(join(directory(), NEW), 'SELECT 1;\n');
    expect((await run()).output).to.equal(`released ${NEW} with 9.0.0\n`);
    const after = await readReleasedMigrations(directory());
    expect(after).to.have.length(before.length);
    expect(Object.keys(after.at(-1)!.migrations)).to.deep.equal([...Object.keys(before.at(-1)!.migrations), NEW]);
  });

  it('refuses every released migration that was edited, and stays as it was', async () => {
    const [{ version, migrations }] = (await readReleasedMigrations(directory())) as [
      { version: string; migrations: Record<string, string> },
    ];
    await release(version);
    const text = await readRecord();
    for (const name of Object.keys(migrations)) {
      const sql = await readFile(join(directory(), name), 'utf8');
      await writeFile(join(directory(), name), `${sql}-- edited\n`);
      for (const args of [['--check'], []]) {
        const { code, output } = await run(...args);
        expect(code, name).to.equal(1);
        expect(output).to.equal(
          `${name} is not as release ${version} has it: restore it, and write a new migration instead\n`,
        );
      }
      await writeFile(join(directory(), name), sql);
    }
    expect(await readRecord()).to.equal(text);
    expect(await run('--check')).to.deep.equal({ code: 0, output: '' });
  });

  it('must end with the released version of the contract', async () => {
    await release('9.0.0');
    const { code, output } = await run('--check');
    expect(code).to.equal(1);
    expect(output).to.match(/^released\.json ends with \S+, not with 9\.0\.0: run make release-contract\n$/);
  });

  it('is current in this repository', async () => {
    const command = join(root, 'src/documents/release/migrations/main.ts');
    expect(await folder.end(process.execPath, [command, '--check'])).to.deep.equal({ code: 0, output: '' });
  });

  it('is written by make release-contract and checked by make check', async () => {
    const makefile = await readFile(join(root, 'Makefile'), 'utf8');
    const recipeOf = (target: string): string =>
      new RegExp(`^${target}:.*\\n((?:\\t.*\\n)+)`, 'm').exec(makefile)?.[1] ?? '';
    expect(recipeOf('release-contract')).to.include('@node src/documents/release/migrations/main.ts\n');
    expect(recipeOf('check-generated')).to.include('@node src/documents/release/migrations/main.ts --check\n');
    expect(recipeOf('check')).to.include('check-generated');
  });

  const readRecord = (): Promise<string> => readFile(join(directory(), 'released.json'), 'utf8');
});
