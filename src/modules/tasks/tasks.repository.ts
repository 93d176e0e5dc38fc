import type { Db, Statement } from '../../platform/database.ts';
import type { Actor, Unit } from '../../platform/unit.ts';
import type { Task } from '../../../generated/v2/types.ts';
import type { HistoryNote, TaskRow, UnnumberedTask } from './tasks.types.ts';

// The hot path of the server: one read returns the task, its labels and what the policy needs.
const findStatement: Statement = {
  name: 'tasks.find',
  isQuick: true,
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

// NO KEY, because comments may still refer to the task meanwhile.
const lockStatement: Statement = {
  name: 'tasks.lock',
  text: 'SELECT 1 FROM tasks WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
};

// As lockStatement, for several tasks. All transactions lock tasks in the order of ids, so that they cannot deadlock.
const lockAllStatement: Statement = {
  name: 'tasks.lock_all',
  text: `SELECT id FROM tasks WHERE organization_id = $1 AND id = ANY ($2::uuid[])
          ORDER BY id FOR NO KEY UPDATE`,
};

const findAllStatement: Statement = {
  name: 'tasks.find_all',
  text: `SELECT t.id, t.organization_id, t.project_id, t.number, t.key, t.title, t.description, t.type, t.status,
                t.priority, t.assignee_id, t.due_on, t.milestone_id, t.created_by_id, t.completed_at, t.origin,
                t.version, t.created_at, t.updated_at,
                ARRAY (SELECT tl.label_id FROM task_labels tl WHERE tl.task_id = t.id ORDER BY tl.label_id) AS label_ids,
                p.archived_at AS project_archived_at, p.visibility AS project_visibility, m.role AS member_role
           FROM tasks t
           JOIN projects p ON p.organization_id = t.organization_id AND p.id = t.project_id
           LEFT JOIN project_members m ON m.project_id = t.project_id AND m.user_id = $3
          WHERE t.organization_id = $1 AND t.id = ANY ($2::uuid[])
          ORDER BY t.id`,
};

// One statement assigns numbers and uses them, so none is lost. The project's row stays locked until the commit.
const insertStatement: Statement = {
  name: 'tasks.insert',
  text: `
    WITH draft AS (
      SELECT * FROM jsonb_to_recordset($3) AS d (place integer, id uuid, title text, description text, type text,
        status text, priority text, assignee_id uuid, due_on date, created_by_id uuid, completed_at timestamptz,
        origin jsonb, label_ids uuid[], milestone_id uuid, created_at timestamptz, updated_at timestamptz, history_id uuid)
    ), numbered AS (
      UPDATE projects SET last_task_number = last_task_number + $4
       WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL
      RETURNING key, last_task_number - $4 AS given
    ), created AS (
      INSERT INTO tasks (id, organization_id, project_id, number, key, title, description, type, status, priority,
        assignee_id, due_on, milestone_id, created_by_id, completed_at, external_id, origin, created_at, updated_at)
      SELECT id, $1, $2, given + place, key || '-' || (given + place), title, description, type, status, priority,
             assignee_id, due_on, milestone_id, created_by_id, completed_at, origin ->> 'external_id', origin, created_at,
             updated_at
        FROM draft, numbered
      RETURNING id, number, key
    ), labelled AS (
      INSERT INTO task_labels (organization_id, project_id, task_id, label_id)
      SELECT $1, $2, created.id, label_id FROM created JOIN draft USING (id), unnest(draft.label_ids) AS label_id
    ), noted AS (
      INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes, created_at)
      SELECT draft.history_id, $1, $2, created.id, 1, $5, $6, '[]', $7 FROM created JOIN draft USING (id)
    )
    SELECT number, key FROM created ORDER BY number`,
};

const replaceStatement: Statement = {
  name: 'tasks.replace',
  text: `
    WITH rewrite AS (
      SELECT * FROM jsonb_to_recordset($2) AS r (id uuid, from_version integer, version integer, title text,
        description text, type text, status text, priority text, assignee_id uuid, due_on date,
        milestone_id uuid, completed_at timestamptz, updated_at timestamptz)
    ), changed AS (
      UPDATE tasks t
         SET title = r.title, description = r.description, type = r.type, status = r.status, priority = r.priority,
             assignee_id = r.assignee_id, due_on = r.due_on, milestone_id = r.milestone_id,
             completed_at = r.completed_at, version = r.version, updated_at = r.updated_at
        FROM rewrite r
       WHERE t.organization_id = $1 AND t.id = r.id AND t.version = r.from_version
      RETURNING t.id, t.project_id
    ), noted AS (
      INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes, comment,
        created_at)
      SELECT n.id, $1, changed.project_id, n.task_id, n.version, n.action, $4, n.changes, n.comment, $5
        FROM jsonb_to_recordset($3) AS n (id uuid, task_id uuid, version integer, action text, changes jsonb, comment text)
        JOIN changed ON changed.id = n.task_id
    )
    SELECT id FROM changed`,
};

const replaceLabelsStatement: Statement = {
  name: 'tasks.replace_labels',
  text: `
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset($1) AS w (id uuid, organization_id uuid, project_id uuid, label_ids uuid[])
    ), off AS (
      DELETE FROM task_labels tl USING wanted WHERE tl.task_id = wanted.id AND tl.label_id <> ALL (wanted.label_ids)
    )
    INSERT INTO task_labels (organization_id, project_id, task_id, label_id)
    SELECT organization_id, project_id, id, label_id FROM wanted, unnest(wanted.label_ids) AS label_id
    ON CONFLICT DO NOTHING`,
};

const deleteStatement: Statement = {
  name: 'tasks.delete',
  text: 'DELETE FROM tasks WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};

const assignableStatement: Statement = {
  name: 'tasks.assignable',
  text: `SELECT pair.project_id, pair.user_id
           FROM unnest($2::uuid[], $3::uuid[]) AS pair (project_id, user_id)
           JOIN organization_members o ON o.organization_id = $1 AND o.user_id = pair.user_id
           JOIN projects p ON p.organization_id = $1 AND p.id = pair.project_id
           LEFT JOIN project_members m ON m.project_id = p.id AND m.user_id = o.user_id
          WHERE p.visibility = 'organization' OR m.user_id IS NOT NULL OR o.role IN ('owner', 'admin')`,
};

export async function findTask(db: Db, actor: Actor, taskId: string): Promise<TaskRow | undefined> {
  const [row] = await db.query<TaskRow>(findStatement, [actor.organization_id, taskId, actor.user_id]);
  return row;
}

/**
 * As findTask, and locks the task until the end of the transaction. Two statements in one round trip: a single one that
 * waits for the lock would read the labels as they were before the wait.
 */
export async function lockTask(db: Db, actor: Actor, taskId: string): Promise<TaskRow | undefined> {
  const [locked, task] = await Promise.all([
    db.query(lockStatement, [actor.organization_id, taskId]),
    findTask(db, actor, taskId),
  ]);
  return locked.length === 0 ? undefined : task;
}

/** As lockTask for several tasks; absent ones are left out. */
export async function lockTasks(db: Db, actor: Actor, taskIds: readonly string[]): Promise<TaskRow[]> {
  if (taskIds.length === 0) return [];
  const [, tasks] = await Promise.all([
    db.query(lockAllStatement, [actor.organization_id, taskIds]),
    db.query<TaskRow>(findAllStatement, [actor.organization_id, taskIds, actor.user_id]),
  ]);
  return tasks;
}

/** Returns a task without the facts of its project. */
export function taskOf(row: TaskRow): Task {
  const { project_archived_at: _at, project_visibility: _visibility, member_role: _role, ...task } = row;
  return task;
}

/** Who makes the change, and when. */
type Circumstances = Pick<Unit, 'db' | 'actor' | 'now'>;

/**
 * Inserts tasks of one project, each with its first history entry. Returns the numbers and keys that the project
 * assigned, in the same order; none if it was archived or deleted meanwhile.
 */
export async function insertTasks(
  { db, actor, now }: Circumstances,
  tasks: readonly (UnnumberedTask & { readonly history_id: string })[],
  action: 'created' | 'imported',
): Promise<Pick<Task, 'number' | 'key'>[]> {
  const drafts = tasks.map((task, index) => ({ ...task, place: index + 1 }));
  const values = [JSON.stringify(drafts), drafts.length, action, actor.user_id, now];
  return db.query(insertStatement, [actor.organization_id, tasks[0]?.project_id, ...values]);
}

/** A task's new content, and the version that the row must still have. */
interface Rewrite {
  readonly from_version: number;
  readonly after: Task;
}

/** Writes tasks and their next history entries; returns false if a concurrent request changed one of them. */
export async function replaceTasks(
  { db, actor, now }: Circumstances,
  rewrites: readonly Rewrite[],
  notes: readonly HistoryNote[],
): Promise<boolean> {
  const rows = JSON.stringify(rewrites.map(({ from_version, after }) => ({ ...after, from_version })));
  const values = [actor.organization_id, rows, JSON.stringify(notes), actor.user_id, now];
  return (await db.query(replaceStatement, values)).length === rewrites.length;
}

export async function replaceTaskLabels(db: Db, after: readonly Task[]): Promise<void> {
  const wanted = after.map(({ id, organization_id, project_id, label_ids }) => ({
    ...{ id, organization_id, project_id, label_ids },
  }));
  await db.query(replaceLabelsStatement, [JSON.stringify(wanted)]);
}

/** Deletes locked tasks. */
export async function deleteTaskRows(db: Db, organizationId: string, taskIds: readonly string[]): Promise<void> {
  await db.query(deleteStatement, [organizationId, taskIds]);
}

/** A user to whom tasks of a project may be assigned. */
export interface Assignable {
  readonly project_id: string;
  readonly user_id: string;
}

/** Returns those of the pairs whose user is a member of the organization and can see the project. */
export async function findAssignable(
  db: Db,
  organizationId: string,
  pairs: readonly Assignable[],
): Promise<Assignable[]> {
  const columns = [pairs.map(({ project_id }) => project_id), pairs.map(({ user_id }) => user_id)];
  return db.query<Assignable>(assignableStatement, [organizationId, ...columns]);
}
