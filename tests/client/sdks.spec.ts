import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import v2 from '../../generated/v2/openapi.json' with { type: 'json' };
import { createAccount, type Account } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { compile, installPackage, runProgram, type InstalledPackage } from '../support/client/installed-package.ts';
import { createProject, createTask } from '../support/factories.ts';
import { blocksOf } from '../support/guides/guide.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const options = { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'] };

// The programs of docs/SDKS.md as a reader copies them, each with the address of a server and the key of an account.
describe('the programs of docs/SDKS.md', function () {
  this.timeout(180_000);
  const app = useApp();
  let project: InstalledPackage;
  let programs: ReadonlyMap<string, string>;
  let command: string;

  before(async () => {
    project = await installPackage();
    const blocks = blocksOf(await readFile(join(root, 'docs/SDKS.md'), 'utf8'));
    programs = new Map(blocks.filter(({ kind }) => kind === 'ts').map(({ title, text }) => [title, text]));
    command = blocks
      .map(({ text }) => /npx (?<command>openapi-typescript .+)/.exec(text)?.groups?.['command'])
      .join('');
    await writeFile(join(project.folder, 'openapi.json'), JSON.stringify(v2));
  });

  async function writeProgram(title: string, file: string, { token }: Account): Promise<void> {
    const text = programs.get(title)!.replaceAll('http://localhost:8080', app.url).replaceAll('ak_…', token);
    await writeFile(join(project.folder, file), text);
  }

  async function compileAlone(settings: string): Promise<string> {
    const [program, ...words] = settings.split(' ');
    await run(join(root, 'node_modules/.bin', program!), words, { cwd: project.folder });
    await writeProgram('A client from the document alone', 'alone.ts', await createAccount(app));
    return compile(project, ['alone.ts'], options);
  }

  it('with the client of this project: compiles and runs', async () => {
    const account = await createAccount(app);
    const laboratory = await createProject(account, { key: 'LAB' });
    await createTask(account, laboratory, { title: 'Calibrate the scale', priority: 'high' });
    await createTask(account, laboratory, { title: 'Dust the shelves', priority: 'low' });
    await writeProgram('The client of this project', 'own.ts', account);
    expect(await compile(project, ['own.ts'], options)).to.equal('');
    expect(await runProgram(project, 'own.js')).to.equal('LAB-1 Calibrate the scale\n');
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
