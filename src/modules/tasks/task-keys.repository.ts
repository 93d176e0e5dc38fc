import type { Db, Statement } from '../../platform/database.ts';
import type { KeyParts } from './task-keys.policy.ts';

// Uses the indexes on projects' keys and on the numbers of their tasks.
const findStatement: Statement = {
  name: 'tasks.find_by_keys',
  text: `SELECT t.id, t.key FROM unnest($2::text[], $3::integer[]) AS named (project_key, number)
           JOIN projects p ON p.organization_id = $1 AND p.key = named.project_key
           JOIN tasks t ON t.project_id = p.id AND t.number = named.number`,
};

/** Returns the ids of tasks by key, including tasks that the caller does not see. */
export async function findTaskIds(
  db: Db,
  organizationId: string,
  keys: readonly KeyParts[],
): Promise<ReadonlyMap<string, string>> {
  const columns = [keys.map(({ project_key }) => project_key), keys.map(({ number }) => number)];
  const rows = await db.query<{ id: string; key: string }>(findStatement, [organizationId, ...columns]);
  return new Map(rows.map(({ id, key }) => [key, id]));
}
