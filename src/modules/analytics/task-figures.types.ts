import type { TaskPriority, TaskStatus, TaskType } from '../../../generated/v2/types.ts';
import type { FigureScope } from './analytics.types.ts';

/** How many more tasks are in a status at the end of a bucket than at its beginning; bucket 0 is before the range. */
export interface FlowRow {
  readonly bucket: number;
  readonly status: TaskStatus;
  readonly tasks: number;
}

/** What was done in a bucket, or in the whole range if it is null. */
export interface TimesRow {
  readonly bucket: number | null;
  readonly lead_count: number;
  readonly lead_mean: number | null;
  readonly lead_percentiles: readonly number[] | null;
  readonly cycle_count: number;
  readonly cycle_mean: number | null;
  readonly cycle_percentiles: readonly number[] | null;
}

/** The figures of one part: `part` names the column that has its value. */
export interface PartRow {
  readonly part: 'type' | 'priority' | 'assignee';
  readonly type: TaskType;
  readonly priority: TaskPriority;
  readonly assignee_id: string | null;
  readonly created: number;
  readonly done: number;
  readonly open: number;
}

export interface TaskScope extends FigureScope {
  readonly milestone_id: string | undefined;
}
