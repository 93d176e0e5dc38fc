import type { WorkerEvents } from 'graphile-worker';
import type { Db, Statement } from '../platform/database.ts';

// graphile-worker gives the jobs of a killed process back after four hours. Here each worker holds an advisory lock as
// long as it lives, on the connection it listens on; whose lock is free is gone, and its jobs return within seconds.

/** First half of the lock's key, so that it meets no other advisory lock. */
const LOCK_CLASS = 0x4a6f6273;

// The statement is its own transaction, so the lock it takes to try is free again at once.
const FIND_ABSENT: Statement = {
  name: 'job_workers_absent',
  text: `SELECT worker_id FROM (SELECT DISTINCT locked_by AS worker_id FROM graphile_worker.jobs WHERE locked_at IS NOT NULL
    OFFSET 0) AS holders WHERE pg_try_advisory_xact_lock($1, hashtext(worker_id))`,
};
const RELEASE: Statement = {
  name: 'job_workers_release',
  text: 'SELECT graphile_worker.force_unlock_workers($1::text[])',
};

/** Makes a worker hold its lock on every connection it listens on, from the first to the last. */
export function announcePresence(events: WorkerEvents): void {
  events.on('pool:listen:success', ({ client, workerPool }) => {
    // The queue is about to say LISTEN on this client, which takes one statement at a time.
    client.once('drain', () => {
      // When this fails the connection is broken; the worker opens another one and comes by here again.
      client.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, workerPool.id]).catch(() => undefined);
    });
  });
}

/**
 * Looks for jobs whose worker is gone and gives them back to the queue. A worker must be missed by two looks in a row,
 * since one that changes its connection holds no lock for a moment.
 * @returns a look; it returns the ids of the workers whose jobs it gave back
 */
export function createAbsenceWatch(db: Db): () => Promise<readonly string[]> {
  let missed: ReadonlySet<string> = new Set();
  return async () => {
    const absent = (await db.query<{ worker_id: string }>(FIND_ABSENT, [LOCK_CLASS])).map((row) => row.worker_id);
    const gone = absent.filter((id) => missed.has(id));
    missed = new Set(absent);
    if (gone.length > 0) await db.query(RELEASE, [gone]);
    return gone;
  };
}
