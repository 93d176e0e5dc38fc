import { EnvelopeFault, parseMembers, type EnvelopeItem, type Members } from './envelope.policy.ts';
import type { BadSession, SessionCounts } from './intake.types.ts';
import { readAggregates, readSession } from './sentry-sessions.policy.ts';

/** The items of an envelope by what is done with them. */
export interface SortedItems {
  readonly events: readonly Members[];
  readonly sessions: {
    readonly counts: readonly SessionCounts[];
    readonly bad: readonly BadSession[];
    /** How many items they came in. */
    readonly items: number;
  };
  /** How many items there are of kinds that are only counted. */
  readonly others: ReadonlyMap<string, number>;
}

export type ItemOutcome = 'taken' | 'limited' | 'dropped';

/** The greatest size of an event, as Sentry has it. */
const EVENT_BYTES_MAX = 1024 * 1024;

/** The kinds that are named apart in the metric; every other one is `other`. */
const kinds: Readonly<Record<string, string>> = {
  ...{ attachment: 'attachment', transaction: 'transaction', span: 'span', log: 'log', trace_metric: 'metric' },
  ...{ statsd: 'metric', profile: 'profile', profile_chunk: 'profile', replay_event: 'replay' },
  ...{ replay_recording: 'replay', replay_video: 'replay', check_in: 'check_in', feedback: 'feedback' },
  ...{ user_report: 'feedback', client_report: 'client_report' },
};

/** What can become of the items of each kind. */
export const countedOutcomes: readonly { readonly kind: string; readonly outcome: ItemOutcome }[] = [
  ...(['taken', 'limited'] as const).map((outcome) => ({ kind: 'error', outcome })),
  ...(['taken', 'limited', 'dropped'] as const).map((outcome) => ({ kind: 'session', outcome })),
  { kind: 'client_report', outcome: 'taken' },
  ...[...new Set([...Object.values(kinds), 'other'])]
    .filter((kind) => kind !== 'client_report')
    .map((kind) => ({ kind, outcome: 'dropped' as const })),
];

/** @throws EnvelopeFault if an event or a session is malformed */
export function sortItems(items: readonly EnvelopeItem[], now: Date): SortedItems {
  const events: Members[] = [];
  const sessions = { counts: [] as SessionCounts[], bad: [] as BadSession[], items: 0 };
  const others = new Map<string, number>();
  const count = (kind: string): void => void others.set(kind, (others.get(kind) ?? 0) + 1);
  for (const [index, item] of items.entries()) {
    if (item.type === 'event') events.push(payloadOf(item, index));
    else if (item.type === 'session' || item.type === 'sessions') {
      const read = item.type === 'session' ? readSession : readAggregates;
      const found = read(payloadOf(item, index), now);
      if (found === undefined) {
        count('session');
        continue;
      }
      sessions.items += 1;
      sessions.counts.push(...found.counts);
      sessions.bad.push(...found.bad);
    } else count(kinds[item.type] ?? 'other');
  }
  return { events, sessions, others };
}

function payloadOf({ payload }: EnvelopeItem, index: number): Members {
  const item = `item ${index + 1}`;
  if (payload.length > EVENT_BYTES_MAX) throw new EnvelopeFault('max_length', `${item} must have at most 1 MiB`);
  const members = parseMembers(payload);
  if (members === undefined) throw new EnvelopeFault('malformed_json', `${item} must be a JSON object`);
  return members;
}
