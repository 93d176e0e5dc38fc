import type { AnalyticsFigure, AnalyticsOverview, OverviewRow } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import { activityTypes } from '../activity/index.ts';
import type { FigureScope, RangeQuery } from './analytics.types.ts';
import { readErrorChanges, readErrorSeries } from './error-figures.repository.ts';
import { errorCountsOf } from './error-figures.service.ts';
import { readEventSeries } from './event-figures.repository.ts';
import { readPeriod, scopeOf } from './period.service.ts';
import { requestFiguresOf } from './request-durations.service.ts';
import { readRequestFigures } from './request-figures.repository.ts';
import { taskSummariesOf } from './task-figures.policy.ts';
import { readTaskFlow, readTaskTimes } from './task-figures.repository.ts';
import { readComings, readContributions } from './user-figures.repository.ts';

interface OverviewQuery extends RangeQuery {
  readonly project_id?: string | undefined;
}

export async function getAnalyticsOverview(unit: Unit, query: OverviewQuery): Promise<AnalyticsOverview> {
  const { project_id } = query;
  const { shown, from, to } = await readPeriod(unit, query);
  const previous_from = new Date(2 * Date.parse(from) - Date.parse(to)).toISOString();
  const bounds = [previous_from, from, to];
  const scope = await scopeOf(unit, project_id);
  const [tasks, events, errors, users, requests] = await Promise.all([
    taskFigures(unit, bounds, scope),
    eventFigures(unit, bounds, scope),
    errorFigures(unit, bounds, scope),
    userFigures(unit, bounds),
    requestFigures(unit, bounds),
  ]);
  return { period: shown, previous_from, project_id: project_id ?? null, tasks, events, errors, users, requests };
}

/** Converts the figures to rows of CSV. */
export function toOverviewRows({ tasks, events, errors, users, requests }: AnalyticsOverview): OverviewRow[] {
  return Object.entries({ tasks, events, errors, users, requests }).flatMap(([area, figures]) =>
    Object.entries(figures as Readonly<Record<string, AnalyticsFigure>>).map(([figure, { value, previous }]) => ({
      ...{ area, figure, value, previous },
    })),
  );
}

type Bounds = readonly string[];

/** The bounds are those of two buckets: the range before, and the range. */
function figureOf(valueIn: (bucket: number) => number | null): AnalyticsFigure {
  return { value: valueIn(2), previous: valueIn(1) };
}

async function taskFigures(unit: Unit, bounds: Bounds, visible: FigureScope): Promise<AnalyticsOverview['tasks']> {
  const scope = { ...visible, milestone_id: undefined };
  const [flow, times] = await Promise.all([
    readTaskFlow(unit.db, scope, { bounds }),
    readTaskTimes(unit.db, scope, { bounds }),
  ]);
  const summaries = taskSummariesOf({ flow, times }, 2);
  return {
    created: figureOf((bucket) => summaries.in(bucket).created),
    done: figureOf((bucket) => summaries.in(bucket).done),
    open: figureOf((bucket) => summaries.in(bucket).open),
    cycle_time_p50_seconds: figureOf((bucket) => summaries.in(bucket).cycle_time.p50_seconds),
    lead_time_p50_seconds: figureOf((bucket) => summaries.in(bucket).lead_time.p50_seconds),
  };
}

async function eventFigures({ db }: Unit, bounds: Bounds, scope: FigureScope): Promise<AnalyticsOverview['events']> {
  const series = await readEventSeries(db, scope, { bounds });
  const inBucket = (bucket: number) => series.find((row) => row.bucket === bucket);
  return { events: figureOf((bucket) => inBucket(bucket)?.events ?? 0) };
}

async function errorFigures({ db }: Unit, bounds: Bounds, scope: FigureScope): Promise<AnalyticsOverview['errors']> {
  const [series, changes] = await Promise.all([
    readErrorSeries(db, scope, { bounds }),
    readErrorChanges(db, scope, { bounds }),
  ]);
  const countsIn = errorCountsOf(series, changes);
  return {
    occurrences: figureOf((bucket) => countsIn(bucket).occurrences),
    created: figureOf((bucket) => countsIn(bucket).created),
    regressed: figureOf((bucket) => countsIn(bucket).regressed),
    resolved: figureOf((bucket) => countsIn(bucket).resolved),
  };
}

async function userFigures(unit: Unit, bounds: Bounds): Promise<AnalyticsOverview['users']> {
  const scope = await scopeOf(unit, undefined);
  const [contributions, comings] = await Promise.all([
    readContributions(unit.db, scope, { bounds }, activityTypes),
    readComings(unit.db, scope.organization_id, { bounds }),
  ]);
  const inBucket = (bucket: number) => contributions.find((row) => row.part === 'bucket' && row.bucket === bucket);
  return {
    active: figureOf((bucket) => inBucket(bucket)?.active ?? 0),
    contributions: figureOf((bucket) => inBucket(bucket)?.contributions ?? 0),
    sign_ins: figureOf((bucket) => comings.find((row) => row.bucket === bucket)?.sign_ins ?? 0),
  };
}

async function requestFigures({ db, actor }: Unit, bounds: Bounds): Promise<AnalyticsOverview['requests']> {
  const rows = await readRequestFigures(db, actor.organization_id, { bounds });
  const inBucket = (bucket: number) =>
    requestFiguresOf(rows.find((row) => row.part === 'bucket' && row.bucket === bucket));
  return {
    requests: figureOf((bucket) => inBucket(bucket).requests),
    server_errors: figureOf((bucket) => inBucket(bucket).server_errors),
    p95_ms: figureOf((bucket) => inBucket(bucket).p95_ms),
  };
}
