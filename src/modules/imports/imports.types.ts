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

const nothing = { created: 0, unchanged: 0, refused: 0 };
export const noCounts: ImportCounts = {
  labels: nothing,
  milestones: nothing,
  tasks: nothing,
  issues: nothing,
  pull_requests: nothing,
  comments: nothing,
  reviews: nothing,
  review_comments: nothing,
  dependencies: nothing,
};

/** The kinds of records, as they are counted. */
export type RecordKind = keyof ImportCounts;

/** The place of a record in its upload: its number and line, or a JSON pointer into an archive. */
export interface RecordPlace {
  readonly record: string;
  readonly line: number | null;
}

/**
 * A record, or a part of one, that cannot be imported. `kind` says what it is counted as; null if the record is already
 * counted.
 */
export interface Refusal extends RecordPlace {
  readonly kind: RecordKind | null;
  readonly reason: string;
  /** Holds for many records of an upload, so it is reported for the first one only. */
  readonly isGeneral?: true;
}

/** A label without dates gets the current time. */
export type ImportedLabel = LabelToImport;

export type ImportedMilestone = MilestoneToImport;

export type ImportedComment = CommentToImport;

/** An assignee of a task in the source. */
export interface WantedAssignee {
  /** Their login in the source; null if only the address is given. */
  readonly login: string | null;
  readonly email: string | null;
}

export interface ImportedTask extends Omit<TaskToImport, 'milestone_id' | 'assignee_id' | 'label_ids'> {
  readonly milestone_name: string | null;
  readonly assignees: readonly WantedAssignee[];
}

/** A comment on a task that is a record of its own. */
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

/** A task with its labels and comments. */
export interface TaskEntry {
  readonly task: ImportedTask;
  readonly labels: readonly WantedLabel[];
  readonly comments: readonly ImportedComment[];
}

interface Counted {
  /** The kind that it is counted as. */
  readonly kind: RecordKind;
}

/** The content of a record. */
export type RecordContent =
  | (Counted & { readonly label: ImportedLabel })
  | (Counted & { readonly milestone: ImportedMilestone })
  | (Counted & TaskEntry)
  | (Counted & { readonly said: SeparateComment })
  | (Counted & { readonly dependency: ImportedDependency });

/** One record of an import. A refused record imports nothing. */
export type ImportRecord = (RecordContent | Counted) & {
  readonly place: RecordPlace;
  readonly refusals: readonly Refusal[];
};

/** An upload, whose records are read on request. */
export interface Upload {
  readonly total: number;
  /** Remarks about the upload as a whole, reported once. */
  readonly notes: readonly Refusal[];
  /** @param index below `total` */
  at(index: number): ImportRecord;
}
