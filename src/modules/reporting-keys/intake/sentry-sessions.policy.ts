import { DAY_MS, HOUR_MS } from '../../../platform/durations.ts';
import type { Members } from './envelope.policy.ts';
import type { BadSession, SessionCounts } from './intake.types.ts';
import { eventIdOf } from './sentry-event.policy.ts';
import { countOf, listOf, membersOf, textOf, timeOf } from './values.policy.ts';

// Sessions of the programs of a team, by which the health of a release is judged:
// https://develop.sentry.dev/sdk/telemetry/sessions/

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

function outcomeOf({ status, errors }: Members): BadSession['outcome'] | undefined {
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
