import type { Members } from '../intake/envelope.policy.ts';
import { eventIdOf } from '../intake/sentry-event.policy.ts';
import { countOf, listOf, membersOf, textOf, timeOf } from '../intake/values.policy.ts';
import { DAY_MS, HOUR_MS } from '../../../platform/durations.ts';

// Sessions of the programs of a team, by which the health of a release is judged:
// https://develop.sentry.dev/sdk/telemetry/sessions/

/** From the mildest outcome to the worst. */
const outcomes = ['errored', 'abnormal', 'crashed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Sessions of one release in one environment that began in one hour. */
export interface SessionCounts {
  readonly release: string;
  readonly environment: string;
  /** The start of the hour. */
  readonly bucket: string;
  readonly started: number;
  readonly errored: number;
  readonly abnormal: number;
  readonly crashed: number;
}

/** One session with a bad outcome, which later reports of the same session may make worse. */
export interface BadSession extends Pick<SessionCounts, 'release' | 'environment' | 'bucket'> {
  readonly session_id: string;
  readonly outcome: Outcome;
}

/** How far back a session may have begun. */
const AGE_MAX_MS = 30 * DAY_MS;

interface Reported {
  readonly counts: readonly SessionCounts[];
  readonly bad: readonly BadSession[];
}

/** Returns what an update of one session says; undefined if it names no release or no session. */
export function readSession(session: Members, now: Date): Reported | undefined {
  const place = placeOf(session, session['started'] ?? session['timestamp'], now);
  const session_id = eventIdOf(session['sid']);
  if (place === undefined || session_id === undefined) return undefined;
  const outcome = outcomeOf(session);
  return {
    counts: session['init'] === true ? [{ ...place, started: 1, errored: 0, abnormal: 0, crashed: 0 }] : [],
    bad: outcome === undefined ? [] : [{ ...place, session_id, outcome }],
  };
}

/** Returns what a server reports of the sessions of a minute together. */
export function readAggregates(sessions: Members, now: Date): Reported | undefined {
  const counts = listOf(sessions['aggregates']).flatMap((one) => {
    const aggregate = membersOf(one);
    const place = placeOf(sessions, aggregate['started'], now);
    if (place === undefined) return [];
    const of = (name: string): number => Math.min(countOf(aggregate[name]) ?? 0, 1_000_000);
    const [errored, abnormal, crashed] = [of('errored'), of('abnormal'), of('crashed')];
    return [{ ...place, started: of('exited') + errored + abnormal + crashed, errored, abnormal, crashed }];
  });
  return counts.length === 0 ? undefined : { counts, bad: [] };
}

function outcomeOf({ status, errors }: Members): Outcome | undefined {
  if (status === 'crashed' || status === 'abnormal') return status;
  return status === 'errored' || (countOf(errors) ?? 0) > 0 ? 'errored' : undefined;
}

function placeOf({ attrs }: Members, started: unknown, now: Date) {
  const { release: named, environment } = membersOf(attrs);
  const release = textOf(named, 200);
  if (release === undefined) return undefined;
  const time = timeOf(started)?.getTime() ?? now.getTime();
  const counted = Math.max(now.getTime() - AGE_MAX_MS, Math.min(now.getTime(), time));
  const bucket = new Date(Math.floor(counted / HOUR_MS) * HOUR_MS).toISOString();
  return { release, environment: textOf(environment, 100) ?? 'production', bucket };
}

/** Adds counts of the same place together, in one order for all transactions, so that none waits for another in turn. */
export function summed(counts: readonly SessionCounts[]): SessionCounts[] {
  const sums = new Map<string, SessionCounts>();
  for (const one of counts) {
    const key = JSON.stringify([one.release, one.environment, one.bucket]);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? one : add(sum, one));
  }
  return [...sums].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, sum]) => sum);
}

function add(left: SessionCounts, right: SessionCounts): SessionCounts {
  return {
    ...left,
    started: left.started + right.started,
    errored: left.errored + right.errored,
    abnormal: left.abnormal + right.abnormal,
    crashed: left.crashed + right.crashed,
  };
}

/** Leaves the worst outcome of each session, in the order of their ids. */
export function worstOf(bad: readonly BadSession[]): BadSession[] {
  const worst = new Map<string, BadSession>();
  for (const one of bad) {
    const known = worst.get(one.session_id);
    if (known === undefined || outcomes.indexOf(known.outcome) < outcomes.indexOf(one.outcome))
      worst.set(one.session_id, one);
  }
  return [...worst.values()].sort((left, right) => (left.session_id < right.session_id ? -1 : 1));
}
