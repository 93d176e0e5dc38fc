// The part of the composition root that opens the caches and connects them to those of other processes.
import type { Redis } from 'ioredis';
import { createCaches, type Caches } from './cache/caches.ts';
import { openSharedStore, type SharedStore } from './cache/shared-store.ts';
import type { Config } from './config.ts';
import { contractHash } from './contract/contract-hash.ts';
import { readDatabaseIdStatement, type DatabaseIdRow } from './platform/database-id.ts';
import type { Clock } from './platform/clock.ts';
import type { Db } from './platform/database.ts';
import { createFailureLog, type FailureLog } from './platform/failure-log.ts';
import { newId } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import type { LineWatcher, MessageLine } from './platform/message-line.ts';
import { readMigrations } from './platform/migration-files.ts';
import { NOTIFY, NOTIFY_CHANNEL, openPostgresLine } from './platform/postgres-line.ts';
import { loadRedisLine } from './platform/redis-line.ts';

interface CachingParts {
  readonly databaseUrl: string;
  readonly plainDb: Db;
  readonly clock: Clock;
  /** Undefined if none is configured. */
  readonly redis: Redis | undefined;
  readonly logger: Logger;
  /** False for a command, which ends soon: it only tells others what it has changed. */
  readonly isListening: boolean;
}

/** Opens the caches of this process. Their connections open in the background; until then nothing is used from them. */
export async function openCaches(config: Config, parts: CachingParts): Promise<Caches> {
  const { plainDb, clock, logger, isListening } = parts;
  const connections = isListening && config.cache.isEnabled ? await connect(config, parts) : {};
  return createCaches({
    ...config.cache,
    clock,
    shared: connections.shared,
    channel: {
      openPostgres: connections.openPostgres,
      openRedis: connections.openRedis,
      // Not the id of the process: two applications in one process have caches of their own.
      processId: newId(),
      notify: (texts) => plainDb.query({ name: 'cache.notify', text: NOTIFY }, [NOTIFY_CHANNEL, texts]),
      failures: createFailureLog({ logger, subject: 'the message of changes to other caches' }),
    },
  });
}

interface Connections {
  readonly openPostgres?: (watcher: LineWatcher) => MessageLine;
  readonly openRedis?: (watcher: LineWatcher) => MessageLine;
  readonly shared?: SharedStore;
}

async function connect({ build, redisUrl }: Config, parts: CachingParts): Promise<Connections> {
  const { databaseUrl: url, plainDb, redis, logger } = parts;
  const failuresOf = (subject: string): FailureLog => createFailureLog({ logger, subject });
  const failures = failuresOf('the connection of the caches to PostgreSQL');
  const openPostgres = (watcher: LineWatcher) => openPostgresLine({ url, failures }, watcher);
  if (redisUrl === undefined || redis === undefined) return { openPostgres };
  const openLine = await loadRedisLine();
  const [row] = await plainDb.query<DatabaseIdRow>(readDatabaseIdStatement, []);
  // One Redis may serve several installations.
  const installation = `architect:${row?.database_id ?? ''}`;
  const line = {
    url: redisUrl,
    channel: `${installation}:cache`,
    sender: redis,
    failures: failuresOf('the connection of the caches to Redis'),
  };
  const shared = await openSharedStore({
    url: redisUrl,
    namespace: `${installation}:${await readRelease(build)}`,
    failures: failuresOf('the store of shared values in Redis'),
  });
  return { openPostgres, openRedis: (watcher: LineWatcher) => openLine(line, watcher), shared };
}

/**
 * Returns what tells values of releases apart: a hash of the build, of the schema's migrations and of the contract. A
 * build can make another response of the same rows, even if neither schema nor contract has changed.
 */
export async function readRelease(build: Config['build']): Promise<string> {
  const json = { with: { type: 'json' } } as const;
  const { default: v1 } = await import('../generated/v1/openapi.json', json);
  const { default: v2 } = await import('../generated/v2/openapi.json', json);
  const migrations = await readMigrations();
  return contractHash([v1, v2, migrations.map(({ name }) => name), build]);
}
