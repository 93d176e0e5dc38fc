import type { TaskAnalytics, TaskFiguresRow } from '../../../generated/v2/types.ts';
import type { Unit } from '../../platform/unit.ts';
import type { RangeQuery } from './analytics.types.ts';
import { readPeriod, scopeOf } from './period.service.ts';
import { figuresOf, idealOf, partsBy, taskSummariesOf } from './task-figures.policy.ts';
import { findMilestoneEnd, readTaskFlow, readTaskParts, readTaskTimes } from './task-figures.repository.ts';

interface TaskQuery extends RangeQuery {
  readonly project_id?: string | undefined;
  readonly milestone_id?: string | undefined;
}

const ASSIGNEES_MAX = 50;

export async function getTaskAnalytics(unit: Unit, query: TaskQuery): Promise<TaskAnalytics> {
  const { project_id, milestone_id } = query;
  const { db } = unit;
  const period = await readPeriod(unit, query);
  const scope = { ...(await scopeOf(unit, project_id)), milestone_id };
  const [flow, times, parts, dueAt] = await Promise.all([
    readTaskFlow(db, scope, period),
    readTaskTimes(db, scope, period),
    readTaskParts(db, scope, period),
    findMilestoneEnd(db, scope, period.shown.time_zone),
  ]);
  const summaries = taskSummariesOf({ flow, times }, period.buckets.length);
  const ideal = idealOf(summaries.openBefore, period.from, dueAt);
  const series = period.buckets.map((bucket, place) => ({
    ...bucket,
    ...summaries.in(place + 1),
    ideal_open: ideal?.(bucket.ends_at) ?? null,
  }));
  return {
    period: period.shown,
    project_id: project_id ?? null,
    milestone_id: milestone_id ?? null,
    created: series.reduce((sum, { created }) => sum + created, 0),
    ...summaries.all,
    open: series.at(-1)?.open ?? 0,
    series,
    by_type: partsBy(parts, 'type').map((row) => ({ type: row.type, figures: figuresOf(row) })),
    by_priority: partsBy(parts, 'priority').map((row) => ({ priority: row.priority, figures: figuresOf(row) })),
    by_assignee: partsBy(parts, 'assignee')
      .slice(0, ASSIGNEES_MAX)
      .map((row) => ({ assignee_id: row.assignee_id, figures: figuresOf(row) })),
  };
}

/** Converts the intervals to rows of CSV. */
export function toTaskRows({ series }: TaskAnalytics): TaskFiguresRow[] {
  return series.map(({ starts_at, ends_at, created, done, cycle_time, lead_time, by_status, open, ideal_open }) => ({
    ...{ starts_at, ends_at, created, done },
    cycle_time_count: cycle_time.count,
    cycle_time_p50_seconds: cycle_time.p50_seconds,
    cycle_time_p85_seconds: cycle_time.p85_seconds,
    cycle_time_mean_seconds: cycle_time.mean_seconds,
    lead_time_count: lead_time.count,
    lead_time_p50_seconds: lead_time.p50_seconds,
    lead_time_p85_seconds: lead_time.p85_seconds,
    lead_time_mean_seconds: lead_time.mean_seconds,
    by_status_backlog: by_status.backlog,
    by_status_todo: by_status.todo,
    by_status_in_progress: by_status.in_progress,
    by_status_in_review: by_status.in_review,
    by_status_done: by_status.done,
    by_status_cancelled: by_status.cancelled,
    open,
    ideal_open,
  }));
}
