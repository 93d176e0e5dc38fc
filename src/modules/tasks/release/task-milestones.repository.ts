import type { Milestone, Task } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';

// Two statements: a single one that waits for the lock would read the task's labels as they were before the wait.
const lockStatement: Statement = {
  name: 'tasks.lock_of_milestone',
  text: `SELECT 1 FROM tasks WHERE organization_id = $1 AND milestone_id = $2 ORDER BY id FOR NO KEY UPDATE`,
};

const findStatement: Statement = {
  name: 'tasks.find_of_milestone',
  text: `SELECT t.id, t.organization_id, t.project_id, t.number, t.key, t.title, t.description, t.type, t.status,
                t.priority, t.assignee_id, t.due_on, t.milestone_id, t.created_by_id, t.completed_at, t.origin,
                t.version, t.created_at, t.updated_at,
                ARRAY (SELECT tl.label_id FROM task_labels tl WHERE tl.task_id = t.id ORDER BY tl.label_id) AS label_ids
           FROM tasks t
          WHERE t.organization_id = $1 AND t.milestone_id = $2
          ORDER BY t.id`,
};

/** Locks the tasks of the milestone until the end of the transaction. */
export async function lockTasksOfMilestone(db: Db, { organization_id, id }: Milestone): Promise<Task[]> {
  await db.query(lockStatement, [organization_id, id]);
  return db.query<Task>(findStatement, [organization_id, id]);
}
