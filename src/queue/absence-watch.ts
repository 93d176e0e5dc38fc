import type { Db, Statement } from '../platform/database.ts';

/** First half of the key of a worker's advisory lock, so that it meets no other one. */
export const PRESENCE_LOCK_CLASS = 0x4a6f6273;

// The statement is its own transaction, so the lock it takes to try is free again at once.
const FIND_ABSENT: Statement = {
  name: 'job_workers_absent',
  text: `SELECT worker_id, now() - pg_postmaster_start_time() < make_interval(secs => $3::float8) AS "isJustStarted"
    FROM (SELECT DISTINCT locked_by AS worker_id FROM graphile_worker.jobs WHERE locked_at IS NOT NULL AND locked_by <> ALL($2)
      OFFSET 0) AS holders
    WHERE pg_try_advisory_xact_lock($1, hashtext(worker_id))`,
};
const GIVE_BACK: Statement = {
  name: 'job_workers_release',
  text: 'SELECT graphile_worker.force_unlock_workers($1::text[])',
};

interface AbsenceWatchOptions {
  readonly db: Db;
  /** The workers of this process, which are here whatever their locks say. */
  readonly own: ReadonlySet<string>;
  /** After an outage, the time that every worker has for taking its lock again. */
  readonly graceMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly elapsed?: () => number;
}

/**
 * Looks for jobs whose worker is gone and gives them back to the queue. A worker must be missed by two looks in a row:
 * one that changes its connection holds no lock for a moment. After an outage misses do not count for ten seconds, because
 * all workers have to connect again first.
 * @returns a look; it returns the ids of the workers whose jobs it gave back
 */
export function createAbsenceWatch(options: AbsenceWatchOptions): () => Promise<readonly string[]> {
  const { db, own, graceMs = 10_000, elapsed = () => performance.now() } = options;
  let missed: ReadonlySet<string> = new Set();
  let trustedFrom = 0;
  let hasFailed = false;

  async function findAbsent(): Promise<readonly string[]> {
    const values = [PRESENCE_LOCK_CLASS, [...own], graceMs / 1000];
    const rows = await db.query<{ worker_id: string; isJustStarted: boolean }>(FIND_ABSENT, values);
    const now = elapsed();
    if (hasFailed) trustedFrom = now + graceMs;
    hasFailed = false;
    return now < trustedFrom ? [] : rows.filter((row) => !row.isJustStarted).map((row) => row.worker_id);
  }

  return async () => {
    try {
      const absent = await findAbsent();
      const gone = absent.filter((id) => missed.has(id));
      missed = new Set(absent);
      if (gone.length > 0) await db.query(GIVE_BACK, [gone]);
      return gone;
    } catch (error) {
      hasFailed = true;
      missed = new Set();
      throw error;
    }
  };
}
