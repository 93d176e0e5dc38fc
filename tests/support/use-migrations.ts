import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/platform/migrate.ts';
import { createScratchDatabase, type ScratchDatabase } from './database.ts';

type Options = Omit<NonNullable<Parameters<typeof migrate>[1]>, 'directory'>;

/** Gives each test of a `describe` an empty database, and a directory with two migrations. */
export function useMigrations() {
  let scratch: ScratchDatabase;
  let directory = '';
  let client: pg.Client;
  const write = (name: string, sql: string): Promise<void> => writeFile(join(directory, name), sql);
  const run = async (options: Options = {}): Promise<readonly string[]> =>
    (await migrate(scratch.url, { ...options, directory })).ran;
  const failure = (options: Options = {}): Promise<string> => run(options).then(() => 'it ran', String);

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

  return {
    first: ['20260101000000_first.sql', '20260102000000_second.sql'] as const,
    url: () => scratch.url,
    directory: () => directory,
    client: () => client,
    write,
    run,
    failure,
    ...observeDatabase(() => client),
    /** Migrates, and leaves the record in the tables of release 2.0.0. */
    recordAsRelease: async (): Promise<void> => {
      await run();
      await client.query(`ALTER TABLE schema_migrations RENAME TO migrations;
        CREATE TABLE migration_checksums AS SELECT name, checksum FROM schema_migration_checksums;
        DROP TABLE schema_migration_checksums`);
    },
  };
}

function observeDatabase(client: () => pg.Client) {
  const tables = async (): Promise<string[]> => {
    const { rows } = await client().query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
    );
    return rows.map(({ tablename }) => tablename);
  };
  return {
    tables,
    exists: async (table: string) => (await tables()).includes(table),
    /** Counts the sessions of the database. One of them is the test's own. */
    sessions: async (): Promise<number> => {
      const { rowCount } = await client().query('SELECT FROM pg_stat_activity WHERE datname = current_database()');
      return rowCount ?? 0;
    },
    /** Counts the sessions that wait for a lock. */
    waitingSessions: async (): Promise<number> => {
      const { rowCount } = await client().query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      return rowCount ?? 0;
    },
  };
}
