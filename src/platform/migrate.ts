import { setTimeout as delay } from 'node:timers/promises';
import createKnex from 'knex';
import type { Knex } from 'knex';
import pg from 'pg';
import { ForeseenError } from '../problems/foreseen-error.ts';
import { defaultMigrationLimits, type MigrationLimits } from './migration-limits.ts';
import { readMigrations } from './migration-files.ts';
import { compareWithHistory, createHistory, type MigrationSource } from './migration-history.ts';
import { migratorConfig, runMigrations, type MigrationProgress } from './run-migrations.ts';

/** What a run of the migrations did. */
interface MigrationOutcome {
  /** Names of the migrations that ran. */
  readonly ran: readonly string[];
  /** Names of migrations of a newer version of the program, after which this version still works. */
  readonly newer: readonly string[];
}

interface MigrateOptions extends MigrationSource {
  readonly limits?: MigrationLimits;
  readonly onProgress?: ((progress: MigrationProgress) => void) | undefined;
}

/** knex would also write failures to the console; the thrown error already reports them. */
const silent = { warn: (): void => undefined, error: (): void => undefined };

/** Key of the advisory lock: 'arch' in ASCII. Nothing else uses it. */
export const MIGRATION_LOCK_KEY = 0x61726368;
const LOCK_PAUSE_MS = 100;
/** PostgreSQL ends a statement so long after the process that sent it has died. */
const CLIENT_CHECK_MS = 1000;

/**
 * Applies the pending migrations to a database, forward only, each in its own transaction unless its file says
 * otherwise. Processes that start together wait for each other, so that each migration runs once.
 * @throws ForeseenError if the files contradict what has run, if a migration fails, or if a lock is not free in time
 */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<MigrationOutcome> {
  const { directory, version, limits = defaultMigrationLimits, onProgress = () => undefined } = options;
  const files = await readMigrations(directory);
  const lock = createClient(databaseUrl);
  await lock.connect();
  // The lock belongs to this session, so PostgreSQL releases it when the process dies. The pool below has its own
  // connections.
  const knex = openKnex(databaseUrl, limits);
  try {
    await awaitTurn(lock, { waitMs: limits.waitMs, onProgress });
    const { pending, newer } = await compareWithHistory(lock, files, version);
    if (pending.length === 0) return { ran: [], newer };
    // Creates knex's table.
    await knex.migrate.list(migratorConfig(files));
    await createHistory(lock);
    return { ran: await runMigrations({ knex, files, pending, waitMs: limits.waitMs, onProgress }), newer };
  } finally {
    await knex.destroy();
    await lock.end();
  }
}

function createClient(connectionString: string): pg.Client {
  const client = new pg.Client({ connectionString, application_name: 'architect migrate' });
  // A lost connection fails the next query, which reports it.
  client.on('error', () => undefined);
  return client;
}

/**
 * Each attempt is a statement of its own. A waiting one would hold a snapshot, which CREATE INDEX CONCURRENTLY in the
 * other process waits for.
 */
async function awaitTurn(
  client: pg.Client,
  { waitMs, onProgress }: { readonly waitMs: number; readonly onProgress: (progress: MigrationProgress) => void },
): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (let isFirst = true; ; isFirst = false) {
    const statement = 'SELECT pg_try_advisory_lock($1) AS "isFree"';
    const { rows } = await client.query<{ isFree: boolean }>(statement, [MIGRATION_LOCK_KEY]);
    if (rows[0]?.isFree === true) return;
    if (isFirst) onProgress({ step: 'waiting' });
    if (performance.now() > deadline)
      throw new ForeseenError(`another process has migrated the database for ${waitMs / 1000} s: wait until it ends`);
    await delay(LOCK_PAUSE_MS);
  }
}

function openKnex(databaseUrl: string, { lockTimeoutMs, statementTimeoutMs }: MigrationLimits): Knex {
  const limits = "SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false)";
  // Some operating systems cannot check connections.
  const check = `DO $$ BEGIN SET client_connection_check_interval = ${CLIENT_CHECK_MS}; EXCEPTION WHEN OTHERS THEN NULL; END $$`;
  const afterCreate = (connection: pg.Client, done: (error: unknown, connection: pg.Client) => void): void => {
    const limited = connection.query(limits, [String(lockTimeoutMs), String(statementTimeoutMs)]);
    limited
      .then(() => connection.query(check))
      .then(
        () => done(undefined, connection),
        (error: unknown) => done(error, connection),
      );
  };
  const connection = { connectionString: databaseUrl, application_name: 'architect migrate' };
  return createKnex({ client: 'pg', connection, pool: { min: 0, max: 2, afterCreate }, log: silent });
}
