import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pg from 'pg';
import { migrate } from '../../../src/platform/migrate.ts';
import { createScratchDatabase } from '../../support/database.ts';
import type { ScratchDatabase } from '../../support/database.ts';

describe('migrate', () => {
  let scratch: ScratchDatabase;
  let directory = '';
  let client: pg.Client;
  const write = (name: string, sql: string): Promise<void> => writeFile(join(directory, name), sql);
  const run = (): Promise<string[]> => migrate(scratch.url, directory);
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
