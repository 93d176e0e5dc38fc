import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import pg from 'pg';
import { MIGRATION_LOCK_KEY } from '../../../src/platform/migrate.ts';
import { readMigrationState } from '../../../src/platform/migration-history.ts';
import { eventually } from '../../support/eventually.ts';
import { killHard, startProgram } from '../../support/killed-process.ts';
import { useMigrations } from '../../support/use-migrations.ts';

const CONCURRENT_INDEX = `-- transaction: none
DROP INDEX CONCURRENTLY IF EXISTS third_idx;
CREATE INDEX CONCURRENTLY third_idx ON second (id);`;

describe('migrate', () => {
  const context = useMigrations();
  const { write, run, failure, exists } = context;
  const client = { query: (text: string) => context.client().query(text) };

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
    await client.query('UPDATE schema_migrations_lock SET is_locked = 1');
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
    await unlink(join(context.directory(), '20260101000000_first.sql'));
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

  it('runs the migrations of each release before those that follow it, whatever their names', async () => {
    await run();
    await write('20260101120000_between.sql', 'CREATE TABLE between_them ()');
    const released = { '20260101000000_first.sql': '', '20260102000000_second.sql': '' };
    await write('released.json', JSON.stringify([{ version: '1.0.0', migrations: released }]));
    expect(await run()).to.deep.equal(['20260101120000_between.sql']);
    expect(await exists('between_them')).to.be.true;
  });

  it('rejects a directory in which the file of a released migration is missing', async () => {
    await write('released.json', JSON.stringify([{ version: '1.0.0', migrations: { '20250101000000_gone.sql': '' } }]));
    expect(await failure()).to.include('the released migration 20250101000000_gone.sql has no file');
  });
});

describe('migrate beside other versions', () => {
  const context = useMigrations();
  const newer = '20260103000000_third.sql';

  it('lets an older version use a database that a newer one has migrated', async () => {
    await context.write(newer, 'CREATE TABLE third ()');
    await context.run();
    await unlink(join(context.directory(), newer));
    expect(await context.run()).to.deep.equal([]);
    const state = await readMigrationState(context.url(), { directory: context.directory() });
    expect(state.newer).to.deep.equal([newer]);
  });

  it('rejects a version that uses what a newer one has removed', async () => {
    await context.write(newer, '-- needs-version: 2.3.0\nDROP TABLE second;');
    await context.run();
    await unlink(join(context.directory(), newer));
    for (const version of ['2.3.0', '2.3.1', '2.10.0', '3.0.0'])
      expect(await context.run({ version })).to.deep.equal([]);
    for (const version of ['2.2.9', '2.0.0', '1.9.9']) {
      expect(await context.failure({ version })).to.include(
        `${newer} needs version 2.3.0 or later, but this is version ${version}:`,
      );
    }
  });

  it('rejects a version with a pending migration if a newer one is unknown to it', async () => {
    await context.write(newer, 'CREATE TABLE third ()');
    await context.run();
    await unlink(join(context.directory(), newer));
    await context.write('20260105000000_other.sql', 'CREATE TABLE other ()');
    expect(await context.failure()).to.include('belongs to another line of versions');
  });

  it('takes over the record of release 2.0.0 and leaves it unchanged', async () => {
    await context.recordAsRelease();
    await context.write(newer, 'CREATE TABLE third ()');
    expect(await context.run()).to.deep.equal([newer]);
    expect(await context.run()).to.deep.equal([]);
    const { rows } = await context.client().query('SELECT name FROM migrations ORDER BY id');
    expect(rows.map(({ name }: { name: string }) => name)).not.to.include(newer);
    const { rows: checksums } = await context.client().query('SELECT name FROM migration_checksums');
    expect(checksums).to.have.lengthOf(2);
  });

  it('reads the state without a change', async () => {
    const { newer: unknown, pending } = await readMigrationState(context.url(), { directory: context.directory() });
    expect([unknown, pending.map(({ name }) => name)]).to.deep.equal([[], [...context.first]]);
    expect(await context.tables()).to.deep.equal([]);
  });
});

describe('migrate under traffic', () => {
  const context = useMigrations();
  const limits = { lockTimeoutMs: 100, statementTimeoutMs: 10_000, waitMs: 20_000 };
  const third = '20260103000000_third.sql';

  /** Runs `work` while a transaction of another session holds a lock of the table `first`. */
  async function whileLocked(work: (unlock: () => Promise<unknown>) => Promise<void>): Promise<void> {
    const holder = new pg.Client(context.url());
    await holder.connect();
    try {
      await holder.query('BEGIN; SELECT FROM first');
      await work(() => holder.query('COMMIT'));
    } finally {
      await holder.end();
    }
  }

  it('tries again while requests hold a lock, and lets other requests pass meanwhile', async () => {
    await context.run();
    await context.write(third, 'ALTER TABLE first ADD COLUMN added integer');
    const steps: string[] = [];
    await whileLocked(async (unlock) => {
      const retried = Promise.withResolvers<undefined>();
      const migrating = context.run({
        limits,
        onProgress: ({ step }) => {
          steps.push(step);
          if (step === 'retrying') retried.resolve(undefined);
        },
      });
      await retried.promise;
      // Waits behind the migration at most for its lock timeout.
      await context.client().query("SET lock_timeout = '5s'; SELECT FROM first");
      await unlock();
      expect(await migrating).to.deep.equal([third]);
    });
    expect(steps.filter((step) => step !== 'retrying')).to.deep.equal(['running', 'done']);
  });

  it('gives up in the end, and can be run again', async () => {
    await context.run();
    await context.write(third, 'ALTER TABLE first ADD COLUMN added integer');
    await whileLocked(async (unlock) => {
      expect(await context.failure({ limits: { ...limits, waitMs: 0 } })).to.include(
        `migration ${third} failed: canceling statement due to lock timeout`,
      );
      await unlock();
    });
    expect(await context.run()).to.deep.equal([third]);
  });

  it('ends a statement that runs longer than its limit', async () => {
    await context.write(third, 'SELECT pg_sleep(60)');
    expect(await context.failure({ limits: { ...limits, statementTimeoutMs: 200 } })).to.include('statement timeout');
  });

  it('builds an index outside of a transaction while other processes wait for their turn', async () => {
    await context.write(third, CONCURRENT_INDEX);
    const ran = await Promise.all([context.run(), context.run(), context.run()]);
    expect(ran.flat()).to.deep.equal([...context.first, third]);
  });

  it('builds an index again whose statement was interrupted', async () => {
    await context.run();
    await context.client().query('INSERT INTO second VALUES (1), (1)');
    await context.write(third, CONCURRENT_INDEX.replace('CREATE INDEX', 'CREATE UNIQUE INDEX'));
    // The failure leaves an invalid index, as a killed process does.
    expect(await context.failure()).to.include('could not create unique index');
    await context.client().query('DELETE FROM second');
    expect(await context.run()).to.deep.equal([third]);
    const { rows } = await context
      .client()
      .query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'third_idx'::regclass");
    expect(rows).to.deep.equal([{ indisvalid: true }]);
  });

  it('runs a migration again whose process was killed in the middle', async () => {
    await context.run();
    await context.client().query('SELECT pg_advisory_lock(1)');
    await context.write(third, 'CREATE TABLE third (); SELECT pg_advisory_xact_lock(1)');
    const program = join(import.meta.dirname, '../../support/migration-that-hangs.ts');
    const migrating = await startProgram(program, context.url(), context.directory(), third);
    await eventually(async () => expect(await context.waitingSessions()).to.equal(1));
    await killHard(migrating);
    // PostgreSQL ends the statement of a dead client by itself; its locks would keep the next run waiting.
    await eventually(async () => expect(await context.sessions()).to.equal(1));
    expect(await context.exists('third')).to.be.false;
    await context.client().query('SELECT pg_advisory_unlock(1)');
    expect(await context.run()).to.deep.equal([third]);
    expect(await context.exists('third')).to.be.true;
  });

  it('gives up after a while if another process does not end', async () => {
    await context.client().query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_KEY]);
    expect(await context.failure({ limits: { ...limits, waitMs: 200 } })).to.include('another process has migrated');
  });
});
