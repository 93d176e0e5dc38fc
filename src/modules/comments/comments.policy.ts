import { problems } from '../../../generated/problems.ts';
import type { Comment } from '../../../generated/v2/types.ts';
import type { Actor } from '../../platform/unit.ts';

/** @throws AppError `comment_not_yours` (403) for everybody but the author, who an imported comment does not have */
export function assertAuthor(actor: Actor, comment: Comment): void {
  if (comment.author_id !== actor.user_id) throw problems.comment_not_yours();
}

/** The least role in the project that may delete the comment. */
export function roleToDelete(actor: Actor, comment: Comment): 'contributor' | 'lead' {
  return comment.author_id === actor.user_id ? 'contributor' : 'lead';
}
