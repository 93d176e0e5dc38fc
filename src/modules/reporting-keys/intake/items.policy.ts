import { EnvelopeFault, parseMembers, type EnvelopeItem, type Members } from './envelope.policy.ts';
import type { BadSession, SessionCounts } from './intake.types.ts';
import { readAggregates, readSession } from './sentry-sessions.policy.ts';

/** How many items there are, and how long their payloads are together. */
export interface ItemSize {
  readonly items: number;
  readonly bytes: number;
}

/** The items of an envelope by what is done with them. */
export interface SortedItems {
  readonly events: readonly Members[];
  readonly sessions: {
    readonly counts: readonly SessionCounts[];
    readonly bad: readonly BadSession[];
  };
  /** Of the items that events and sessions came in. */
  readonly sizes: { readonly error: ItemSize; readonly session: ItemSize };
  /** Of the kinds that are only counted. */
  readonly others: ReadonlyMap<string, ItemSize>;
}

export type ItemOutcome = 'taken' | 'limited' | 'dropped';

/** The greatest size of an event, as Sentry has it. */
const EVENT_BYTES_MAX = 1024 * 1024;

/** A server sends one for each minute, environment and person that it knows, once a minute. */
const COUNTS_MAX = 1000;

/** The kinds that are named apart in the metric; every other one is `other`. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ attachment: 'attachment', transaction: 'transaction', span: 'span', log: 'log', trace_metric: 'metric' },
    ...{ statsd: 'metric', profile: 'profile', profile_chunk: 'profile', replay_event: 'replay' },
    ...{ replay_recording: 'replay', replay_video: 'replay', check_in: 'check_in', feedback: 'feedback' },
    ...{ user_report: 'feedback', client_report: 'client_report' },
  }),
);

/** What can become of the items of each kind. */
export const countedOutcomes: readonly { readonly kind: string; readonly outcome: ItemOutcome }[] = [
  ...(['taken', 'limited'] as const).map((outcome) => ({ kind: 'error', outcome })),
  ...(['taken', 'limited', 'dropped'] as const).map((outcome) => ({ kind: 'session', outcome })),
  { kind: 'client_report', outcome: 'taken' },
  ...[...new Set([...kinds.values(), 'other'])]
    .filter((kind) => kind !== 'client_report')
    .map((kind) => ({ kind, outcome: 'dropped' as const })),
];

/** @throws EnvelopeFault if an event or a session is malformed */
export function sortItems(items: readonly EnvelopeItem[], now: Date): SortedItems {
  const events: Members[] = [];
  const sessions = { counts: [] as SessionCounts[], bad: [] as BadSession[] };
  const sizes = { error: noItems, session: noItems };
  const others = new Map<string, ItemSize>();
  const count = (kind: string, item: EnvelopeItem): void =>
    void others.set(kind, withItem(others.get(kind) ?? noItems, item));
  for (const [index, item] of items.entries()) {
    if (item.type === 'event') {
      events.push(payloadOf(item, index));
      sizes.error = withItem(sizes.error, item);
    } else if (item.type === 'session' || item.type === 'sessions') {
      const read = item.type === 'session' ? readSession : readAggregates;
      const found = read(payloadOf(item, index), now);
      if (found === undefined) {
        count('session', item);
        continue;
      }
      sizes.session = withItem(sizes.session, item);
      sessions.counts.push(...found.counts);
      sessions.bad.push(...found.bad);
      if (sessions.counts.length > COUNTS_MAX)
        throw new EnvelopeFault('max_items', `must have at most ${COUNTS_MAX} counts of sessions`);
    } else count(kinds.get(item.type) ?? 'other', item);
  }
  return { events, sessions, sizes, others };
}

export const noItems: ItemSize = { items: 0, bytes: 0 };

function withItem({ items, bytes }: ItemSize, { payload }: EnvelopeItem): ItemSize {
  return { items: items + 1, bytes: bytes + payload.length };
}

function payloadOf({ payload }: EnvelopeItem, index: number): Members {
  const item = `item ${index + 1}`;
  if (payload.length > EVENT_BYTES_MAX) throw new EnvelopeFault('max_length', `${item} must have at most 1 MiB`);
  const members = parseMembers(payload);
  if (members === undefined) throw new EnvelopeFault('malformed_json', `${item} must be a JSON object`);
  return members;
}
