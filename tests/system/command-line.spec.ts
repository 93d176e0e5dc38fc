import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ServerProcess } from '../support/server-process.ts';
import { prepareServer } from '../support/server-process.ts';

const help = execFileSync(process.execPath, [join(import.meta.dirname, '../../src/main.ts'), 'help'], {
  encoding: 'utf8',
});
const commands = [...help.matchAll(/^ {2}(?<name>[a-z-]+) (?<argument>[A-Z]+)?/gm)].map(({ groups }) => groups!);
const mistyped = commands.flatMap(({ name = '', argument }) => [
  [name, '--nonsense'],
  ...(argument === undefined ? [[name, 'extra']] : [[name], [name, 'one', 'two']]),
]);

describe('a mistyped command line', function () {
  this.timeout(60_000);
  let server: ServerProcess;

  before(async () => {
    server = await prepareServer({});
  });

  after(() => server.remove());

  it('is tried with every command', () => {
    expect(commands.map(({ name }) => name)).to.include.members(['serve', 'operator', 'backup', 'restore', 'import']);
  });

  for (const args of [['nonsense'], [''], ...mistyped])
    it(`ends with exit code 2 and the usage: ${args.join(' ')}`, async () => {
      const { code, output } = await server.run(args, '');
      expect(code, output).to.equal(2);
      expect(output).to.match(/usage: node src\/main\.ts COMMAND|^name one [a-z ]+: [a-z]+ [A-Z]+/);
    });
});
