import type { TrendingErrors, TrendPeriod } from '../../../../generated/v2/types.ts';
import { DAY_MS, HOUR_MS } from '../../../platform/durations.ts';
import type { Unit } from '../../../platform/unit.ts';
import { scopeOf } from '../errors.service.ts';
import { listTrending } from './error-trends.repository.ts';

const periodsMs: Readonly<Record<TrendPeriod, number>> = {
  '1h': HOUR_MS,
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
};

interface TrendQuery {
  readonly period: TrendPeriod;
  readonly project_id?: readonly string[] | undefined;
  readonly environment?: string | undefined;
}

/** Compares the last period with the one before. */
export async function listTrendingErrors(unit: Unit, { period, ...filters }: TrendQuery): Promise<TrendingErrors> {
  const to = unit.now;
  const from = new Date(to.getTime() - periodsMs[period]);
  const previous_from = new Date(from.getTime() - periodsMs[period]);
  const rows = await listTrending(unit.db, scopeOf(unit), { previous_from, from, to, ...filters });
  return {
    previous_from: previous_from.toISOString(),
    from: from.toISOString(),
    to: to.toISOString(),
    data: rows.map(({ occurrence_count, previous_count, ...error }) => ({ error, occurrence_count, previous_count })),
  };
}
