import type { Comment, Origin } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { idExportedAs } from '../tasks/index.ts';
import { findImportedComment, findCommentByMoment, insertImportedComment } from './comment-import.repository.ts';

export interface CommentToImport extends Pick<Comment, 'kind' | 'body'> {
  /** Null means now. */
  readonly created_at: string | null;
  readonly updated_at: string | null;
  readonly origin: NonNullable<Origin>;
  /** For a record without an id: its position, from 1, among those with the same time. Null for a record with an id. */
  readonly ordinal: number | null;
  /** The external id of the review that a review comment belongs to. */
  readonly parent_external_id: string | null;
}

/**
 * Imports a comment with its author and dates as imported facts. A comment that an earlier import created is not
 * changed.
 * @returns whether the comment is new
 */
export async function importComment(
  unit: Unit,
  place: Pick<Comment, 'project_id' | 'task_id'>,
  input: CommentToImport,
): Promise<boolean> {
  const { parent_external_id, ordinal, ...fields } = input;
  const find = (externalId: string) =>
    findImportedComment(unit.db, place.task_id, { externalId, id: idExportedAs(externalId) });
  const parent = parent_external_id === null ? undefined : await find(parent_external_id);
  const isOurOwn = idExportedAs(input.origin.external_id) !== null;
  if (isOurOwn && (await find(input.origin.external_id)) !== undefined) return false;
  const now = unit.now.toISOString();
  const comment: Comment = {
    ...fields,
    ...place,
    id: newId(),
    organization_id: unit.actor.organization_id,
    author_id: null,
    parent_id: parent ?? null,
    version: 1,
    created_at: input.created_at ?? now,
    updated_at: input.updated_at ?? now,
  };
  if (ordinal !== null && (await findCommentByMoment(unit.db, comment, ordinal)) !== undefined) return false;
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
