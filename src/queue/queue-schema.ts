import type { Logger } from '../platform/logger.ts';
import { withConnection, type Connection } from '../platform/single-connection.ts';

/** The revision of its tables that the installed graphile-worker uses. The package does not export this number. */
export const QUEUE_REVISION = 20;

/**
 * Creates or updates the queue's own tables. Runs after our migrations, before the first relay or worker. Loads the
 * package only if there is something to do: a server without a worker does not need it.
 */
export async function migrateQueue(connectionString: string, logger: Logger): Promise<void> {
  if ((await withConnection(connectionString, readQueueRevision)) === QUEUE_REVISION) return;
  const [{ runMigrations }, { queueLogger }] = await Promise.all([
    import('graphile-worker'),
    import('./worker-log.ts'),
  ]);
  await runMigrations({ connectionString, logger: queueLogger(logger) });
}

/** Returns the revision of the queue's tables; 0 if they do not exist. */
export async function readQueueRevision(client: Connection): Promise<number> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS exists",
  );
  if (found[0]?.exists !== true) return 0;
  const { rows } = await client.query<{ revision: number }>(
    'SELECT coalesce(max(id), 0) AS revision FROM graphile_worker.migrations',
  );
  return rows[0]?.revision ?? 0;
}
