import { problems } from '../../../generated/problems.ts';
import type { Comment } from '../../../generated/v2/types.ts';
import type { Actor } from '../../platform/unit.ts';

/**
 * Only the author may proceed; an imported comment has none.
 * @throws AppError `comment_not_yours` (403)
 */
export function assertAuthor(actor: Actor, comment: Comment): void {
  if (comment.author_id !== actor.user_id) throw problems.comment_not_yours();
}

/** Returns the lowest project role that may delete the comment. */
export function roleToDelete(actor: Actor, comment: Comment): 'contributor' | 'lead' {
  return comment.author_id === actor.user_id ? 'contributor' : 'lead';
}
