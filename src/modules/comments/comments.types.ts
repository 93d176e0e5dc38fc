import type { Comment, CommentKind } from '../../../generated/v2/types.ts';

/** A comment with the facts of its project that the policy decides by. */
export interface CommentRow extends Comment {
  readonly project_archived_at: string | null;
  readonly project_visibility: string;
  readonly member_role: 'lead' | 'contributor' | 'viewer' | null;
}

export const commentColumns = [
  'id',
  'organization_id',
  'project_id',
  'task_id',
  'kind',
  'body',
  'author_id',
  'parent_id',
  'origin',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Comment)[];

export interface CommentFilters {
  readonly kind?: readonly CommentKind[] | undefined;
}
