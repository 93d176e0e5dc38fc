import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../..');
const directory = join(root, 'src/migrations');

interface MigrationRelease {
  readonly version: string;
  readonly migrations: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const releases = JSON.parse(read('src/migrations/released.json')) as readonly MigrationRelease[];

describe('released migrations', () => {
  for (const { version, migrations } of releases) {
    it(`are as release ${version} had them: a change is a new migration`, () => {
      const checksumOf = (name: string): string | undefined =>
        existsSync(join(directory, name))
          ? createHash('sha256')
              .update(read(`src/migrations/${name}`))
              .digest('hex')
          : undefined;
      const found = Object.fromEntries(Object.keys(migrations).map((name) => [name, checksumOf(name)]));
      expect(found).to.deep.equal(migrations);
    });
  }

  it('are recorded for the newest release of the contract', () => {
    const contract = JSON.parse(read('openapi/released/v2.json')) as { readonly info: { readonly version: string } };
    expect(releases.at(-1)?.version).to.equal(contract.info.version);
  });
});
