import type { Project, Task } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

// At most ninety rows, however many tasks there are: one per combination of status, type and priority.
const countStatement: Statement = {
  name: 'projects.count_tasks',
  text: `SELECT status, type, priority, count(*)::integer AS total,
                (count(*) FILTER (WHERE assignee_id IS NULL))::integer AS unassigned,
                (count(*) FILTER (WHERE due_on < $4::date))::integer AS overdue,
                max(updated_at) AS last_activity_at
           FROM tasks
          WHERE organization_id = $1 AND project_id = $2 AND ($3::uuid IS NULL OR milestone_id = $3::uuid)
          GROUP BY status, type, priority`,
};

/**
 * A count of tasks with the same status, type and priority. `unassigned` and `overdue` include tasks that are not open.
 */
export interface TaskCount extends Pick<Task, 'status' | 'type' | 'priority'> {
  readonly total: number;
  readonly unassigned: number;
  readonly overdue: number;
  readonly last_activity_at: string;
}

interface Counting {
  readonly milestone_id: string | null;
  /** A task that is due before this day is overdue. */
  readonly today: string;
}

export async function countTasks(
  db: Db,
  { organization_id, id }: Project,
  { milestone_id, today }: Counting,
): Promise<TaskCount[]> {
  return db.query<TaskCount>(countStatement, [organization_id, id, milestone_id, today]);
}
