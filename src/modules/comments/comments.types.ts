import type { Comment, CommentKind } from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

/** A comment with the facts of its project that the policy needs. */
export type CommentRow = Comment & ProjectFacts;

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
