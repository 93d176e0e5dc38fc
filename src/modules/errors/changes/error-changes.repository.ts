import type { ErrorGroup } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/unit.ts';
import type { ErrorRow } from '../errors.types.ts';

const lockStatement: Statement = {
  name: 'errors.lock_all',
  text: `SELECT e.id, e.organization_id, e.project_id, e.fingerprint, e.type, e.title, e.message, e.culprit, e.level,
                e.platform, e.status, e.assignee_id, e.task_id, e.first_release, e.resolved_at, e.resolved_in_release,
                e.version, e.created_at, e.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM error_groups e
           JOIN projects p ON p.organization_id = e.organization_id AND p.id = e.project_id
           LEFT JOIN project_members m ON m.project_id = e.project_id AND m.user_id = $3
          WHERE e.organization_id = $1 AND e.id = ANY ($2::uuid[])
          ORDER BY e.fingerprint, e.id
            FOR NO KEY UPDATE OF e`,
};

const replaceStatement: Statement = {
  name: 'errors.replace',
  text: `UPDATE error_groups e SET title = n.title, status = n.status, assignee_id = n.assignee_id, task_id = n.task_id,
           resolved_at = n.resolved_at, resolved_in_release = n.resolved_in_release, version = n.version,
           updated_at = n.updated_at
           FROM jsonb_to_recordset($2) AS n (id uuid, title text, status text, assignee_id uuid, task_id uuid,
             resolved_at timestamptz, resolved_in_release text, version integer, updated_at timestamptz)
          WHERE e.organization_id = $1 AND e.id = n.id`,
};

const deleteStatement: Statement = {
  name: 'errors.delete',
  text: `DELETE FROM error_groups WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
};

const uncountStatement: Statement = {
  name: 'errors.uncount',
  text: 'SELECT uncount_errors($1, $2::uuid[])',
};

const lockOfTaskStatement: Statement = {
  name: 'errors.lock_of_task',
  text: `SELECT id, organization_id, project_id, fingerprint, type, title, message, culprit, level, platform, status,
                assignee_id, task_id, first_release, resolved_at, resolved_in_release, version, created_at, updated_at
           FROM error_groups WHERE organization_id = $1 AND task_id = $2
          ORDER BY id LIMIT 1 FOR NO KEY UPDATE`,
};

/** Locks errors until the end of the transaction, in the order in which reports lock them. */
export async function lockErrors(db: Db, actor: Actor, errorIds: readonly string[]): Promise<ErrorRow[]> {
  return db.query<ErrorRow>(lockStatement, [actor.organization_id, errorIds, actor.user_id]);
}

/** Locks the error that a task was made of; undefined if there is none. */
export async function lockErrorOfTask(db: Db, organizationId: string, taskId: string): Promise<ErrorGroup | undefined> {
  const [row] = await db.query<ErrorGroup>(lockOfTaskStatement, [organizationId, taskId]);
  return row;
}

/** Writes locked errors. */
export async function replaceErrors(db: Db, organizationId: string, errors: readonly ErrorGroup[]): Promise<void> {
  if (errors.length > 0) await db.defer(replaceStatement, [organizationId, JSON.stringify(errors)]);
}

/** Deletes locked errors with their occurrences and counts. */
export async function deleteErrors(db: Db, organizationId: string, errorIds: readonly string[]): Promise<void> {
  if (errorIds.length === 0) return;
  await db.defer(uncountStatement, [organizationId, errorIds]);
  await db.defer(deleteStatement, [organizationId, errorIds]);
}
