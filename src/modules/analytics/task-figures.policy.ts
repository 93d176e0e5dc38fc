import type { DurationFigures, TaskCountsByStatus, TaskFigures } from '../../../generated/v2/types.ts';
import type { FlowRow, PartRow, TimesRow } from './task-figures.types.ts';

/** What was read about the tasks of a range. */
interface TaskRows {
  readonly flow: readonly FlowRow[];
  readonly times: readonly TimesRow[];
}

/** What happened to tasks in a bucket, and where they were at its end. */
interface TaskSummary {
  readonly created: number;
  readonly done: number;
  readonly cycle_time: DurationFigures;
  readonly lead_time: DurationFigures;
  readonly by_status: TaskCountsByStatus;
  readonly open: number;
}

/** Returns the summary of each bucket by its number, beginning with 1, and how many tasks were open before the first. */
export function taskSummariesOf({ flow, times }: TaskRows, bucketCount: number) {
  const states = statesOf(flow, bucketCount);
  const byBucket = new Map(times.map((row) => [row.bucket, row]));
  const createdIn = createdBy(flow);
  return {
    openBefore: openIn(states[0] ?? nothing),
    in: (bucket: number): TaskSummary => {
      const by_status = states[bucket] ?? nothing;
      const created = createdIn.get(bucket) ?? 0;
      return { created, ...durationsOf(byBucket.get(bucket)), by_status, open: openIn(by_status) };
    },
    /** What was done in the whole range. */
    all: durationsOf(byBucket.get(null)),
  };
}

const nothing: TaskCountsByStatus = { backlog: 0, todo: 0, in_progress: 0, in_review: 0, done: 0, cancelled: 0 };

/** Returns how many tasks were in each status at the beginning of the range, and at the end of each bucket. */
function statesOf(flow: readonly FlowRow[], bucketCount: number): TaskCountsByStatus[] {
  const changes = Array.from({ length: bucketCount + 1 }, () => ({ ...nothing }));
  for (const { bucket, status, tasks } of flow) {
    const change = changes[bucket];
    if (change !== undefined) change[status] += tasks;
  }
  const state = { ...nothing };
  return changes.map((change) => {
    for (const status of Object.keys(state) as (keyof TaskCountsByStatus)[]) state[status] += change[status];
    return { ...state };
  });
}

/** Returns how many tasks were created in each bucket: a move takes from one status what it adds to another. */
function createdBy(flow: readonly FlowRow[]): ReadonlyMap<number, number> {
  const created = new Map<number, number>();
  for (const { bucket, tasks } of flow) created.set(bucket, (created.get(bucket) ?? 0) + tasks);
  return created;
}

function openIn({ backlog, todo, in_progress, in_review }: TaskCountsByStatus): number {
  return backlog + todo + in_progress + in_review;
}

/** Returns the straight line from the work at the beginning to none when it is due; undefined if it is due no more. */
export function idealOf(open: number, from: string, dueAt: string | undefined): ((at: string) => number) | undefined {
  if (dueAt === undefined) return undefined;
  const start = Date.parse(from);
  const length = Date.parse(dueAt) - start;
  return (at) => (length <= 0 ? 0 : round(open * Math.min(1, Math.max(0, 1 - (Date.parse(at) - start) / length))));
}

function durationsOf(row: TimesRow | undefined): Pick<TaskSummary, 'done' | 'cycle_time' | 'lead_time'> {
  return {
    done: row?.lead_count ?? 0,
    cycle_time: durationFigures(row?.cycle_count ?? 0, row?.cycle_percentiles ?? [], row?.cycle_mean ?? null),
    lead_time: durationFigures(row?.lead_count ?? 0, row?.lead_percentiles ?? [], row?.lead_mean ?? null),
  };
}

export function durationFigures(count: number, percentiles: readonly number[], mean: number | null): DurationFigures {
  const [p50, p85] = percentiles;
  const rounded = (seconds: number | null | undefined): number | null =>
    seconds === null || seconds === undefined ? null : round(seconds);
  return { count, p50_seconds: rounded(p50), p85_seconds: rounded(p85), mean_seconds: rounded(mean) };
}

/** Times have milliseconds. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Returns the rows of one kind of part, without those that have nothing to show. */
export function partsBy(parts: readonly PartRow[], kind: PartRow['part']): PartRow[] {
  return parts
    .filter(({ part, created, done, open }) => part === kind && created + done + open > 0)
    .sort((a, b) => b.done - a.done || b.open - a.open || b.created - a.created || nameOf(a).localeCompare(nameOf(b)));
}

function nameOf({ type, priority, assignee_id }: PartRow): string {
  return [type, priority, assignee_id].join(' ');
}

export function figuresOf({ created, done, open }: PartRow): TaskFigures {
  return { created, done, open };
}
