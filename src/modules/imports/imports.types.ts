import type { Import, ImportCounts } from '../../../generated/v2/types.ts';
import type { CommentToImport } from '../comments/index.ts';
import type { LabelToImport } from '../labels/index.ts';
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

/** A record, or a part of one, that cannot be taken; `record` is its number, or a JSON pointer into an archive. */
export interface Refusal {
  readonly kind: RecordKind;
  readonly record: string;
  readonly reason: string;
}

/** A label without dates is of today. */
export type ImportedLabel = LabelToImport;

export type ImportedMilestone = MilestoneToImport;

export type ImportedComment = CommentToImport;

export interface ImportedTask extends Omit<TaskToImport, 'milestone_id' | 'assignee_id'> {
  /** Whether labels that the project lacks are made; an archive lists its own. */
  readonly isNamingNew: boolean;
  readonly milestone_name: string | null;
  /** The address of who works on it. */
  readonly assignee: string | null;
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

interface Read {
  readonly kind: RecordKind;
  readonly refusals: readonly Refusal[];
}

/** One step of an import: a label, a task with all that was said about it, a row. What is refused as a whole has neither. */
export type ImportRecord =
  | (Read & { readonly label: ImportedLabel })
  | (Read & { readonly milestone: ImportedMilestone })
  | (Read & { readonly task: ImportedTask; readonly comments: readonly ImportedComment[] })
  | (Read & { readonly said: SeparateComment })
  | (Read & { readonly dependency: ImportedDependency })
  | Read;

/** An upload, read as far as it is asked for. */
export interface Upload {
  readonly total: number;
  /** @param index below `total` */
  at(index: number): ImportRecord;
}
