// Opens the databases: PostgreSQL, with its schema up to date, and Redis if it is configured.
import type { Redis } from 'ioredis';
import type { Config } from './config.ts';
import { signalCommits } from './outbox/commit-signal.ts';
import type { PoolRules, StatementObserver } from './platform/database-pool.ts';
import { createDatabase, openDatabase, type Database, type DatabaseSettings } from './platform/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.ts';
import { createFailureLog } from './platform/failure-log.ts';
import { LoadWatch } from './platform/load-watch.ts';
import type { Logger } from './platform/logger.ts';
import type { Metrics } from './platform/metrics.ts';
import { assertRoleSettings, assertSameDatabase } from './platform/pooler.ts';
import { openReplica, replicaUses, type Replica, type ReplicaUse } from './platform/replica.ts';
import type { Tracer } from './platform/tracing/tracer.ts';
import { awaitPooler, prepareSchema } from './schema.ts';

/** The parts that observe the store, or that it depends on. */
interface StoreWatchers {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Undefined if tracing is off. */
  readonly tracer: Tracer | undefined;
}

/**
 * Opens the store of a process and prepares its schema (the embedded PostgreSQL if DATABASE_URL is not set).
 * @param isPrepared whether another process has checked the database and prepared its schema. Then it may be down
 * @throws ForeseenError if the database of DATABASE_URL cannot be used or does not respond in time
 */
export async function openStore(config: Config, { logger, metrics, tracer }: StoreWatchers, isPrepared = false) {
  const failures = createFailureLog({ logger, subject: 'the embedded PostgreSQL' });
  const onEvent = (event: string, error?: unknown): void => {
    if (event === 'restarted') failures.succeeded();
    else failures.failed(error ?? new Error('the connection to its server was lost'));
  };
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, onEvent }) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url() ?? '';
  const load = config.load.isShedding ? new LoadWatch(config.load) : undefined;
  const onAcquire = (seconds: number): void => {
    metrics.poolWait.observe(seconds);
    load?.acquired(seconds);
  };
  let opened: Database;
  let migrated: readonly string[];
  try {
    migrated = isPrepared ? [] : (await prepareSchema(config, databaseUrl, logger)).ran;
    const watchers = { onStatement: observerOf(tracer), onSlow: slowLog({ logger, metrics }) };
    const direct = { url: databaseUrl, onAcquire, ...queueRule(load, metrics), ...watchers };
    opened = isPrepared ? createDatabase(poolOf(config, direct)) : await connectDatabase(config, direct, logger);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const signalling = signalCommits(opened.db);
  const database: Database = { ...opened, db: signalling.db };
  const replica = connectReplica(config, { logger, metrics, tracer });
  const close = async (): Promise<void> => {
    await replica?.close();
    await database.close();
    await embedded?.stop();
  };
  return { databaseUrl, database, load, replica, store: signalling, plainDb: opened.db, migrated, close };
}

/** Refuses requests that would wait too long for a connection, as shed-load.ts refuses others. */
function queueRule(load: LoadWatch | undefined, { httpShed }: Metrics): Pick<DatabaseSettings, 'isQueueLong'> {
  if (load === undefined) return {};
  return {
    isQueueLong: (queue) => {
      const isLong = load.isQueueLong(queue);
      if (isLong) httpShed.inc({ reason: 'database' });
      return isLong;
    },
  };
}

function observerOf(tracer: Tracer | undefined): StatementObserver | undefined {
  return tracer && ((name) => tracer.beginStatement(name));
}

/** Logs slow statements by name, without values: see SLOW_QUERY_MS. */
function slowLog({ logger, metrics }: Pick<StoreWatchers, 'logger' | 'metrics'>): PoolRules['onSlow'] {
  return ({ statements, durationMs }) => {
    metrics.slowStatements.inc();
    logger.warn({ statements, duration_ms: Math.round(durationMs) }, 'slow statement');
  };
}

/** The pool of the requests and jobs: through the pooler, if one is configured. */
function poolOf({ pool, pooler }: Config, direct: DatabaseSettings): DatabaseSettings {
  return pooler.url === undefined ? { ...pool, ...direct } : { ...pool, ...direct, url: pooler.url, pooler };
}

/**
 * Opens a database with one connection, for work that must not take one from the requests. It opens when it is needed,
 * and the server may be down.
 */
export function openSideDatabase(config: Config, databaseUrl: string): Database {
  const direct = { url: databaseUrl, applicationName: 'architect incidents' };
  return createDatabase({ ...poolOf(config, direct), poolMax: 1, poolMin: 0 });
}

async function connectDatabase(config: Config, direct: DatabaseSettings, logger: Logger): Promise<Database> {
  const { pool, pooler, databaseWaitMs } = config;
  if (pooler.url === undefined) return openDatabase(poolOf(config, direct));
  await awaitPooler(pooler.url, databaseWaitMs, logger);
  const database = await openDatabase(poolOf(config, direct));
  try {
    await assertSameDatabase(database.db, direct.url);
    await assertRoleSettings(database.db, pool);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function connectReplica(
  { replica: { url, stalenessSecondsMax }, pool }: Config,
  { logger, metrics, tracer }: StoreWatchers,
): Replica | undefined {
  // Counters begin at 0, because increase() does not see the first event of one that begins at 1.
  for (const use of replicaUses) metrics.boundedReads.inc({ use }, 0);
  if (url === undefined) return undefined;
  const onUse = (use: ReplicaUse): void => metrics.boundedReads.inc({ use });
  const watchers = { logger, onUse, onStatement: observerOf(tracer), onSlow: slowLog({ logger, metrics }) };
  return openReplica({ ...pool, url, stalenessSecondsMax, applicationName: 'architect reads', ...watchers });
}

/**
 * Commands fail fast while the server is unreachable, so that no request waits for it. The client reconnects by itself.
 */
export async function connectRedis({ redisUrl }: Config, logger: Logger): Promise<Redis | undefined> {
  if (redisUrl === undefined) return undefined;
  const { Redis } = await import('ioredis');
  const redis = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1000 });
  const failures = createFailureLog({ logger, subject: 'the connection to Redis' });
  redis.on('error', failures.failed);
  redis.on('ready', failures.succeeded);
  return redis;
}
