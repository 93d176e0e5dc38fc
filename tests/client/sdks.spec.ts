import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { compile, installPackage, runProgram, type InstalledPackage } from '../support/client/installed-package.ts';
import { blocksOf } from '../support/guides/guide.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const options = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'] };

// The programs of docs/SDKS.md as a reader copies them, with the address and the key of a server.
describe('the programs of docs/SDKS.md', function () {
  this.timeout(180_000);
  const app = useApp();
  let project: InstalledPackage;
  let key: string;
  let programs: ReadonlyMap<string, string>;
  let command: string;

  before(async () => {
    project = await installPackage();
    key = (await createAccount(app)).token;
    const blocks = blocksOf(await readFile(join(root, 'docs/SDKS.md'), 'utf8'));
    const own = (text: string) => text.replaceAll('http://localhost:8080', app.url).replaceAll('ak_…', key);
    programs = new Map(blocks.filter(({ kind }) => kind === 'ts').map(({ title, text }) => [title, own(text)]));
    command = blocks
      .map(({ text }) => /npx (?<command>openapi-typescript .+)/.exec(text)?.groups?.['command'])
      .join('');
    await writeFile(join(project.folder, 'openapi.json'), JSON.stringify(v2));
  });

  async function compileAlone(settings: string): Promise<string> {
    const [program, ...words] = settings.split(' ');
    await run(join(root, 'node_modules/.bin', program!), words, { cwd: project.folder });
    await writeFile(join(project.folder, 'alone.ts'), programs.get('A client from the document alone')!);
    return compile(project, ['alone.ts'], options);
  }

  it('with the client of this project: compiles and runs', async () => {
    await writeFile(join(project.folder, 'own.ts'), programs.get('The client of this project')!);
    expect(await compile(project, ['own.ts'], options)).to.equal('');
    expect(await runProgram(project, 'own.js')).to.equal('');
  });

  it('with the document alone: compiles with the settings shown, and runs', async () => {
    expect(await compileAlone(command)).to.equal('');
    expect(await runProgram(project, 'alone.js')).to.equal('LAB-1\nLAB-1 Calibrate the scale\n');
  });

  it('with the document alone: does not compile without them, as the text says', async () => {
    const errors = await compileAlone(command.replace(' --default-non-nullable false', ''));
    expect(errors).to.contain("error TS2322: Type '{ key: string; name: string; }' is not assignable to type");
    expect(errors).to.contain("Property 'visibility' is missing");
  });
});
