import type { EventName } from '../../generated/events.ts';

/**
 * A subscriber and its events. Each subscriber gets its own deliveries, so that a failure of one does not affect the
 * others.
 */
export interface Subscription {
  /** A part of the job's name, `events.deliver:<name>`. Must not change between releases. */
  readonly name: string;
  readonly events: readonly EventName[] | 'all';
}
