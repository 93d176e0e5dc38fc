import type { Label, Task } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

// Two statements, because one that waits for a lock would read what else is in the task as it was before the wait.
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

const takeOffStatement: Statement = {
  name: 'tasks.take_label_off',
  text: `
    WITH off AS (
      DELETE FROM task_labels WHERE organization_id = $1 AND label_id = $2
    ), changed AS (
      UPDATE tasks SET version = version + 1, updated_at = $3
       WHERE organization_id = $1 AND id = ANY ($4::uuid[])
      RETURNING id, organization_id, project_id, version
    )
    INSERT INTO task_history (id, organization_id, project_id, task_id, version, action, actor_id, changes, created_at)
    SELECT note.id, changed.organization_id, changed.project_id, changed.id, changed.version, 'updated', $6, $7, $3
      FROM changed JOIN unnest($4::uuid[], $5::uuid[]) AS note (task_id, id) ON note.task_id = changed.id`,
};

/** The tasks that carry the label, held until the end of the transaction. */
export async function lockLabelledTasks(db: Db, label: Label): Promise<Task[]> {
  const values = [label.organization_id, label.id];
  await db.query(lockStatement, values);
  return db.query<Task>(findStatement, values);
}

export interface LabelRemoval {
  readonly label: Label;
  /** Task -> the id of its new history entry. */
  readonly historyIds: ReadonlyMap<string, string>;
  readonly actor_id: string;
  readonly changes: readonly object[];
  readonly now: Date;
}

/** Takes the label off all tasks at once; every one of them gets a version and an entry of its history. */
export async function takeLabelOff(db: Db, { label, historyIds, actor_id, changes, now }: LabelRemoval): Promise<void> {
  const { organization_id, id } = label;
  const notes = [[...historyIds.keys()], [...historyIds.values()]];
  await db.query(takeOffStatement, [organization_id, id, now, ...notes, actor_id, JSON.stringify(changes)]);
}
