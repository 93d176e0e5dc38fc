import type { Comment, Origin } from '../../../generated/v2/types.ts';
import { record } from '../../events/record.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { findImportedComment, insertImportedComment } from './comment-import.repository.ts';

export interface CommentToImport extends Pick<Comment, 'kind' | 'body' | 'created_at' | 'updated_at'> {
  readonly origin: NonNullable<Origin>;
  /** The external id of the review that a review comment belongs to. */
  readonly parent_external_id: string | null;
}

/**
 * Brings what was said about a task elsewhere, with its author and dates as imported facts. What an earlier import
 * brought stays as it is.
 * @returns whether it is new
 */
export async function importComment(
  unit: Unit,
  place: Pick<Comment, 'project_id' | 'task_id'>,
  input: CommentToImport,
): Promise<boolean> {
  const { parent_external_id, ...fields } = input;
  const parent =
    parent_external_id === null ? undefined : await findImportedComment(unit.db, place.task_id, parent_external_id);
  const comment: Comment = {
    ...fields,
    ...place,
    id: newId(),
    organization_id: unit.actor.organization_id,
    author_id: null,
    parent_id: parent ?? null,
    version: 1,
  };
  if (!(await insertImportedComment(unit.db, comment))) return false;
  await record(unit, {
    audit: 'comment.create',
    event: 'comment.created',
    resource: { type: 'comment', id: comment.id },
    project_id: place.project_id,
    after: comment,
    data: comment,
  });
  return true;
}
