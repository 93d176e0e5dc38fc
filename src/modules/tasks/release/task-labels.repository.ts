import type { Label, Task } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';

// Two statements: a single one that waits for the lock would read the task's labels as they were before the wait.
const lockStatement: Statement = {
  name: 'tasks.lock_labelled',
  text: `SELECT 1 FROM tasks
          WHERE organization_id = $1 AND id IN (SELECT task_id FROM task_labels WHERE label_id = $2)
          ORDER BY id FOR NO KEY UPDATE`,
};

const findStatement: Statement = {
  name: 'tasks.find_labelled',
  text: `SELECT t.id, t.organization_id, t.project_id, t.number, t.key, t.title, t.description, t.type, t.status,
                t.priority, t.assignee_id, t.due_on, t.milestone_id, t.created_by_id, t.completed_at, t.origin,
                t.version, t.created_at, t.updated_at,
                ARRAY (SELECT o.label_id FROM task_labels o WHERE o.task_id = t.id ORDER BY o.label_id) AS label_ids
           FROM task_labels tl
           JOIN tasks t ON t.organization_id = tl.organization_id AND t.id = tl.task_id
          WHERE tl.organization_id = $1 AND tl.label_id = $2
          ORDER BY t.id`,
};

/** Locks the tasks with the label until the end of the transaction. */
export async function lockLabelledTasks(db: Db, label: Label): Promise<Task[]> {
  const values = [label.organization_id, label.id];
  await db.query(lockStatement, values);
  return db.query<Task>(findStatement, values);
}
