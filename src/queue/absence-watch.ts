import type { Db, Statement } from '../platform/database.ts';

/** First half of the key of a worker's advisory lock. No other advisory lock uses it. */
export const PRESENCE_LOCK_CLASS = 0x4a6f6273;

// Runs in its own transaction, so PostgreSQL releases the tested locks immediately.
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
  /** The workers of this process, which are present even if they hold no lock. */
  readonly own: ReadonlySet<string>;
  /** The time that workers have to take their locks again after an outage. */
  readonly graceMs?: number;
  /** A monotonic clock in milliseconds. */
  readonly elapsed?: () => number;
}

/**
 * Creates a check that returns jobs of absent workers to the queue. A worker counts as absent after two checks in a
 * row, because it holds no lock for a moment while it reconnects. For `graceMs` after an outage absences are ignored,
 * because all workers must reconnect first.
 * @returns the check; it returns the ids of the workers whose jobs it returned to the queue
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
