import type { Import, ImportCounts } from '../../../generated/v2/types.ts';
import type { CommentToImport } from '../comments/index.ts';
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

/** A record, or a part of one, that cannot be taken; `record` is a JSON pointer into the upload. */
export interface Refusal {
  readonly kind: RecordKind;
  readonly record: string;
  readonly reason: string;
}

export interface ImportedLabel {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface ImportedComment extends CommentToImport {
  readonly kind: 'comment' | 'review' | 'review_comment';
}

export interface ImportedTask extends TaskToImport {
  readonly kind: 'issue' | 'pull_request';
  readonly comments: readonly ImportedComment[];
}

/** One step of an import: a label, or a task with all that was said about it. */
export type ArchiveRecord =
  | { readonly label: ImportedLabel; readonly refusals: readonly Refusal[] }
  | { readonly task: ImportedTask; readonly refusals: readonly Refusal[] }
  | { readonly refusals: readonly [Refusal] };
