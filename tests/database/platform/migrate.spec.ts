import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pg from 'pg';
import { migrate } from '../../../src/platform/migrate.ts';
import { readMigrationState } from '../../../src/platform/migration-history.ts';
import { createScratchDatabase } from '../../support/database.ts';
import type { ScratchDatabase } from '../../support/database.ts';

describe('migrate', () => {
  let scratch: ScratchDatabase;
  let directory = '';
  let client: pg.Client;
  const write = (name: string, sql: string): Promise<void> => writeFile(join(directory, name), sql);
  const run = async (version = '2.0.0') => (await migrate(scratch.url, { directory, version })).ran;
  const failure = (): Promise<string> => run().then(() => 'it ran', String);
  const exists = async (table: string): Promise<boolean> => {
    const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [table]);
    return rows[0]?.found ?? false;
  };

  beforeEach(async () => {
    scratch = await createScratchDatabase();
    directory = await mkdtemp(join(tmpdir(), 'architect-migrations-'));
    client = new pg.Client({ connectionString: scratch.url });
    await client.connect();
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await write('20260101000000_first.sql', `CREATE TABLE first (note text DEFAULT 'why? because'); -- really?`);
    await write('20260102000000_second.sql', 'CREATE TABLE second (id integer); CREATE INDEX ON second (id);');
  });
  afterEach(async () => {
    await client.end();
    await rm(directory, { recursive: true });
    await scratch.drop();
  });

  it('runs each file once, in order', async () => {
    expect(await run()).to.deep.equal(['20260101000000_first.sql', '20260102000000_second.sql']);
    expect(await run()).to.deep.equal([]);
    expect(await exists('first')).to.be.true;
    await write('20260103000000_third.sql', 'CREATE TABLE third ()');
    expect(await run()).to.deep.equal(['20260103000000_third.sql']);
  });

  it('runs each file once when processes start together', async () => {
    const ran = await Promise.all([run(), run(), run(), run()]);
    expect(ran.flat()).to.deep.equal(['20260101000000_first.sql', '20260102000000_second.sql']);
  });

  it('keeps earlier files if one fails, rolls that one back, and reports the line', async () => {
    await write('20260103000000_third.sql', 'CREATE TABLE third ();\n\nCREATE TABLE broken (id intger);');
    expect(await failure()).to.include('20260103000000_third.sql failed: type "intger" does not exist (line 3)');
    expect(await exists('second')).to.be.true;
    expect(await exists('third')).to.be.false;
    await write('20260103000000_third.sql', 'CREATE TABLE third ()');
    expect(await run()).to.deep.equal(['20260103000000_third.sql']);
  });

  it('continues after a process that was killed during a migration', async () => {
    await run();
    // knex leaves its lock row locked if its process is killed.
    await client.query('UPDATE migrations_lock SET is_locked = 1');
    await write('20260103000000_third.sql', 'CREATE TABLE third ()');
    expect(await run()).to.deep.equal(['20260103000000_third.sql']);
  });

  it('rejects a file that was changed after it ran', async () => {
    await run();
    await write('20260101000000_first.sql', 'CREATE TABLE other ()');
    expect(await failure()).to.include('20260101000000_first.sql was changed after it ran');
  });

  it('rejects a database whose migration has no file', async () => {
    await run();
    await unlink(join(directory, '20260101000000_first.sql'));
    expect(await failure()).to.include('20260101000000_first.sql has run on this database, but its file is missing');
  });

  describe('by a newer version', () => {
    const newer = '20260103000000_third.sql';
    const afterNewer = async (sql: string, version: string): Promise<unknown> => {
      await write(newer, sql);
      await run();
      await unlink(join(directory, newer));
      return migrate(scratch.url, { directory, version });
    };

    it('leaves the database usable, if the migration only adds', async () => {
      expect(await afterNewer('CREATE TABLE third ()', '2.0.0')).to.deep.equal({ ran: [], newer: [newer] });
    });

    for (const version of ['2.3.0', '2.3.1', '2.10.0', '3.0.0']) {
      it(`leaves the database usable for ${version}, if the migration needs 2.3.0`, async () => {
        const outcome = await afterNewer('-- needs-version: 2.3.0\nDROP TABLE second', version);
        expect(outcome).to.deep.equal({ ran: [], newer: [newer] });
      });
    }

    for (const version of ['2.2.9', '2.0.0', '1.9.9']) {
      it(`makes the database unusable for ${version}, if the migration needs 2.3.0`, async () => {
        const outcome = await afterNewer('-- needs-version: 2.3.0\nDROP TABLE second', version).catch(String);
        expect(outcome).to.include(`${newer} needs version 2.3.0 or later, but this is version ${version}:`);
      });
    }

    it('does not hide an own migration that has not run', async () => {
      await write('20260102500000_own.sql', 'CREATE TABLE own ()');
      await run();
      await client.query("DELETE FROM migration_checksums WHERE name = '20260102500000_own.sql'");
      const outcome = await afterNewer('CREATE TABLE third ()', '2.0.0').catch(String);
      expect(outcome).to.include('20260102500000_own.sql sorts before');
    });
  });

  it('finds nothing to change in the history of an earlier version, which has no needed versions', async () => {
    await run();
    await client.query('ALTER TABLE migration_checksums DROP COLUMN needed_version');
    expect(await readMigrationState(scratch.url, { directory })).to.deep.equal({ pending: [], newer: [] });
    expect(await run()).to.deep.equal([]);
  });

  it('can be asked what is pending without changing the database', async () => {
    const names = async () => (await readMigrationState(scratch.url, { directory })).pending.map(({ name }) => name);
    expect(await names()).to.deep.equal(['20260101000000_first.sql', '20260102000000_second.sql']);
    expect(await exists('migration_checksums')).to.be.false;
    await run();
    expect(await names()).to.deep.equal([]);
  });

  it('rejects a new file that sorts before one that has run', async () => {
    await run();
    await write('20260101120000_between.sql', 'CREATE TABLE between_them ()');
    expect(await failure()).to.include('20260101120000_between.sql sorts before 20260102000000_second.sql');
  });

  it('rejects a file whose name has no time', async () => {
    await write('later.sql', 'CREATE TABLE later ()');
    expect(await failure()).to.include('rename it to <14 digits>_<name>.sql');
  });
});
