import { problems } from '../../../generated/problems.ts';
import { leastBuckets, readTimeBuckets } from '../../platform/time-buckets.ts';
import type { Unit } from '../../platform/unit.ts';
import { isLeadEverywhere, visibleProjects } from '../projects/index.ts';
import type { FigureScope, Period, RangeQuery } from './analytics.types.ts';

const BUCKETS_MAX = 1000;

/**
 * Divides the range of a request into its intervals.
 * @throws AppError `range_empty`, `range_too_long`
 */
export async function readPeriod(
  { db, now }: Unit,
  { from, to = now.toISOString(), interval, time_zone }: RangeQuery,
): Promise<Period> {
  const range = { from, to, interval, time_zone };
  if (from !== undefined && Date.parse(from) >= Date.parse(to)) throw problems.range_empty();
  if (leastBuckets(range) > BUCKETS_MAX) throw problems.range_too_long({ max: BUCKETS_MAX, interval });
  const found = await readTimeBuckets(db, range);
  const buckets = found.bounds
    .slice(0, -1)
    .map((starts_at, place) => ({ starts_at, ends_at: found.bounds[place + 1] ?? found.to }));
  if (buckets.length > BUCKETS_MAX) throw problems.range_too_long({ max: BUCKETS_MAX, interval });
  return { ...found, buckets, shown: { from: found.from, to: found.to, interval, time_zone } };
}

/** Returns what the caller sees of the organization, or of one of its projects: none of a project that is hidden. */
export async function scopeOf({ db, actor }: Unit, project_id: string | undefined): Promise<FigureScope> {
  const { organization_id } = actor;
  const isProjectOptional = project_id === undefined;
  if (isLeadEverywhere(actor)) {
    return { organization_id, project_ids: project_id === undefined ? undefined : [project_id], isProjectOptional };
  }
  const query = visibleProjects(db, actor).select('projects.id');
  if (project_id !== undefined) void query.where('projects.id', project_id);
  const rows = (await query) as { readonly id: string }[];
  return { organization_id, project_ids: rows.map(({ id }) => id), isProjectOptional };
}
