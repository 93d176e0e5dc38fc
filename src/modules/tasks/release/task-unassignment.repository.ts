import type { Db, Statement } from '../../../platform/database.ts';

const findStatement: Statement = {
  name: 'tasks.find_orphaned',
  text: `SELECT t.id FROM tasks t
           JOIN projects p ON p.organization_id = t.organization_id AND p.id = t.project_id
          WHERE t.organization_id = $1 AND t.assignee_id = $2 AND t.status NOT IN ('done', 'cancelled')
            AND p.archived_at IS NULL AND ($4::uuid[] IS NULL OR t.id = ANY ($4))
            AND NOT EXISTS (SELECT FROM organization_members o
                             LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = o.user_id
                            WHERE o.organization_id = $1 AND o.user_id = $2
                              AND (p.visibility = 'organization' OR m.user_id IS NOT NULL
                                   OR o.role IN ('owner', 'admin')))
          ORDER BY t.created_at, t.id LIMIT $3`,
};

const assigneesStatement: Statement = {
  name: 'tasks.find_assignees_outside',
  text: `SELECT DISTINCT t.assignee_id FROM tasks t
           JOIN organization_members o ON o.organization_id = t.organization_id AND o.user_id = t.assignee_id
          WHERE t.organization_id = $1 AND t.project_id = $2 AND t.status NOT IN ('done', 'cancelled')
            AND o.role NOT IN ('owner', 'admin')
            AND NOT EXISTS (SELECT FROM project_members m WHERE m.project_id = $2 AND m.user_id = t.assignee_id)`,
};

// As findStatement, for all users.
const everybodyStatement: Statement = {
  name: 'tasks.find_orphaned_assignees',
  text: `SELECT DISTINCT t.organization_id, t.assignee_id AS user_id
           FROM tasks t
           JOIN projects p ON p.organization_id = t.organization_id AND p.id = t.project_id
           LEFT JOIN organization_members o ON o.organization_id = t.organization_id AND o.user_id = t.assignee_id
           LEFT JOIN project_members m ON m.project_id = t.project_id AND m.user_id = t.assignee_id
          WHERE t.assignee_id IS NOT NULL AND t.status NOT IN ('done', 'cancelled') AND p.archived_at IS NULL
            AND (o.user_id IS NULL
                 OR (p.visibility <> 'organization' AND m.user_id IS NULL AND o.role NOT IN ('owner', 'admin')))
          ORDER BY t.organization_id, t.assignee_id
          LIMIT 1000`,
};

interface Orphaned {
  readonly organization_id: string;
  readonly user_id: string;
  readonly limit: number;
  /** If given, only tasks with these ids. */
  readonly ids?: readonly string[];
}

/**
 * Finds a user's open tasks in projects that they cannot see because they left the organization or a private project.
 */
export async function findOrphanedTaskIds(
  db: Db,
  { organization_id, user_id, limit, ids }: Orphaned,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(findStatement, [organization_id, user_id, limit, ids ?? null]);
  return rows.map(({ id }) => id);
}

/** Finds the users with open tasks in projects that they cannot see, in all organizations. */
export async function findOrphanedAssignees(
  db: Db,
): Promise<{ readonly organization_id: string; readonly user_id: string }[]> {
  return db.query(everybodyStatement, []);
}

/** Finds the users with open tasks in a private project who are not its members. */
export async function findAssigneesOutside(db: Db, organizationId: string, projectId: string): Promise<string[]> {
  const rows = await db.query<{ assignee_id: string }>(assigneesStatement, [organizationId, projectId]);
  return rows.map(({ assignee_id }) => assignee_id);
}
