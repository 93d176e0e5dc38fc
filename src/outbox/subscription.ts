import type { EventName } from '../../generated/events.ts';

/** Who wants to hear of which events; each gets its own deliveries, so one that fails disturbs no other. */
export interface Subscription {
  /** Stands in the job's name, `events.deliver:<name>`; stays the same over releases. */
  readonly name: string;
  readonly events: readonly EventName[] | 'all';
}
