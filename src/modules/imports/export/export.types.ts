import type { Comment, Origin, Task, TaskRow } from '../../../../generated/v2/types.ts';

/** The columns that the export is sorted by. */
export interface Placed {
  readonly id: string;
  readonly created_at: string;
}

/** The user who wrote it; null for an imported record, and for a deleted user. */
interface Written {
  readonly origin: Origin | null;
  readonly creator: string | null;
}

export interface ExportedTask
  extends
    Placed,
    Written,
    Pick<Task, 'number' | 'title' | 'description' | 'type' | 'status' | 'priority' | 'due_on' | 'completed_at'>,
    Pick<TaskRow, 'labels' | 'milestone' | 'assignee'> {
  readonly updated_at: string;
}

export interface ExportedComment extends Placed, Written, Pick<Comment, 'kind' | 'body' | 'updated_at'> {
  readonly task_id: string;
  readonly task_external_id: string | null;
  readonly parent_id: string | null;
  readonly parent_external_id: string | null;
}

export interface ExportedDependency extends Placed {
  readonly task_id: string;
  readonly task_external_id: string | null;
  readonly blocking_task_id: string;
  readonly blocking_external_id: string | null;
}
