import type { ErrorAnalytics, ErrorFiguresBucket } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import type { RangeQuery } from './analytics.types.ts';
import {
  countUnresolved,
  readErrorChanges,
  readErrorSeries,
  readMostErrors,
  readSessions,
} from './error-figures.repository.ts';
import { readPeriod, scopeOf } from './period.service.ts';
import { durationFigures } from './task-figures.policy.ts';

interface ErrorQuery extends RangeQuery {
  readonly project_id?: string | undefined;
}

type OccurredRow = Awaited<ReturnType<typeof readErrorSeries>>[number];
type Counts = Pick<ErrorFiguresBucket, 'occurrences' | 'created' | 'regressed' | 'resolved'>;
type SessionFigures = Pick<ErrorFiguresBucket, 'sessions' | 'crashed_sessions' | 'crash_free_session_rate'>;

const ENVIRONMENTS_MAX = 50;
const ERRORS_MAX = 20;

export async function getErrorAnalytics(unit: Unit, query: ErrorQuery): Promise<ErrorAnalytics> {
  const { project_id } = query;
  const { db } = unit;
  const period = await readPeriod(unit, query);
  const scope = await scopeOf(unit, project_id);
  const [occurred, most, changes, sessions, unresolved] = await Promise.all([
    readErrorSeries(db, scope, period),
    readMostErrors(db, scope, period, ERRORS_MAX),
    readErrorChanges(db, scope, period),
    readSessions(db, scope, period),
    countUnresolved(db, scope),
  ]);
  const countsIn = errorCountsOf(occurred, changes);
  const series = period.buckets.map((bucket, place) => ({
    ...bucket,
    ...countsIn(place + 1),
    ...sessionFiguresOf(sessions.filter((row) => row.bucket === place + 1)),
  }));
  const total = (name: keyof Counts): number => series.reduce((sum, bucket) => sum + bucket[name], 0);
  const sorted = <Row extends { readonly value: string; readonly occurrences: number }>(rows: readonly Row[]): Row[] =>
    rows.toSorted((a, b) => b.occurrences - a.occurrences || a.value.localeCompare(b.value));
  const byValue = <Name extends 'environment' | 'level'>(name: Name) =>
    sorted([...sumsBy(occurred, name)].map(([value, occurrences]) => ({ value, occurrences })));
  const all = changes.find(({ change, bucket }) => change === 'resolved' && bucket === null);
  return {
    period: period.shown,
    project_id: project_id ?? null,
    occurrences: total('occurrences'),
    created: total('created'),
    regressed: total('regressed'),
    resolved: total('resolved'),
    unresolved,
    ...sessionFiguresOf(sessions),
    time_to_resolve: durationFigures(all?.errors ?? 0, all?.percentiles ?? [], all?.mean ?? null),
    series,
    by_level: byValue('level').map(({ value: level, occurrences }) => ({ level, occurrences })),
    by_environment: byValue('environment')
      .slice(0, ENVIRONMENTS_MAX)
      .map(({ value: environment, occurrences }) => ({ environment, occurrences })),
    by_error: most,
  };
}

function sessionFiguresOf(rows: Awaited<ReturnType<typeof readSessions>>): SessionFigures {
  const total = (name: 'sessions' | 'crashed'): number => rows.reduce((sum, row) => sum + row[name], 0);
  const [sessions, crashed_sessions] = [total('sessions'), total('crashed')];
  const crash_free_session_rate = sessions === 0 ? null : (sessions - crashed_sessions) / sessions;
  return { sessions, crashed_sessions, crash_free_session_rate };
}

/** Returns a function that returns the counts of a bucket. */
export function errorCountsOf(
  series: readonly OccurredRow[],
  changes: Awaited<ReturnType<typeof readErrorChanges>>,
): (bucket: number) => Counts {
  const occurrences = sumsBy(series, 'bucket');
  const counts = new Map(changes.map(({ change, bucket, errors }) => [`${change} ${bucket}`, errors]));
  return (bucket) => ({
    occurrences: occurrences.get(bucket) ?? 0,
    created: counts.get(`created ${bucket}`) ?? 0,
    regressed: counts.get(`regressed ${bucket}`) ?? 0,
    resolved: counts.get(`resolved ${bucket}`) ?? 0,
  });
}

function sumsBy<Name extends 'bucket' | 'environment' | 'level'>(
  rows: readonly OccurredRow[],
  name: Name,
): ReadonlyMap<OccurredRow[Name], number> {
  const sums = new Map<OccurredRow[Name], number>();
  for (const row of rows) sums.set(row[name], (sums.get(row[name]) ?? 0) + row.occurrences);
  return sums;
}
