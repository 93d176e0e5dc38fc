import type { Db, Statement } from '../../../platform/database.ts';

const findStatement: Statement = {
  name: 'errors.find_orphaned',
  text: `SELECT e.id FROM error_groups e
           JOIN projects p ON p.organization_id = e.organization_id AND p.id = e.project_id
          WHERE e.organization_id = $1 AND e.assignee_id = $2
            AND p.archived_at IS NULL AND ($4::uuid[] IS NULL OR e.id = ANY ($4))
            AND NOT EXISTS (SELECT FROM organization_members o
                             LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = o.user_id
                            WHERE o.organization_id = $1 AND o.user_id = $2
                              AND (p.visibility = 'organization' OR m.user_id IS NOT NULL
                                   OR o.role IN ('owner', 'admin')))
          ORDER BY e.last_seen_at, e.id LIMIT $3`,
};

const assigneesStatement: Statement = {
  name: 'errors.find_assignees_outside',
  text: `SELECT DISTINCT e.assignee_id FROM error_groups e
           JOIN organization_members o ON o.organization_id = e.organization_id AND o.user_id = e.assignee_id
          WHERE e.organization_id = $1 AND e.project_id = $2 AND o.role NOT IN ('owner', 'admin')
            AND NOT EXISTS (SELECT FROM project_members m WHERE m.project_id = $2 AND m.user_id = e.assignee_id)`,
};

// As findStatement, for all users.
const everybodyStatement: Statement = {
  name: 'errors.find_orphaned_assignees',
  text: `SELECT DISTINCT e.organization_id, e.assignee_id AS user_id
           FROM error_groups e
           JOIN projects p ON p.organization_id = e.organization_id AND p.id = e.project_id
           LEFT JOIN organization_members o ON o.organization_id = e.organization_id AND o.user_id = e.assignee_id
           LEFT JOIN project_members m ON m.project_id = e.project_id AND m.user_id = e.assignee_id
          WHERE e.assignee_id IS NOT NULL AND p.archived_at IS NULL
            AND (o.user_id IS NULL
                 OR (p.visibility <> 'organization' AND m.user_id IS NULL AND o.role NOT IN ('owner', 'admin')))
          ORDER BY e.organization_id, e.assignee_id
          LIMIT 1000`,
};

interface Orphaned {
  readonly organization_id: string;
  readonly user_id: string;
  readonly limit: number;
  /** If given, only errors with these ids. */
  readonly ids?: readonly string[];
}

/** Finds a user's errors in projects that they cannot see because they left the organization or a private project. */
export async function findOrphanedErrorIds(
  db: Db,
  { organization_id, user_id, limit, ids }: Orphaned,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(findStatement, [organization_id, user_id, limit, ids ?? null]);
  return rows.map(({ id }) => id);
}

/** Finds the users with errors in projects that they cannot see, in all organizations. */
export async function findOrphanedAssignees(
  db: Db,
): Promise<{ readonly organization_id: string; readonly user_id: string }[]> {
  return db.query(everybodyStatement, []);
}

/** Finds the users with errors in a private project who are not its members. */
export async function findAssigneesOutside(db: Db, organizationId: string, projectId: string): Promise<string[]> {
  const rows = await db.query<{ assignee_id: string }>(assigneesStatement, [organizationId, projectId]);
  return rows.map(({ assignee_id }) => assignee_id);
}
