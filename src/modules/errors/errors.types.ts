import type {
  ErrorGroup,
  ErrorGroupCounts,
  ErrorLevel,
  ErrorOccurrence,
  ErrorStatus,
} from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

/** An error with the facts of its project that the policy needs. */
export type ErrorRow = ErrorGroup & ProjectFacts;

export const errorColumns = [
  'id',
  'organization_id',
  'project_id',
  'fingerprint',
  'type',
  'title',
  'message',
  'culprit',
  'level',
  'platform',
  'status',
  'assignee_id',
  'task_id',
  'first_release',
  'resolved_at',
  'resolved_in_release',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof ErrorGroup)[];

/** What each occurrence changes, without a new version. */
export const countColumns = [
  'occurrence_count',
  'user_count',
  'first_seen_at',
  'last_seen_at',
  'last_release',
] as const satisfies readonly (keyof ErrorGroupCounts)[];

export type ErrorCounts = Omit<ErrorGroupCounts, 'error_id'>;

export type CountedError = ErrorGroup & ErrorCounts;

export interface ErrorFilters {
  readonly project_id?: readonly string[] | undefined;
  readonly status?: readonly ErrorStatus[] | undefined;
  readonly level?: readonly ErrorLevel[] | undefined;
  readonly type?: string | undefined;
  readonly release?: string | undefined;
  readonly environment?: string | undefined;
  /** `none` means without assignee. */
  readonly assignee_id?: readonly string[] | undefined;
  /** `name:value`. */
  readonly tag?: readonly string[] | undefined;
  readonly first_seen_after?: string | undefined;
  readonly first_seen_before?: string | undefined;
  readonly last_seen_after?: string | undefined;
  readonly last_seen_before?: string | undefined;
  readonly q?: string | undefined;
}

export interface OccurrenceFilters {
  readonly release?: string | undefined;
  readonly environment?: string | undefined;
}

/** The columns of an occurrence; `user` is the column `person`. */
export const occurrenceColumns = [
  'id',
  'organization_id',
  'project_id',
  'error_id',
  'number',
  'occurred_at',
  'received_at',
  'level',
  'type',
  'message',
  'platform',
  'release',
  'environment',
  'server_name',
  'frames',
  'causes',
  'stack_trace',
  'tags',
  'request',
  'breadcrumbs',
  'context',
] as const satisfies readonly (keyof ErrorOccurrence)[];
