import { problems } from '../../../../generated/problems.ts';
import type { ErrorStats, TimeInterval } from '../../../../generated/v2/types.ts';
import { AppError } from '../../../problems/app-error.ts';
import { leastBuckets, readTimeBuckets } from '../../../platform/time-buckets.ts';
import type { Unit } from '../../../platform/unit.ts';
import { countsOf, requireCountedError, scopeOf } from '../errors.service.ts';
import { readStats, type StatsFilters, type StatsRange } from './error-stats.repository.ts';

const BUCKETS_MAX = 1000;

interface StatsQuery extends StatsFilters {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly interval: TimeInterval;
  readonly time_zone: string;
}

/** @throws AppError `range_empty`, `range_too_long` (409) */
export async function getErrorStats(unit: Unit, query: StatsQuery): Promise<ErrorStats> {
  const { interval, time_zone, from: _from, to: _to, ...filters } = query;
  const buckets = await bucketsOf(unit, query);
  const { occurred, fresh, ...lists } = await readStats(unit.db, scopeOf(unit), filters, buckets);
  const [occurredBy, freshBy] = [new Map(occurred), new Map(fresh)];
  const series = buckets.bounds.slice(0, -1).map((starts_at, index) => ({
    starts_at,
    ends_at: buckets.bounds[index + 1] ?? buckets.to,
    occurrence_count: occurredBy.get(index + 1) ?? 0,
    new_count: freshBy.get(index + 1) ?? 0,
  }));
  return {
    ...{ from: buckets.from, to: buckets.to, interval, time_zone },
    occurrence_count: series.reduce((sum, { occurrence_count }) => sum + occurrence_count, 0),
    new_count: series.reduce((sum, { new_count }) => sum + new_count, 0),
    counts: await countsIn(unit, filters),
    ...lists,
    series,
  };
}

async function bucketsOf({ db, now }: Unit, query: StatsQuery): Promise<StatsRange> {
  const { from, to = now.toISOString(), interval, time_zone } = query;
  const range = { from, to, interval, time_zone };
  if (from !== undefined && Date.parse(from) >= Date.parse(to)) throw problems.range_empty();
  if (leastBuckets(range) > BUCKETS_MAX) throw problems.range_too_long({ max: BUCKETS_MAX, interval });
  const buckets = await readTimeBuckets(db, range);
  if (buckets.bounds.length - 1 > BUCKETS_MAX) throw problems.range_too_long({ max: BUCKETS_MAX, interval });
  return buckets;
}

/** An error that the caller cannot see has no counts, as it has no occurrences. */
async function countsIn(unit: Unit, { error_id }: StatsFilters): Promise<ErrorStats['counts']> {
  if (error_id === undefined) return null;
  try {
    return countsOf(await requireCountedError(unit, error_id));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
