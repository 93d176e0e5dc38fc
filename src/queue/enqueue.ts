import type { Statement } from '../platform/database.ts';
import { withTrace } from '../platform/tracing/trace-link.ts';
import { organizationIn, type AnonymousUnit } from '../platform/unit.ts';
import type { JobName, JobPayloads } from './job-payloads.ts';

interface EnqueueOptions {
  /** The earliest time to run; immediately if absent. */
  readonly run_at?: Date;
  /** Replaces a waiting job with the same key. */
  readonly key?: string;
  /** Attempts until the job is dead; by default 25, the last of them after about three days. */
  readonly max_attempts?: number;
}

// Through the outbox, because graphile_worker.add_jobs() holds a lock for the whole instance until the commit.
const ENQUEUE: Statement = {
  name: 'job_enqueue',
  text: `INSERT INTO outbox (organization_id, kind, name, payload, options, created_at)
    VALUES ($1, 'job', $2, $3, $4, $5)`,
};

/** Enqueues a job in the unit's transaction. The job runs only if the transaction commits, and then at least once. */
export async function enqueue<Name extends JobName>(
  unit: AnonymousUnit,
  name: Name,
  payload: JobPayloads[Name],
  options: EnqueueOptions = {},
): Promise<void> {
  const { run_at, key, max_attempts } = options;
  // JSON omits undefined members.
  const spec = { run_at: run_at?.toISOString(), job_key: key, max_attempts };
  const organization_id = organizationIn(unit);
  await unit.db.query(ENQUEUE, [
    organization_id,
    name,
    JSON.stringify(withTrace(payload, unit)),
    JSON.stringify(spec),
    unit.now,
  ]);
}
