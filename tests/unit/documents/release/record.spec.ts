import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  checkReleasedMigrations,
  recordReleasedMigrations,
} from '../../../../src/documents/release/migrations/record.ts';
import { RELEASED_FILE, readReleasedMigrations } from '../../../../src/platform/migration-files.ts';
import { Folder } from '../../../support/folder.ts';
import { thrownBy } from '../../../support/thrown-by.ts';

const migrations = join(import.meta.dirname, '../../../../src/migrations');
const NEW = '29990101000000_new.sql';

describe('the record of released migrations, as a function', () => {
  const folder = new Folder();
  const readRecord = (): Promise<string> => readFile(join(folder.tree, RELEASED_FILE), 'utf8');

  beforeEach(async () => {
    await folder.open();
    await cp(migrations, folder.tree, { recursive: true });
  });
  afterEach(() => folder.close());

  it('adds what no release has to a new version, and then to the same version', async () => {
    const before = await readReleasedMigrations(folder.tree);
    await recordReleasedMigrations(folder.tree, '9.0.0');
    await checkReleasedMigrations(folder.tree, '9.0.0');
    await writeFile(join(folder.tree, NEW), 'SELECT 1;\n');
    expect(await recordReleasedMigrations(folder.tree, '9.0.0')).to.deep.equal([NEW]);
    const after = await readReleasedMigrations(folder.tree);
    expect(after.slice(0, -1)).to.deep.equal(before);
    expect(after.at(-1)).to.have.property('version', '9.0.0');
    expect(after.at(-1)!.migrations).to.include.keys(NEW);
  });

  it('is refused where it ends with another version', async () => {
    expect(String(await thrownBy(checkReleasedMigrations(folder.tree, '9.0.0')))).to.match(
      /released\.json ends with \d+\.\d+\.\d+, not with 9\.0\.0: run make release-contract/,
    );
  });

  it('is as before where a released migration is missing or was edited', async () => {
    const [first] = await readReleasedMigrations(folder.tree);
    const [name = ''] = Object.keys(first!.migrations);
    await writeFile(join(folder.tree, name), 'SELECT 1;\n');
    const text = await readRecord();
    for (const attempt of [recordReleasedMigrations, checkReleasedMigrations])
      expect(String(await thrownBy(attempt(folder.tree, '9.0.0')))).to.include(
        `${name} is not as release ${first!.version} has it: restore it`,
      );
    expect(await readRecord()).to.equal(text);
  });
});
