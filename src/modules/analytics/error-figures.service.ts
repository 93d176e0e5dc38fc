import type { ErrorAnalytics, ErrorFiguresBucket, ErrorLevel } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import type { RangeQuery } from './analytics.types.ts';
import { countUnresolved, readErrorChanges, readErrorOccurrences } from './error-figures.repository.ts';
import { readPeriod, scopeOf } from './period.service.ts';
import { durationFigures } from './task-figures.policy.ts';

interface ErrorQuery extends RangeQuery {
  readonly project_id?: string | undefined;
}

type Counts = Pick<ErrorFiguresBucket, 'occurrences' | 'created' | 'regressed' | 'resolved'>;

const ENVIRONMENTS_MAX = 50;

export async function getErrorAnalytics(unit: Unit, query: ErrorQuery): Promise<ErrorAnalytics> {
  const { project_id } = query;
  const { db } = unit;
  const period = await readPeriod(unit, query);
  const scope = await scopeOf(unit, project_id);
  const [parts, changes, unresolved] = await Promise.all([
    readErrorOccurrences(db, scope, period),
    readErrorChanges(db, scope, period),
    countUnresolved(db, scope),
  ]);
  const countsIn = errorCountsOf(parts, changes);
  const series = period.buckets.map((bucket, place) => ({ ...bucket, ...countsIn(place + 1) }));
  const total = (name: keyof Counts): number => series.reduce((sum, bucket) => sum + bucket[name], 0);
  const byPart = (name: (typeof parts)[number]['part']) =>
    parts
      .filter(({ part }) => part === name)
      .sort((a, b) => b.occurrences - a.occurrences || a.value.localeCompare(b.value));
  const all = changes.find(({ change, bucket }) => change === 'resolved' && bucket === null);
  return {
    period: period.shown,
    project_id: project_id ?? null,
    occurrences: total('occurrences'),
    created: total('created'),
    regressed: total('regressed'),
    resolved: total('resolved'),
    unresolved,
    time_to_resolve: durationFigures(all?.errors ?? 0, all?.percentiles ?? [], all?.mean ?? null),
    series,
    by_level: byPart('level').map(({ value, occurrences }) => ({ level: value as ErrorLevel, occurrences })),
    by_environment: byPart('environment')
      .slice(0, ENVIRONMENTS_MAX)
      .map(({ value: environment, occurrences }) => ({ environment, occurrences })),
    by_error: byPart('error').map(({ value: error_id, title, occurrences }) => ({ error_id, title, occurrences })),
  };
}

/** Returns a function that returns the counts of a bucket. */
export function errorCountsOf(
  parts: Awaited<ReturnType<typeof readErrorOccurrences>>,
  changes: Awaited<ReturnType<typeof readErrorChanges>>,
): (bucket: number) => Counts {
  const occurrences = new Map(
    parts.filter(({ part }) => part === 'bucket').map((row) => [row.bucket, row.occurrences]),
  );
  const counts = new Map(changes.map(({ change, bucket, errors }) => [`${change} ${bucket}`, errors]));
  return (bucket) => ({
    occurrences: occurrences.get(bucket) ?? 0,
    created: counts.get(`created ${bucket}`) ?? 0,
    regressed: counts.get(`regressed ${bucket}`) ?? 0,
    resolved: counts.get(`resolved ${bucket}`) ?? 0,
  });
}
