import type { Comment } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

const findStatement: Statement = {
  name: 'comments.find_imported',
  text: `SELECT id FROM comments WHERE task_id = $1 AND external_id = $2
         UNION ALL
         SELECT id FROM comments WHERE task_id = $1 AND id = $3
         LIMIT 1`,
};

// Matches on the time of the comment, whatever its author and external id.
const findByMomentStatement: Statement = {
  name: 'comments.find_by_moment',
  text: `SELECT id FROM comments
          WHERE organization_id = $1 AND task_id = $2 AND created_at = $3 AND kind = $4 AND origin ->> 'source' = $5
          ORDER BY id LIMIT 1 OFFSET $6`,
};

const insertStatement: Statement = {
  name: 'comments.insert_imported',
  text: `INSERT INTO comments (id, organization_id, project_id, task_id, kind, body, parent_id, external_id, origin,
                               created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT DO NOTHING
         RETURNING id`,
};

/**
 * Returns the id of the comment that an earlier import created, or from which the record was exported.
 * @param id the id that the external id encodes, if it was exported from here
 */
export async function findImportedComment(
  db: Db,
  taskId: string,
  { externalId, id }: { readonly externalId: string; readonly id: string | null },
): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(findStatement, [taskId, externalId, id]);
  return row?.id;
}

/**
 * Returns the id of the imported comment with this kind, source and time: the n-th, counted from 1, if there are
 * several.
 */
export async function findCommentByMoment(
  db: Db,
  comment: Pick<Comment, 'organization_id' | 'task_id' | 'created_at' | 'kind' | 'origin'>,
  ordinal: number,
): Promise<string | undefined> {
  const { organization_id, task_id, created_at, kind, origin } = comment;
  const values = [organization_id, task_id, created_at, kind, origin?.source, ordinal - 1];
  const [row] = await db.query<{ id: string }>(findByMomentStatement, values);
  return row?.id;
}

/** Returns false if the task has a comment with this external id. */
export async function insertImportedComment(db: Db, comment: Comment): Promise<boolean> {
  const { id, organization_id, project_id, task_id, kind, body, parent_id, origin, created_at, updated_at } = comment;
  const written = await db.query(insertStatement, [
    ...[id, organization_id, project_id, task_id, kind, body, parent_id, origin?.external_id ?? null],
    ...[JSON.stringify(origin), created_at, updated_at],
  ]);
  return written.length === 1;
}
