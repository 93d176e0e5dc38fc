import type { Import, ImportCounts } from '../../../generated/v2/types.ts';
import type { CommentToImport } from '../comments/index.ts';
import type { LabelToImport, WantedLabel } from '../labels/index.ts';
import type { MilestoneToImport } from '../milestones/index.ts';
import type { TaskToImport } from '../tasks/index.ts';

export const importColumns = [
  'id',
  'organization_id',
  'project_id',
  'source',
  'status',
  'records_done',
  'records_total',
  'counts',
  'refused',
  'failure',
  'created_by_id',
  'started_at',
  'finished_at',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Import)[];

/** The kinds of records, as they are counted. */
export type RecordKind = keyof ImportCounts;

/** Where a record stands in its upload: its number and line, or a JSON pointer into an archive, which has no lines. */
export interface RecordPlace {
  readonly record: string;
  readonly line: number | null;
}

/** A record, or a part of one, that cannot be taken. The kind counts it; null where the record is counted already. */
export interface Refusal extends RecordPlace {
  readonly kind: RecordKind | null;
  readonly reason: string;
}

/** A label without dates is of today. */
export type ImportedLabel = LabelToImport;

export type ImportedMilestone = MilestoneToImport;

export type ImportedComment = CommentToImport;

/** Who works on a task there. */
export interface WantedAssignee {
  /** The name that they have there; null where only the address is told. */
  readonly login: string | null;
  readonly email: string | null;
}

export interface ImportedTask extends Omit<TaskToImport, 'milestone_id' | 'assignee_id' | 'label_ids'> {
  readonly milestone_name: string | null;
  readonly assignees: readonly WantedAssignee[];
}

/** What was said about a task that is a record of its own. */
export interface SeparateComment {
  /** The external id of the task. */
  readonly task: string;
  readonly comment: ImportedComment;
}

export interface ImportedDependency {
  readonly task: string;
  readonly blocking_task: string;
  readonly created_at: string | null;
}

/** A task with its labels and all that was said about it. */
export interface TaskEntry {
  readonly task: ImportedTask;
  readonly labels: readonly WantedLabel[];
  readonly comments: readonly ImportedComment[];
}

interface Counted {
  /** What it is counted as. */
  readonly kind: RecordKind;
}

/** What a record brings. */
export type RecordContent =
  | (Counted & { readonly label: ImportedLabel })
  | (Counted & { readonly milestone: ImportedMilestone })
  | (Counted & TaskEntry)
  | (Counted & { readonly said: SeparateComment })
  | (Counted & { readonly dependency: ImportedDependency });

/** One step of an import. What is refused as a whole brings nothing. */
export type ImportRecord = (RecordContent | Counted) & {
  readonly place: RecordPlace;
  readonly refusals: readonly Refusal[];
};

/** An upload, read as far as it is asked for. */
export interface Upload {
  readonly total: number;
  /** What is to be told of the upload as a whole, once. */
  readonly notes: readonly Refusal[];
  /** @param index below `total` */
  at(index: number): ImportRecord;
}
