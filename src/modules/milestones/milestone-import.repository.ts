import type { Milestone } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

const insertStatement: Statement = {
  name: 'milestones.insert_imported',
  text: `INSERT INTO milestones (id, organization_id, project_id, name, description, due_on, state, closed_at, created_at,
           updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT DO NOTHING
         RETURNING id`,
};

const findStatement: Statement = {
  name: 'milestones.find_by_name',
  text: 'SELECT id FROM milestones WHERE project_id = $1 AND name_key(name) = name_key($2) FOR KEY SHARE',
};

/** Returns false if the project has a milestone with this name. */
export async function insertImportedMilestone(db: Db, milestone: Milestone): Promise<boolean> {
  const { id, organization_id, project_id, name, description, due_on, state, closed_at } = milestone;
  const { created_at, updated_at } = milestone;
  const values = [id, organization_id, project_id, name, description, due_on, state, closed_at, created_at, updated_at];
  return (await db.query(insertStatement, values)).length === 1;
}

/**
 * Returns the id of the milestone with this name, whatever its case, with a share lock: it cannot be deleted before the
 * transaction ends.
 */
export async function lockMilestoneByNameForShare(
  db: Db,
  projectId: string,
  name: string,
): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(findStatement, [projectId, name]);
  return row?.id;
}
