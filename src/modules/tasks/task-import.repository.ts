import type { Task } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

const findStatement: Statement = {
  name: 'tasks.find_imported',
  text: 'SELECT id FROM tasks WHERE project_id = $1 AND external_id = $2',
};

const labelsStatement: Statement = {
  name: 'tasks.labels_by_name',
  text: `SELECT id FROM labels WHERE project_id = $1 AND lower(name) = ANY ($2::text[]) ORDER BY id`,
};

// As tasks.insert, with the dates and the origin that the source knows.
const insertStatement: Statement = {
  name: 'tasks.insert_imported',
  text: `
    WITH numbered AS (
      UPDATE projects SET last_task_number = last_task_number + 1
       WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL
      RETURNING last_task_number AS number, key || '-' || last_task_number AS key
    ), created AS (
      INSERT INTO tasks (id, organization_id, project_id, number, key, title, description, type, status, priority,
        completed_at, external_id, origin, created_at, updated_at)
      SELECT $3, $1, $2, numbered.number, numbered.key, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM numbered
      RETURNING id, number, key
    ), labelled AS (
      INSERT INTO task_labels (organization_id, project_id, task_id, label_id)
      SELECT $1, $2, created.id, label_id FROM created, unnest($14::uuid[]) AS label_id
    ), noted AS (
      INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes, created_at)
      SELECT $15, $1, $2, created.id, 1, 'imported', $16, '[]', $17 FROM created
    )
    SELECT number, key FROM created`,
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

export interface ImportNote {
  readonly history_id: string;
  /** Who runs the import. */
  readonly actor_id: string;
  readonly imported_at: string;
}

/** The number and key that the project gave; undefined where the project was archived or deleted meanwhile. */
export async function insertImportedTask(
  db: Db,
  task: Omit<Task, 'number' | 'key'>,
  note: ImportNote,
): Promise<Pick<Task, 'number' | 'key'> | undefined> {
  const { organization_id, project_id, id, title, description, type, status, priority } = task;
  const { completed_at, origin, created_at, updated_at, label_ids } = task;
  const [row] = await db.query<Pick<Task, 'number' | 'key'>>(insertStatement, [
    ...[organization_id, project_id, id, title, description, type, status, priority],
    ...[completed_at, origin?.external_id ?? null, JSON.stringify(origin), created_at, updated_at, label_ids],
    ...[note.history_id, note.actor_id, note.imported_at],
  ]);
  return row;
}
