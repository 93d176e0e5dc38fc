import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { readRecordedRelease, sumFiles } from '../../../../src/documents/release/recorded-release.ts';
import { Folder } from '../../../support/folder.ts';
import { thrownBy } from '../../../support/thrown-by.ts';

describe('the recorded release of a repository', () => {
  const folder = new Folder();
  const documentOf = (version: string): string => JSON.stringify({ openapi: '3.1.0', info: { version }, paths: {} });
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(join(folder.tree, path, '..'), { recursive: true });
    await writeFile(join(folder.tree, path), text);
  };

  beforeEach(async () => {
    await folder.open();
    for (const [name, version] of Object.entries({ v1: '1.9.0', v2: '2.0.0' })) {
      await write(`generated/${name}/openapi.json`, documentOf(version));
      await write(`openapi/released/${name}.json`, documentOf(version));
    }
  });
  afterEach(folder.close);

  it('is refused while the contract has changes that are not recorded', async () => {
    await write('generated/v2/openapi.json', documentOf('2.1.0'));
    const error = await thrownBy(readRecordedRelease(folder.tree));
    expect(String(error)).to.include('v2 2.1.0 has changes that are not released: run make release-contract');
  });

  it('has its version and its notes', async () => {
    await write('CHANGELOG.md', '# Changelog\n\n## 2.0.0 (2026-11-24)\n\n- The first.\n\n## 1.0.0 (2026-11-01)\n');
    expect(await readRecordedRelease(folder.tree)).to.deep.equal({ version: '2.0.0', notes: '- The first.\n' });
  });

  it('has a checksum for each of its files, by name', async () => {
    await write('files/b.txt', 'abc');
    await write('files/a.txt', '');
    // FIPS 180-2, appendix B.1, and the hash of no bytes.
    expect(await sumFiles(join(folder.tree, 'files'), 'files')).to.equal(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  files/a.txt\n' +
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  files/b.txt\n',
    );
  });
});
