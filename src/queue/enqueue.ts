import type { Statement } from '../platform/database.ts';
import { organizationIn, type AnonymousUnit } from '../platform/unit.ts';
import type { JobName, JobPayloads } from './job-payloads.ts';

interface EnqueueOptions {
  /** Not before this time; at once without. */
  readonly run_at?: Date;
  /** Replaces a waiting job that has the same key, instead of adding another. */
  readonly key?: string;
  /** Attempts until the job is dead; 25 without, the last of them after about three days. */
  readonly max_attempts?: number;
  /** Lower runs first; 0 without. */
  readonly priority?: number;
}

// Through the outbox, because adding to the queue takes a lock on the whole instance until the commit.
const ENQUEUE: Statement = {
  name: 'job_enqueue',
  text: `INSERT INTO outbox (organization_id, kind, name, payload, options, created_at)
    VALUES ($1, 'job', $2, $3, $4, $5)`,
};

/** Leaves a job behind in the unit's transaction: it runs if, and only if, that commits; at least once. */
export async function enqueue<Name extends JobName>(
  unit: AnonymousUnit,
  name: Name,
  payload: JobPayloads[Name],
  options: EnqueueOptions = {},
): Promise<void> {
  const { run_at, key, max_attempts, priority } = options;
  // What is undefined is left out by JSON.
  const spec = { run_at: run_at?.toISOString(), job_key: key, max_attempts, priority };
  const organization_id = organizationIn(unit);
  await unit.db.query(ENQUEUE, [organization_id, name, JSON.stringify(payload), JSON.stringify(spec), unit.now]);
}
