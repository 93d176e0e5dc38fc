import type { EventPointer } from './delivery.ts';
import type { Subscription } from './subscription.ts';

/** A claimed row of the outbox. */
export interface OutboxRow {
  readonly id: number;
  /** `tags`: a change without an event, which only the caches must learn of. */
  readonly kind: 'event' | 'job' | 'tags';
  readonly name: string;
  readonly payload: unknown;
  readonly options: JobOptions | null;
  readonly attempts: number;
}

/** Options of a job, named as in graphile_worker.job_spec. */
export interface JobOptions {
  readonly run_at?: string;
  readonly job_key?: string;
  readonly max_attempts?: number;
}

/** One element of graphile_worker.add_jobs(). */
interface JobSpec extends JobOptions {
  readonly identifier: string;
  readonly payload: unknown;
}

/** Returns the name of the job that delivers events to a subscriber. */
export function deliveryJobName(subscriber: string): `events.deliver:${string}` {
  return `events.deliver:${subscriber}`;
}

/**
 * Converts a batch of outbox rows to jobs of the queue: one delivery for each subscriber with its events, and the job
 * rows. If several jobs have the same key, the last one replaces the others, as it would if they were added in
 * sequence.
 */
export function jobSpecsOf(rows: readonly OutboxRow[], subscriptions: readonly Subscription[]): JobSpec[] {
  const events = rows.filter((row) => row.kind === 'event');
  const deliveries = subscriptions.flatMap((subscription) => {
    const wanted = events.filter((row) => wants(subscription, row.name));
    if (wanted.length === 0) return [];
    return [{ identifier: deliveryJobName(subscription.name), payload: wanted.map(pointerOf) }];
  });
  const jobs = new Map<string, JobSpec>();
  for (const row of rows) {
    if (row.kind !== 'job') continue;
    const spec = { identifier: row.name, payload: row.payload, ...row.options };
    jobs.set(row.options?.job_key === undefined ? `row ${row.id}` : `key ${row.options.job_key}`, spec);
  }
  return [...deliveries, ...jobs.values()];
}

/** What the payload of a change has for the caches. */
interface Stale {
  readonly tags?: readonly string[];
  /** The process that made the change. */
  readonly by?: string;
}

/** Returns where the event of a row is. What its payload has for the caches is not for its subscribers. */
function pointerOf({ payload }: OutboxRow): EventPointer {
  const { tags: _tags, by: _by, ...pointer } = payload as EventPointer & Stale;
  return pointer;
}

/**
 * Returns the tags of what changes make stale.
 * @param toldBy the process that has told the caches of its changes by itself, so that they are left out
 */
export function staleTagsOf(rows: readonly OutboxRow[], toldBy?: string): string[] {
  const changes = rows.filter(({ kind }) => kind !== 'job').map(({ payload }) => payload as Stale);
  return changes.flatMap(({ by, tags = [] }) => (by !== undefined && by === toldBy ? [] : tags));
}

function wants({ events }: Subscription, name: string): boolean {
  return events === 'all' || events.some((event) => event === name);
}
