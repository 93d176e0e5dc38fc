import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { createAccount } from '../support/accounts.ts';
import { useApp } from '../support/app.ts';
import { compile, installPackage, runProgram, type InstalledPackage } from '../support/client/installed-package.ts';
import { readmeProgram, type ReadmeProgram } from '../support/client/readme-program.ts';

// A reader who installs the package and copies every block of the README into one file, from top to bottom.
describe('src/client/README.md', function () {
  this.timeout(120_000);
  const app = useApp();
  let project: InstalledPackage;
  let program: ReadmeProgram;

  before(async () => {
    project = await installPackage();
    program = readmeProgram(app.url, (await createAccount(app)).token);
    await writeFile(join(project.folder, 'readme.ts'), program.source);
  });

  it('compiles with strict settings', async () => {
    expect(await compile(project, ['readme.ts'], { module: 'nodenext' })).to.equal('');
  });

  it('prints what its comments say', async () => {
    const printed = (await runProgram(project, 'readme.js')).trimEnd().split('\n');
    expect(printed).to.deep.equal(program.printed);
    expect(printed).to.have.length.of.at.least(20);
  });
});
