import type { Db, Statement } from '../../../platform/database.ts';
import { idExportedAs } from './imported-ids.policy.ts';

const findStatement: Statement = {
  name: 'tasks.find_imported',
  text: `SELECT id FROM tasks WHERE project_id = $1 AND external_id = $2
         UNION ALL
         SELECT id FROM tasks WHERE project_id = $1 AND id = $3
         LIMIT 1`,
};

// Numbers are given out from the next one on, so this is how one that is higher is kept.
const skipStatement: Statement = {
  name: 'tasks.skip_numbers',
  text: `UPDATE projects SET last_task_number = $3
          WHERE organization_id = $1 AND id = $2 AND last_task_number < $3`,
};

const memberStatement: Statement = {
  name: 'tasks.member_by_email',
  text: `SELECT u.id FROM users u JOIN organization_members m ON m.user_id = u.id
          WHERE m.organization_id = $1 AND u.email = lower($2)`,
};

const labelsStatement: Statement = {
  name: 'tasks.labels_by_name',
  text: `SELECT id FROM labels WHERE project_id = $1 AND lower(name) = ANY ($2::text[]) ORDER BY id`,
};

/** The id of the task that an earlier import brought, or from which the record was exported. */
export async function findImportedTask(db: Db, projectId: string, externalId: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(findStatement, [projectId, externalId, idExportedAs(externalId)]);
  return row?.id;
}

/** The next task of the project gets a number above `number`. */
export async function skipNumbers(db: Db, organizationId: string, projectId: string, number: number): Promise<void> {
  await db.query(skipStatement, [organizationId, projectId, number]);
}

/** The member of the organization who has the address. */
export async function findMemberByEmail(db: Db, organizationId: string, email: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(memberStatement, [organizationId, email]);
  return row?.id;
}

/** Ids of the project's labels with these names, whatever their case; names without a label are left out. */
export async function findLabelsByName(db: Db, projectId: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await db.query<{ id: string }>(labelsStatement, [projectId, names.map((name) => name.toLowerCase())]);
  return rows.map(({ id }) => id);
}
