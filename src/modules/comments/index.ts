// What other modules may use of comments.
export { importComment, type CommentToImport } from './comment-import.service.ts';
export { createComment } from './comments.service.ts';
