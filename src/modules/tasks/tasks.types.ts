import type {
  Task,
  TaskChange,
  TaskHistoryEntry,
  TaskPriority,
  TaskStatus,
  TaskType,
} from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

/** A task with the facts of its project that the policy needs. */
export type TaskRow = Task & ProjectFacts;

/** The columns of a task; `label_ids` alone comes from another table. */
export const taskColumns = [
  'id',
  'organization_id',
  'project_id',
  'number',
  'key',
  'title',
  'description',
  'type',
  'status',
  'priority',
  'assignee_id',
  'due_on',
  'milestone_id',
  'created_by_id',
  'completed_at',
  'origin',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Task)[];

/** A task before its project has assigned a number. */
export type UnnumberedTask = Omit<Task, 'number' | 'key'>;

export const historyColumns = [
  'id',
  'task_id',
  'version',
  'action',
  'actor_id',
  'changes',
  'comment',
  'created_at',
] as const satisfies readonly (keyof TaskHistoryEntry)[];

/** Why a version of a task was created. */
export interface HistoryNote {
  readonly id: string;
  readonly task_id: string;
  readonly version: number;
  readonly action: TaskHistoryEntry['action'];
  readonly changes: readonly TaskChange[];
  readonly comment: string | null;
}

export interface TaskFilters {
  readonly project_id?: readonly string[] | undefined;
  /** Keys as the caller wrote them, in upper or lower case. */
  readonly key?: readonly string[] | undefined;
  readonly status?: readonly TaskStatus[] | undefined;
  readonly type?: readonly TaskType[] | undefined;
  readonly priority?: readonly TaskPriority[] | undefined;
  /** `none` means without assignee. */
  readonly assignee_id?: readonly string[] | undefined;
  readonly created_by_id?: string | undefined;
  /** Whether it depends on an open task. */
  readonly blocked?: boolean | undefined;
  readonly assigned_to_me?: boolean | undefined;
  readonly unassigned?: boolean | undefined;
  readonly label_id?: readonly string[] | undefined;
  /** `none` means without milestone. */
  readonly milestone_id?: string | undefined;
  readonly external_kind?: readonly string[] | undefined;
  readonly created_after?: string | undefined;
  readonly created_before?: string | undefined;
  readonly updated_after?: string | undefined;
  readonly updated_before?: string | undefined;
  readonly completed_after?: string | undefined;
  readonly completed_before?: string | undefined;
  readonly due_after?: string | undefined;
  readonly due_before?: string | undefined;
  readonly q?: string | undefined;
}

/** The fields of a task that can be changed without a transition. */
export interface TaskEdit {
  readonly title?: string | undefined;
  readonly description?: string | null | undefined;
  readonly type?: TaskType | undefined;
  readonly priority?: TaskPriority | undefined;
  readonly assignee_id?: string | null | undefined;
  readonly due_on?: string | null | undefined;
  readonly milestone_id?: string | null | undefined;
  readonly label_ids?: readonly string[] | undefined;
}

export interface TaskInput extends TaskEdit {
  readonly title: string;
  readonly status?: 'backlog' | 'todo' | undefined;
}

/** The operations of the tag that have a controller of their own. */
export type DependencyOperation = 'listTaskDependencies' | 'addTaskDependency' | 'removeTaskDependency';
