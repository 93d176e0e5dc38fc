import type { Db, Statement } from '../platform/database.ts';
import { PRESENCE_LOCK_CLASS } from './absence-watch.ts';

// A process holds the locks of all its workers on one connection (presence.ts).
const COUNT: Statement = {
  name: 'job_workers_count',
  text: `SELECT count(DISTINCT pid) AS workers FROM pg_locks
    WHERE locktype = 'advisory' AND classid = $1 AND objsubid = 2 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
};

/** Counts the processes that run jobs. */
export async function countWorkers(db: Db): Promise<number> {
  const [row] = await db.query<{ workers: number }>(COUNT, [PRESENCE_LOCK_CLASS]);
  return row?.workers ?? 0;
}
