// The part of the composition root that opens the caches and connects them to those of other processes.
import type { Redis } from 'ioredis';
import { createCaches, type Caches } from './cache/caches.ts';
import type { Config } from './config.ts';
import { readDatabaseIdStatement, type DatabaseIdRow } from './platform/database-id.ts';
import type { Db } from './platform/database.ts';
import { createFailureLog } from './platform/failure-log.ts';
import type { Logger } from './platform/logger.ts';
import type { LineWatcher } from './platform/message-line.ts';
import { NOTIFY, NOTIFY_CHANNEL, openPostgresLine } from './platform/postgres-line.ts';
import { processId } from './platform/process-id.ts';
import { loadRedisLine } from './platform/redis-line.ts';

interface CachingParts {
  readonly databaseUrl: string;
  readonly plainDb: Db;
  /** Undefined if none is configured. */
  readonly redis: Redis | undefined;
  readonly logger: Logger;
  /** False for a command, which ends soon: it only tells others what it has changed. */
  readonly isListening: boolean;
}

/** Opens the caches of this process. Their connections open in the background; until then nothing is used from them. */
export async function openCaches(config: Config, parts: CachingParts): Promise<Caches> {
  const { plainDb, logger, isListening } = parts;
  const lines = isListening && config.cache.isEnabled ? await openersOf(config, parts) : {};
  return createCaches({
    ...config.cache,
    channel: {
      ...lines,
      processId,
      notify: (texts) => plainDb.query({ name: 'cache.notify', text: NOTIFY }, [NOTIFY_CHANNEL, texts]),
      failures: createFailureLog({ logger, subject: 'the message of changes to other caches' }),
    },
  });
}

async function openersOf({ redisUrl }: Config, { databaseUrl: url, plainDb, redis, logger }: CachingParts) {
  const failures = createFailureLog({ logger, subject: 'the connection of the caches to PostgreSQL' });
  const openPostgres = (watcher: LineWatcher) => openPostgresLine({ url, failures }, watcher);
  if (redisUrl === undefined || redis === undefined) return { openPostgres };
  const openLine = await loadRedisLine();
  const [row] = await plainDb.query<DatabaseIdRow>(readDatabaseIdStatement, []);
  const settings = {
    url: redisUrl,
    channel: `architect:${row?.database_id ?? ''}:cache`,
    sender: redis,
    failures: createFailureLog({ logger, subject: 'the connection of the caches to Redis' }),
  };
  return { openPostgres, openRedis: (watcher: LineWatcher) => openLine(settings, watcher) };
}
