import type { Origin, Task } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import { idExportedAs } from './imported-ids.policy.ts';
import type { TaskIdentity } from './task-import.types.ts';

const findStatement: Statement = {
  name: 'tasks.find_imported',
  text: `SELECT id FROM tasks WHERE project_id = $1 AND external_id = $2
         UNION ALL
         SELECT task_id FROM task_import_ids WHERE project_id = $1 AND external_id = $2
         UNION ALL
         SELECT id FROM tasks WHERE project_id = $1 AND id = $3
         LIMIT 1`,
};

// A name can come to mean another record, so a match by name does not count if the lasting ids differ.
const findNamedStatement: Statement = {
  name: 'tasks.find_imported_by_name',
  text: `SELECT t.id
           FROM unnest($2::text[]) WITH ORDINALITY AS n (external_id, place)
           JOIN LATERAL (
             SELECT id FROM tasks WHERE project_id = $1 AND external_id = n.external_id
             UNION ALL
             SELECT task_id FROM task_import_ids WHERE project_id = $1 AND external_id = n.external_id
           ) AS t ON true
          WHERE $3::text IS NULL OR NOT EXISTS (
                  SELECT FROM task_import_ids i WHERE i.task_id = t.id AND i.is_lasting AND i.external_id <> $3)
          ORDER BY n.place
          LIMIT 1`,
};

// Finds tasks that were imported before lasting ids were stored, from a repository that has been renamed since.
const findAlikeStatement: Statement = {
  name: 'tasks.find_imported_alike',
  text: `SELECT t.id FROM tasks t
          WHERE t.organization_id = $1 AND t.project_id = $2 AND t.created_at = $3
            AND t.origin ->> 'source' = $4 AND t.origin ->> 'kind' = $5
            AND right(t.external_id, length($6)) = $6
            AND (t.title = $7 OR t.description = $8)
            AND NOT EXISTS (SELECT FROM task_import_ids i WHERE i.task_id = t.id AND i.is_lasting)
          ORDER BY t.id
          LIMIT 1`,
};

const insertIdsStatement: Statement = {
  name: 'tasks.insert_import_ids',
  text: `INSERT INTO task_import_ids (organization_id, project_id, task_id, external_id, is_lasting)
         SELECT $1, $2, $3, external_id, external_id IS NOT DISTINCT FROM $5 FROM unnest($4::text[]) AS external_id
         ON CONFLICT DO NOTHING`,
};

// Raises the project's counter, so that the number of an imported task is not assigned again.
const skipStatement: Statement = {
  name: 'tasks.skip_numbers',
  text: `UPDATE projects SET last_task_number = $3
          WHERE organization_id = $1 AND id = $2 AND last_task_number < $3`,
};

const memberStatement: Statement = {
  name: 'tasks.member_by_email',
  text: `SELECT u.id FROM users u JOIN organization_members m ON m.user_id = u.id
          WHERE m.organization_id = $1 AND u.email = $2`,
};

/** Returns the id of the task that an earlier import created, or from which the record was exported. */
export async function findImportedTask(db: Db, projectId: string, externalId: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(findStatement, [projectId, externalId, idExportedAs(externalId)]);
  return row?.id;
}

/** Returns the id of the task with one of these names whose lasting id, if it has one, is this one. */
export async function findTaskByName(
  db: Db,
  projectId: string,
  { named, lasting }: Pick<TaskIdentity, 'named' | 'lasting'>,
): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(findNamedStatement, [projectId, named, lasting]);
  return row?.id;
}

/** Returns the id of the task with the same number, time and content that has no lasting id. */
export async function findTaskAlike(
  db: Db,
  scope: Pick<Task, 'organization_id' | 'project_id'>,
  record: Pick<Task, 'title' | 'description'> & {
    readonly created_at: string | null;
    readonly origin: Pick<NonNullable<Origin>, 'source' | 'kind'>;
    readonly number: number;
  },
): Promise<string | undefined> {
  const { origin, created_at, number, title, description } = record;
  const values = [scope.organization_id, scope.project_id, created_at, origin.source, origin.kind];
  const [row] = await db.query<{ id: string }>(findAlikeStatement, [...values, `#${number}`, title, description]);
  return row?.id;
}

/** Stores further ids of a record. Ids that already identify a task stay with it. */
export async function insertImportIds(
  db: Db,
  task: Pick<Task, 'organization_id' | 'project_id' | 'id'>,
  { lasting, named }: Pick<TaskIdentity, 'lasting' | 'named'>,
): Promise<void> {
  const ids = lasting === null ? named.slice(1) : [lasting, ...named];
  if (ids.length === 0) return;
  await db.query(insertIdsStatement, [task.organization_id, task.project_id, task.id, ids, lasting]);
}

/** Makes the project's next task number larger than `number`. */
export async function skipNumbers(db: Db, organizationId: string, projectId: string, number: number): Promise<void> {
  await db.query(skipStatement, [organizationId, projectId, number]);
}

/** Returns the id of the organization's member with the address. */
export async function findMemberByEmail(db: Db, organizationId: string, email: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(memberStatement, [organizationId, email]);
  return row?.id;
}
