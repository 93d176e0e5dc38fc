import { problems } from '../../../../generated/problems.ts';
import type {
  EventSourceRow,
  EventStats,
  EventTimeline,
  EventTypeRow,
  TimeInterval,
} from '../../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import { MINUTE_MS } from '../../../platform/durations.ts';
import { leastBuckets, readTimeBuckets, wholeDaysIn } from '../../../platform/time-buckets.ts';
import type { Unit } from '../../../platform/unit.ts';
import { listVisibleIds } from '../visibility.service.ts';
import * as repository from './figures.repository.ts';
import type { CountedGroup, FigureScope } from './figures.types.ts';

type Filters = FigureScope['filters'];

interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const GROUPS_MAX = 100;
const INTERVALS_MAX = 1000;
const QUARTER_MS = 15 * MINUTE_MS;

/** Returns the number of all events that the caller sees, of any time. */
export async function countEvents(unit: Unit, filters: Filters): Promise<number> {
  return repository.countEvents(unit.db, await scopeOf(unit, filters));
}

export async function getEventStats(unit: Unit, asked: Range, filters: Filters): Promise<EventStats> {
  const { from, to } = await readTimeBuckets(unit.db, { ...rounded(unit, asked), interval: 'day', time_zone: 'UTC' });
  const days = wholeDaysIn({ from, to });
  const groups = await repository.countGroups(unit.db, await scopeOf(unit, filters), { from, to, days });
  const of = (wanted: CountedGroup['part']) => groups.filter(({ part }) => part === wanted).slice(0, GROUPS_MAX);
  const figures = ({ count, first_at, last_at }: CountedGroup) => ({ count, first_at, last_at });
  return {
    from,
    to,
    total: of('all')[0]?.count ?? 0,
    by_type: of('type').map((group) => ({ type: group.type, ...figures(group) })),
    by_source: of('source').map((group) => ({ source: group.source, ...figures(group) })),
    by_project: of('project').map((group) => ({ project_id: group.project_id, ...figures(group) })),
  };
}

export async function getEventTimeline(
  unit: Unit,
  asked: Range & { readonly interval: TimeInterval; readonly time_zone: string },
  filters: Filters,
): Promise<EventTimeline> {
  const { interval, time_zone } = asked;
  const range = { ...rounded(unit, asked), interval, time_zone };
  if (leastBuckets(range) > INTERVALS_MAX) throw problems.range_too_long({ max: INTERVALS_MAX, interval });
  const { from, to, bounds } = await readTimeBuckets(unit.db, range);
  if (bounds.length - 1 > INTERVALS_MAX) throw problems.range_too_long({ max: INTERVALS_MAX, interval });
  const counts = await repository.countIntervals(unit.db, await scopeOf(unit, filters), bounds);
  const buckets = bounds.slice(0, -1).map((starts_at, index) => ({
    starts_at,
    ends_at: bounds[index + 1] ?? to,
    count: counts.get(index + 1) ?? 0,
  }));
  return { from, to, interval, time_zone, total: buckets.reduce((sum, { count }) => sum + count, 0), buckets };
}

export async function listEventTypes(unit: Unit, filters: Filters, page: PageRequest): Promise<Slice<EventTypeRow>> {
  const slice = await repository.listNames(unit.db, await scopeOf(unit, filters), 'type', page);
  return { ...slice, rows: slice.rows.map(({ name, ...row }) => ({ type: name, ...row })) };
}

export async function listEventSources(
  unit: Unit,
  filters: Filters,
  page: PageRequest,
): Promise<Slice<EventSourceRow>> {
  const slice = await repository.listNames(unit.db, await scopeOf(unit, filters), 'source', page);
  return { ...slice, rows: slice.rows.map(({ name, ...row }) => ({ source: name, ...row })) };
}

async function scopeOf(unit: Unit, filters: Filters): Promise<FigureScope> {
  return { organization_id: unit.actor.organization_id, project_ids: await listVisibleIds(unit), filters };
}

/**
 * Rounds a range to quarters of an hour.
 * @throws AppError `range_empty` (409)
 */
function rounded({ now }: Unit, { from, to = now.toISOString() }: Range): { from: string | undefined; to: string } {
  if (from !== undefined && Date.parse(from) >= Date.parse(to)) throw problems.range_empty();
  const end = new Date(Math.ceil(Date.parse(to) / QUARTER_MS) * QUARTER_MS).toISOString();
  if (from === undefined) return { from, to: end };
  return { from: new Date(Math.floor(Date.parse(from) / QUARTER_MS) * QUARTER_MS).toISOString(), to: end };
}
