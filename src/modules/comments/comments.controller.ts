import type { CommentsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, okVersioned } from '../../contract/controller/responses.ts';
import * as comments from './comments.service.ts';

export function createCommentsController({ pager }: { readonly pager: Pager }): CommentsHandlers {
  return {
    async listComments({ path, query }, unit) {
      const list = paths.listComments(path);
      const slice = await comments.listComments(unit, path.task_id, query, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async createComment({ path, body }, unit) {
      const comment = await comments.createComment(unit, path.task_id, body);
      return created(comment, paths.getComment({ comment_id: comment.id }));
    },
    async getComment({ path }, unit) {
      return okVersioned(await comments.getComment(unit, path.comment_id));
    },
    async updateComment({ path, precondition, body }, unit) {
      return okVersioned(await comments.updateComment(unit, path.comment_id, body, precondition));
    },
    async deleteComment({ path, precondition }, unit) {
      await comments.deleteComment(unit, path.comment_id, precondition);
      return noContent();
    },
  };
}
