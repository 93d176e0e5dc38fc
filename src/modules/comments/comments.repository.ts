import type { Comment } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { commentColumns, type CommentFilters, type CommentRow } from './comments.types.ts';

const findStatement: Statement = {
  name: 'comments.find',
  text: `SELECT c.id, c.organization_id, c.project_id, c.task_id, c.kind, c.body, c.author_id, c.parent_id, c.origin,
                c.version, c.created_at, c.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM comments c
           JOIN projects p ON p.organization_id = c.organization_id AND p.id = c.project_id
           LEFT JOIN project_members m ON m.project_id = c.project_id AND m.user_id = $3
          WHERE c.organization_id = $1 AND c.id = $2`,
};

const lockStatement: Statement = {
  name: 'comments.lock',
  text: `SELECT c.id, c.organization_id, c.project_id, c.task_id, c.kind, c.body, c.author_id, c.parent_id, c.origin,
                c.version, c.created_at, c.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM comments c
           JOIN projects p ON p.organization_id = c.organization_id AND p.id = c.project_id
           LEFT JOIN project_members m ON m.project_id = c.project_id AND m.user_id = $3
          WHERE c.organization_id = $1 AND c.id = $2
            FOR NO KEY UPDATE OF c`,
};

const insertStatement: Statement = {
  name: 'comments.insert',
  text: `INSERT INTO comments (id, organization_id, project_id, task_id, kind, body, author_id, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
};

const replaceStatement: Statement = {
  name: 'comments.replace',
  text: `UPDATE comments SET body = $4, version = version + 1, updated_at = $5
          WHERE organization_id = $1 AND id = $2 AND version = $3
         RETURNING version`,
};

export async function findComment(db: Db, actor: Actor, commentId: string): Promise<CommentRow | undefined> {
  const [row] = await db.query<CommentRow>(findStatement, [actor.organization_id, commentId, actor.user_id]);
  return row;
}

/** As findComment, and locks the row until the end of the transaction. */
export async function lockComment(db: Db, actor: Actor, commentId: string): Promise<CommentRow | undefined> {
  const [row] = await db.query<CommentRow>(lockStatement, [actor.organization_id, commentId, actor.user_id]);
  return row;
}

const byTime: SortKey<Comment> = { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at };

export async function listCommentRows(
  db: Db,
  scope: Pick<Comment, 'organization_id' | 'task_id'>,
  { kind }: CommentFilters,
  page: PageRequest,
): Promise<Slice<Comment>> {
  const query = db.knex('comments').select(commentColumns).where(scope);
  if (kind !== undefined) void query.whereIn('kind', kind);
  return fetchSlice<Comment>(query, page, byTime);
}

export async function insertComment(db: Db, comment: Comment): Promise<void> {
  const { id, organization_id, project_id, task_id, kind, body, author_id, created_at } = comment;
  const values = [id, organization_id, project_id, task_id, kind, body, author_id, created_at];
  await db.query(insertStatement, values);
}

/** Writes the comment if its version has not changed; returns false if a concurrent request changed it. */
export async function replaceComment(db: Db, after: Comment): Promise<boolean> {
  const { organization_id, id, version, body, updated_at } = after;
  return (await db.query(replaceStatement, [organization_id, id, version - 1, body, updated_at])).length === 1;
}

export async function deleteCommentRow(db: Db, comment: Comment): Promise<void> {
  await db.knex('comments').where({ organization_id: comment.organization_id, id: comment.id }).delete();
}
