import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import type { Task } from '../../../generated/v2/types.ts';
import type { HistoryNote, TaskRow, UnnumberedTask } from './tasks.types.ts';

// The hot path of the whole server: one read gives the task, its labels and what the policy decides by.
const findStatement: Statement = {
  name: 'tasks.find',
  text: `SELECT t.id, t.organization_id, t.project_id, t.number, t.key, t.title, t.description, t.type, t.status,
                t.priority, t.assignee_id, t.due_on, t.milestone_id, t.created_by_id, t.completed_at, t.origin,
                t.version, t.created_at, t.updated_at,
                ARRAY (SELECT tl.label_id FROM task_labels tl WHERE tl.task_id = t.id ORDER BY tl.label_id) AS label_ids,
                p.archived_at AS project_archived_at, p.visibility AS project_visibility, m.role AS member_role
           FROM tasks t
           JOIN projects p ON p.organization_id = t.organization_id AND p.id = t.project_id
           LEFT JOIN project_members m ON m.project_id = t.project_id AND m.user_id = $3
          WHERE t.organization_id = $1 AND t.id = $2`,
};

// NO KEY: comments may go on referring to the task meanwhile.
const lockStatement: Statement = {
  name: 'tasks.lock',
  text: 'SELECT 1 FROM tasks WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
};

// One statement gives the number out and uses it, so none is lost. The project's row stays locked until the commit.
const insertStatement: Statement = {
  name: 'tasks.insert',
  text: `
    WITH numbered AS (
      UPDATE projects SET last_task_number = last_task_number + 1
       WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL
      RETURNING last_task_number AS number, key || '-' || last_task_number AS key
    ), created AS (
      INSERT INTO tasks (id, organization_id, project_id, number, key, title, description, type, status, priority,
        assignee_id, due_on, created_by_id, created_at, updated_at, milestone_id)
      SELECT $3, $1, $2, numbered.number, numbered.key, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $15 FROM numbered
      RETURNING id, number, key
    ), labelled AS (
      INSERT INTO task_labels (organization_id, project_id, task_id, label_id)
      SELECT $1, $2, created.id, label_id FROM created, unnest($13::uuid[]) AS label_id
    ), noted AS (
      INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes, created_at)
      SELECT $14, $1, $2, created.id, 1, 'created', $11, '[]', $12 FROM created
    )
    SELECT number, key FROM created`,
};

const replaceStatement: Statement = {
  name: 'tasks.replace',
  text: `
    WITH changed AS (
      UPDATE tasks SET title = $4, description = $5, type = $6, status = $7, priority = $8, assignee_id = $9,
        due_on = $10, completed_at = $11, milestone_id = $18, version = version + 1, updated_at = $12
       WHERE organization_id = $1 AND id = $2 AND version = $3
      RETURNING id, organization_id, project_id, version
    )
    INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes, comment,
      created_at)
    SELECT $13, organization_id, project_id, id, version, $14, $15, $16, $17, $12 FROM changed
    RETURNING version`,
};

const replaceLabelsStatement: Statement = {
  name: 'tasks.replace_labels',
  text: `
    WITH off AS (
      DELETE FROM task_labels WHERE task_id = $3 AND label_id <> ALL ($4::uuid[])
    )
    INSERT INTO task_labels (organization_id, project_id, task_id, label_id)
    SELECT $1, $2, $3, label_id FROM unnest($4::uuid[]) AS label_id
    ON CONFLICT DO NOTHING`,
};

const deleteStatement: Statement = {
  name: 'tasks.delete',
  text: 'DELETE FROM tasks WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING id',
};

const assignableStatement: Statement = {
  name: 'tasks.is_assignable',
  text: `SELECT 1
           FROM organization_members o
           JOIN projects p ON p.organization_id = o.organization_id AND p.id = $2
           LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = o.user_id
          WHERE o.organization_id = $1 AND o.user_id = $3
            AND (p.visibility = 'organization' OR m.user_id IS NOT NULL OR o.role IN ('owner', 'admin'))`,
};

export async function findTask(db: Db, actor: Actor, taskId: string): Promise<TaskRow | undefined> {
  const [row] = await db.query<TaskRow>(findStatement, [actor.organization_id, taskId, actor.user_id]);
  return row;
}

/**
 * As findTask, and holds the task until the end of the transaction. Two statements, because a single one that waits for
 * a lock would read the labels as they were before the wait.
 */
export async function lockTask(db: Db, actor: Actor, taskId: string): Promise<TaskRow | undefined> {
  const locked = await db.query(lockStatement, [actor.organization_id, taskId]);
  return locked.length === 0 ? undefined : findTask(db, actor, taskId);
}

/** The number and key that the project gave; undefined where the project was archived or deleted meanwhile. */
export async function insertTask(
  db: Db,
  task: UnnumberedTask,
  historyId: string,
): Promise<Pick<Task, 'number' | 'key'> | undefined> {
  const { organization_id, project_id, id, title, description, type, status, priority } = task;
  const { assignee_id, due_on, milestone_id, created_by_id, created_at, label_ids } = task;
  const [row] = await db.query<Pick<Task, 'number' | 'key'>>(insertStatement, [
    ...[organization_id, project_id, id, title, description, type, status, priority],
    ...[assignee_id, due_on, created_by_id, created_at, label_ids, historyId, milestone_id],
  ]);
  return row;
}

/** Writes the task and its history's next entry if it still is in the version before; false where somebody was faster. */
export async function replaceTask(db: Db, after: Task, note: HistoryNote): Promise<boolean> {
  const { organization_id, id, version, title, description, type, status, priority } = after;
  const { assignee_id, due_on, milestone_id, completed_at, updated_at } = after;
  const written = await db.query(replaceStatement, [
    ...[organization_id, id, version - 1, title, description, type, status, priority],
    ...[assignee_id, due_on, completed_at, updated_at],
    ...[note.id, note.action, note.actor_id, JSON.stringify(note.changes), note.comment],
    milestone_id,
  ]);
  return written.length === 1;
}

export async function replaceTaskLabels(db: Db, after: Task): Promise<void> {
  await db.query(replaceLabelsStatement, [after.organization_id, after.project_id, after.id, after.label_ids]);
}

/** False where somebody was faster. */
export async function deleteTaskRow(db: Db, task: Task): Promise<boolean> {
  return (await db.query(deleteStatement, [task.organization_id, task.id, task.version])).length === 1;
}

/** True where the user is a member of the organization who can see the project. */
export async function isAssignable(
  db: Db,
  project: Pick<Task, 'organization_id' | 'project_id'>,
  userId: string,
): Promise<boolean> {
  const { organization_id, project_id } = project;
  return (await db.query(assignableStatement, [organization_id, project_id, userId])).length === 1;
}
