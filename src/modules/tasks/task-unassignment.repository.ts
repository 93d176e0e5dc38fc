import type { Db, Statement } from '../../platform/database.ts';

const findStatement: Statement = {
  name: 'tasks.find_orphaned',
  text: `SELECT t.id FROM tasks t
           JOIN projects p ON p.organization_id = t.organization_id AND p.id = t.project_id
          WHERE t.organization_id = $1 AND t.assignee_id = $2 AND t.status NOT IN ('done', 'cancelled')
            AND p.archived_at IS NULL
            AND NOT EXISTS (SELECT FROM organization_members m WHERE m.organization_id = $1 AND m.user_id = $2)
          ORDER BY t.created_at, t.id LIMIT $3`,
};

export interface Orphaned {
  readonly organization_id: string;
  readonly user_id: string;
  readonly limit: number;
}

/** Open tasks of somebody who is no member of the organization. */
export async function findOrphanedTaskIds(db: Db, { organization_id, user_id, limit }: Orphaned): Promise<string[]> {
  return (await db.query<{ id: string }>(findStatement, [organization_id, user_id, limit])).map(({ id }) => id);
}
