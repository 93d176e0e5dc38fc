import type { Clock } from '../platform/clock.ts';
import type { Db, Statement } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { TraceContext } from '../platform/tracing/tracer.ts';
import type { AnonymousUnit } from '../platform/unit.ts';
import type { EventName, EventPayload } from '../../generated/events.ts';
import type { Subscription } from './subscription.ts';

/** The key of an event's row. `created_at` determines its partition. */
export interface EventPointer {
  readonly id: string;
  readonly created_at: string;
}

/** A stored event as subscribers receive it. `id` is the same in all its deliveries. */
export type RecordedEvent<Name extends EventName = EventName> = {
  [N in Name]: {
    readonly id: string;
    readonly type: N;
    readonly timestamp: string;
    readonly organization_id: string | null;
    readonly project_id: string | null;
    readonly user_id: string | null;
    readonly data: EventPayload<N>;
  };
}[Name];

/**
 * Reacts to events, each in its own transaction. Delivery is at least once and unordered: `handle` must be idempotent,
 * or detect repetitions by the event's id.
 */
export interface Subscriber<Name extends EventName = EventName> extends Subscription {
  handle(unit: AnonymousUnit, event: RecordedEvent<Name>): Promise<void>;
}

/** The part of a job's context that a delivery uses. */
interface DeliveryRun {
  readonly trace?: TraceContext | undefined;
}

/** Returns one promise for each pointer. The queue retries the rejected ones. */
type Delivery = (pointers: readonly EventPointer[], run?: DeliveryRun) => Promise<Promise<void>[]>;

type EventRow = RecordedEvent & { readonly request_id: string | null };

const READ: Statement = {
  name: 'events_read',
  text: `SELECT e.id, e.type, e.time AS timestamp, e.organization_id, e.project_id, e.user_id, e.data, e.request_id
    FROM unnest($1::uuid[], $2::timestamptz[]) AS pointer (id, created_at)
    JOIN events e ON e.id = pointer.id AND e.created_at = pointer.created_at`,
};

interface DeliveryOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Creates the job that delivers a batch of events to one subscriber. Events that retention has deleted are skipped. */
export function createDelivery(subscriber: Subscriber, { db, clock, logger }: DeliveryOptions): Delivery {
  async function deliver({ request_id, ...event }: EventRow, trace: TraceContext | undefined): Promise<void> {
    const unit = { actor: undefined, request_id: request_id ?? event.id, trace, now: clock.now() };
    await db.transaction((tx) => subscriber.handle({ db: tx, ...unit }, event));
  }
  return async (pointers, { trace } = {}) => {
    const rows = await db.query<EventRow>(READ, [pointers.map(({ id }) => id), pointers.map((p) => p.created_at)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const results: Promise<void>[] = [];
    for (const { id } of pointers) {
      const row = byId.get(id);
      if (row === undefined)
        logger.warn({ event_id: id, subscriber: subscriber.name }, 'event skipped: it was deleted');
      const result = row === undefined ? Promise.resolve() : deliver(row, trace);
      // In sequence, so that a batch uses one connection. The queue handles rejected promises.
      await Promise.allSettled([result]);
      results.push(result);
    }
    return results;
  };
}
