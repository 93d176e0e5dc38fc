import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../../..');
const commands = [...globSync('src/documents/**/main.ts', { cwd: root }), 'src/main.ts'];

function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, command), ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the commands', function () {
  this.timeout(30_000);

  for (const command of commands) {
    it(`explain themselves: ${command}`, () => {
      for (const flag of ['--help', '-h']) {
        const { status, stdout, stderr } = run(command, flag);
        expect([status, stderr]).to.deep.equal([0, '']);
        expect(stdout).to.match(/--help|usage:/);
      }
    });

    it(`name an unknown option without a stack: ${command}`, () => {
      const { status, stderr } = run(command, ...(command === 'src/main.ts' ? ['migrate'] : []), '--nope');
      expect(status).to.be.above(0);
      expect(stderr)
        .to.include("'--nope'")
        .and.not.to.match(/^ +at /m);
    });
  }

  for (const name of ['serve', 'worker', 'migrate', 'operator', 'import']) {
    it(`show the usage instead of running: ${name} --help`, () => {
      const { status, stdout, stderr } = run('src/main.ts', name, '--help');
      expect([status, stderr]).to.deep.equal([0, '']);
      expect(stdout).to.include(`${name} `);
    });
  }
});
