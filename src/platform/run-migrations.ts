import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import pg from 'pg';
import { ForeseenError } from '../problems/foreseen-error.ts';
import type { MigrationFile } from './migration-files.ts';
import { MIGRATIONS_TABLE, recordMigration } from './migration-history.ts';
import { statementsOf } from './sql-statements.ts';

/** What a run of migrations reports while it runs. */
export type MigrationProgress =
  | { readonly step: 'waiting' }
  | { readonly step: 'running'; readonly name: string; readonly place: number; readonly count: number }
  | { readonly step: 'retrying'; readonly name: string; readonly reason: string }
  | { readonly step: 'done'; readonly name: string; readonly durationMs: number };

interface RunOptions {
  readonly knex: Knex;
  /** All files, of which knex runs those that are pending. */
  readonly files: readonly MigrationFile[];
  readonly pending: readonly MigrationFile[];
  /** How long to try again while other transactions hold locks. */
  readonly waitMs: number;
  readonly onProgress: (progress: MigrationProgress) => void;
}

const PAUSE_MS_MIN = 100;
const PAUSE_MS_MAX = 5000;

// lock_not_available: lock_timeout has passed. deadlock_detected: a request and the migration waited for each other.
const passingStates = new Set(['55P03', '40P01']);

/** Runs the pending migrations, each in its own transaction. Returns their names. */
export async function runMigrations({ knex, files, pending, waitMs, onProgress }: RunOptions): Promise<string[]> {
  const config = migratorConfig(files);
  // knex keeps its own lock in a row, which a killed process leaves locked. The advisory lock makes it unnecessary.
  await knex.migrate.forceFreeMigrationsLock(config);
  for (const [index, { name }] of pending.entries()) {
    onProgress({ step: 'running', name, place: index + 1, count: pending.length });
    const startedAt = performance.now();
    await retry(() => knex.migrate.up({ ...config, name }), { name, deadline: startedAt + waitMs, onProgress });
    onProgress({ step: 'done', name, durationMs: performance.now() - startedAt });
  }
  return pending.map(({ name }) => name);
}

export function migratorConfig(files: readonly MigrationFile[]): Knex.MigratorConfig {
  const migrationSource: Knex.MigrationSource<MigrationFile> = {
    getMigrations: () => Promise.resolve([...files]),
    getMigrationName: (file) => file.name,
    getMigration: (file) =>
      Promise.resolve({
        up: (knex) => apply(knex, file),
        down: () => Promise.reject(new Error('migrations go forward only')),
        config: { transaction: file.isTransactional },
      }),
  };
  // A newer version may have run more: compareWithHistory() decides whether this version can use the database.
  return { migrationSource, tableName: MIGRATIONS_TABLE, disableMigrationsListValidation: true };
}

interface RetryOptions {
  readonly name: string;
  /** On the scale of performance.now(). */
  readonly deadline: number;
  readonly onProgress: (progress: MigrationProgress) => void;
}

/**
 * A migration that waits for a lock makes every later request for the table wait behind it. It therefore gives up after
 * `lock_timeout`, lets them pass, and tries again.
 */
async function retry(run: () => Promise<unknown>, { name, deadline, onProgress }: RetryOptions): Promise<void> {
  for (let pauseMs = PAUSE_MS_MIN; ; pauseMs = Math.min(2 * pauseMs, PAUSE_MS_MAX)) {
    try {
      await run();
      return;
    } catch (error) {
      const cause = error instanceof ForeseenError ? error.cause : undefined;
      const isPassing = cause instanceof pg.DatabaseError && passingStates.has(cause.code ?? '');
      if (!isPassing || performance.now() + pauseMs > deadline) throw error;
      onProgress({ step: 'retrying', name, reason: cause.message });
    }
    await delay(pauseMs);
  }
}

async function apply(knex: Knex, file: MigrationFile): Promise<void> {
  // Not through knex, which would take every question mark of the file for a parameter.
  const client = knex.client as Knex.Client;
  const connection = (await client.acquireConnection()) as pg.Client;
  try {
    if (file.isTransactional) await connection.query(file.sql);
    else await runOneByOne(connection, file);
    await recordMigration(connection, file);
  } catch (error) {
    throw new ForeseenError(`migration ${file.name} failed: ${describe(error, file.sql)}`, { cause: error });
  } finally {
    // The connection of a transaction is released by the transaction.
    if (!file.isTransactional) await client.releaseConnection(connection);
  }
}

/** Statements that take only weak locks may wait for them: nothing waits behind. */
async function runOneByOne(connection: pg.Client, { sql }: MigrationFile): Promise<void> {
  const { rows } = await connection.query<{ lock_timeout: string }>('SHOW lock_timeout');
  await connection.query('SET lock_timeout = 0');
  try {
    for (const statement of statementsOf(sql)) await connection.query(statement);
  } finally {
    await connection.query(`SELECT set_config('lock_timeout', $1, false)`, [rows[0]?.lock_timeout]);
  }
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return String(error);
  const line = error.position === undefined ? '' : ` (line ${sql.slice(0, Number(error.position)).split('\n').length})`;
  return `${error.message}${line}`;
}
