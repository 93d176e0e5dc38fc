import type { Db, Statement } from '../../platform/database.ts';

const findStatement: Statement = {
  name: 'tasks.find_imported',
  text: 'SELECT id FROM tasks WHERE project_id = $1 AND external_id = $2',
};

const labelsStatement: Statement = {
  name: 'tasks.labels_by_name',
  text: `SELECT id FROM labels WHERE project_id = $1 AND lower(name) = ANY ($2::text[]) ORDER BY id`,
};

/** The id of the task that an earlier import brought. */
export async function findImportedTask(db: Db, projectId: string, externalId: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(findStatement, [projectId, externalId]);
  return row?.id;
}

/** Ids of the project's labels with these names, whatever their case; names without a label are left out. */
export async function findLabelsByName(db: Db, projectId: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await db.query<{ id: string }>(labelsStatement, [projectId, names.map((name) => name.toLowerCase())]);
  return rows.map(({ id }) => id);
}
