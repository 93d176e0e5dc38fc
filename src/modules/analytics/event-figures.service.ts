import type { EventAnalytics } from '../../../generated/v2/types.ts';
import { wholeDaysIn } from '../../platform/time-buckets.ts';
import type { Unit } from '../../platform/unit.ts';
import type { RangeQuery } from './analytics.types.ts';
import { readEventFigures } from './event-figures.repository.ts';
import { readPeriod, scopeOf } from './period.service.ts';

interface EventQuery extends RangeQuery {
  readonly project_id?: string | undefined;
}

const PARTS_MAX = 100;

export async function getEventAnalytics(unit: Unit, query: EventQuery): Promise<EventAnalytics> {
  const { project_id } = query;
  const period = await readPeriod(unit, query);
  const parts = await readEventFigures(unit.db, await scopeOf(unit, project_id), {
    ...period,
    days: wholeDaysIn(period),
  });
  const inBucket = new Map(parts.filter(({ part }) => part === 'bucket').map(({ bucket, events }) => [bucket, events]));
  const series = period.buckets.map((bucket, place) => ({ ...bucket, events: inBucket.get(place + 1) ?? 0 }));
  const byPart = (name: 'type' | 'source') =>
    parts.filter(({ part }) => part === name).sort((a, b) => b.events - a.events || a[name].localeCompare(b[name]));
  const [types, sources] = [byPart('type'), byPart('source')];
  return {
    period: period.shown,
    project_id: project_id ?? null,
    events: series.reduce((sum, { events }) => sum + events, 0),
    types: types.length,
    sources: sources.length,
    series,
    by_type: types.slice(0, PARTS_MAX).map(({ type, events }) => ({ type, events })),
    by_source: sources.slice(0, PARTS_MAX).map(({ source, events }) => ({ source, events })),
  };
}
