import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { Folder } from '../support/folder.ts';

const root = join(import.meta.dirname, '../..');

// What the workflow `release` does before it publishes, in a clone of this repository.
describe('make release-files', function () {
  this.timeout(600_000);
  const folder = new Folder();

  before(async () => {
    await folder.open();
    await run('git', 'clone', '--quiet', '--local', root, '.');
    await symlink(join(root, 'node_modules'), join(folder.tree, 'node_modules'));
    await run('node', 'src/documents/generate/main.ts');
  });
  after(() => folder.close());

  async function run(program: string, ...args: string[]): Promise<string> {
    const { code, output } = await folder.end(program, args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`);
    return output;
  }

  it('writes nothing while the contract has changes that are not released', async () => {
    const document = join(folder.tree, 'generated/v2/openapi.json');
    const changed = (await readFile(document, 'utf8')).replace('"version": "', '"version": "9');
    await folder.write('generated/v2/openapi.json', JSON.parse(changed) as object);
    const ended = await folder.end('node', ['src/documents/release/main.ts']);
    expect(ended.code).to.equal(1);
    expect(ended.output).to.include('has changes that are not released: run make release-contract and commit');
    await run('git', 'checkout', '--quiet', 'generated');
  });

  it('writes the documents, the client, the gate and further files with their checksums and notes', async () => {
    await run('node', 'src/documents/compare/main.ts', '--release');
    await run('node', 'src/documents/generate/main.ts');
    await run('node', 'src/documents/changelog/main.ts');
    const names = (await run('node', 'src/documents/release/main.ts', 'LICENSE')).trim().split('\n');
    const read = (path: string) => readFile(join(folder.tree, '.data/release', path), 'utf8');
    const version = (await read('version')).trim();
    const { info } = JSON.parse(await readFile(join(folder.tree, 'generated/v2/openapi.json'), 'utf8')) as {
      info: { version: string };
    };
    expect(version).to.equal(info.version);
    expect(names).to.deep.equal([
      'LICENSE',
      `architect-client-${version}.tgz`,
      'architect.openapi-3.0.yaml',
      'architect.v1.json',
      'architect.v2.json',
      'gate.mjs',
    ]);
    expect(await read('notes.md')).to.match(/^### Added\n\n- /);
    const checked = await run('bash', '-c', 'cd .data/release && sha256sum --check SHA256SUMS');
    expect(checked.trim().split('\n')).to.deep.equal(names.map((name) => `files/${name}: OK`));
  });
});
