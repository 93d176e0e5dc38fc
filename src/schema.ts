// The schema of the database: the migrations of src/migrations, and the tables of the job queue.
import type { Config } from './config.ts';
import { awaitDatabase } from './platform/await-database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.ts';
import type { Logger } from './platform/logger.ts';
import { migrate } from './platform/migrate.ts';
import type { MigrationFile } from './platform/migration-files.ts';
import { readMigrationState } from './platform/migration-history.ts';
import type { MigrationProgress } from './platform/run-migrations.ts';
import { withConnection } from './platform/single-connection.ts';
import { ForeseenError } from './problems/foreseen-error.ts';
import { createProcessLogger } from './process-log.ts';
import { migrateQueue, QUEUE_REVISION, readQueueRevision } from './queue/queue-schema.ts';

/** What a process found in the database, and changed. */
interface SchemaOutcome {
  /** Names of the migrations that this process ran. */
  readonly ran: readonly string[];
  /** Names of migrations of a newer version of the program, after which this version still works. */
  readonly newer: readonly string[];
}

export interface SchemaState {
  readonly pending: readonly MigrationFile[];
  /** The revisions between which the queue's tables must be updated; undefined if they are up to date. */
  readonly queue: { readonly from: number; readonly to: number } | undefined;
  readonly newer: readonly string[];
}

/** Applies pending migrations to the store. @returns the names of those that ran */
export function migrateStore(
  config: Config,
  onProgress: (progress: MigrationProgress) => void,
): Promise<readonly string[]> {
  return withDatabaseUrl(config, (url) => migrateDatabase(config, url, onProgress));
}

/** Applies pending migrations to the database at `url`, those of the queue too. @returns the names of those that ran */
export async function migrateDatabase(
  config: Config,
  url: string,
  onProgress?: (progress: MigrationProgress) => void,
): Promise<readonly string[]> {
  return (await applyMigrations(config, url, { logger: createProcessLogger(config), onProgress })).ran;
}

/** Compares the store with the migrations, without changing it. */
export function inspectStore(config: Config): Promise<SchemaState> {
  return withDatabaseUrl(config, readSchemaState, { mayChangeSchema: false });
}

/**
 * Brings the schema up to date when a process starts. With MIGRATE_ON_START=false, only checks that it is.
 * @throws ForeseenError if migrations are pending and must not run now, or as migrate
 */
export async function prepareSchema(config: Config, url: string, logger: Logger): Promise<SchemaOutcome> {
  await awaitServer(config, logger, { mayChangeSchema: config.migrateOnStart });
  const onProgress = (progress: MigrationProgress): void =>
    logger[progress.step === 'retrying' ? 'warn' : 'info'](progress, 'migrating');
  const outcome = config.migrateOnStart
    ? await applyMigrations(config, url, { logger, onProgress })
    : await checkMigrations(url);
  if (outcome.newer.length > 0) logger.warn({ migrations: outcome.newer }, 'a newer version has migrated the database');
  return outcome;
}

/** Lists what is pending, one line each. */
export function pendingNames({ pending, queue }: SchemaState): readonly string[] {
  const queueName = queue === undefined ? [] : [`job queue, revision ${queue.from} to ${queue.to}`];
  return [...pending.map(({ name }) => name), ...queueName];
}

/**
 * Calls `work` with the URL of the database, which responds: that of DATABASE_URL, or of the embedded PostgreSQL, which
 * runs at least until `work` is done.
 * @throws ForeseenError if the database of DATABASE_URL cannot be used or does not respond in time
 */
export async function withDatabaseUrl<Result>(
  config: Config,
  work: (url: string) => Promise<Result>,
  needs: { readonly mayChangeSchema: boolean } = { mayChangeSchema: true },
): Promise<Result> {
  const embedded = config.databaseUrl === undefined ? await startEmbeddedPostgres(config) : undefined;
  try {
    await awaitServer(config, createProcessLogger(config), needs);
    return await work(config.databaseUrl ?? embedded?.url() ?? '');
  } finally {
    await embedded?.stop();
  }
}

/** @throws ForeseenError if the database of DATABASE_URL cannot be used or does not respond in time */
async function awaitServer(
  { databaseUrl: url, databaseWaitMs: waitMs }: Config,
  logger: Logger,
  needs: { readonly mayChangeSchema: boolean },
): Promise<void> {
  if (url === undefined) return;
  await awaitDatabase({ url, waitMs, ...needs, onWaiting: warningOf(logger, waitMs) });
}

/** @throws ForeseenError if the pooler cannot be used or does not respond in time */
export async function awaitPooler(url: string, waitMs: number, logger: Logger): Promise<void> {
  const setting = 'DATABASE_POOLER_URL';
  await awaitDatabase({ url, setting, waitMs, mayChangeSchema: false, onWaiting: warningOf(logger, waitMs) });
}

function warningOf(logger: Logger, waitMs: number) {
  const seconds = Math.round(waitMs / 1000);
  return (waiting: object): void => logger.warn(waiting, `waiting up to ${seconds} s for the database`);
}

interface Observers {
  readonly logger: Logger;
  readonly onProgress?: ((progress: MigrationProgress) => void) | undefined;
}

async function applyMigrations(
  { migrationLimits: limits }: Config,
  url: string,
  { logger, onProgress }: Observers,
): Promise<SchemaOutcome> {
  const outcome = await migrate(url, { limits, onProgress });
  await migrateQueue(url, logger);
  return outcome;
}

async function checkMigrations(url: string): Promise<SchemaOutcome> {
  const state = await readSchemaState(url);
  const list = pendingNames(state).map((name) => `\n  pending ${name}`);
  if (list.length > 0) {
    const remedy = 'run `node src/main.ts migrate` first';
    throw new ForeseenError(`migrations are pending, and MIGRATE_ON_START is false: ${remedy}${list.join('')}`);
  }
  return { ran: [], newer: state.newer };
}

/** Compares the database at `url` with the migrations, without changing it. @throws ForeseenError as migrate */
export async function readSchemaState(url: string): Promise<SchemaState> {
  const { pending, newer } = await readMigrationState(url);
  const revision = await withConnection(url, readQueueRevision);
  return { pending, newer, queue: revision < QUEUE_REVISION ? { from: revision, to: QUEUE_REVISION } : undefined };
}
