import type { Project, Task, TaskDependency } from '../../../../generated/v2/types.ts';
import type { VersionPrecondition } from '../../../problems/precondition.ts';
import { record } from '../../../outbox/record.ts';
import type { Unit } from '../../../platform/unit.ts';
import { taskForWriting } from '../task-access.service.ts';
import { listWaiting, listWaitingElsewhere } from '../dependencies/task-dependencies.repository.ts';
import { endDependencies } from '../dependencies/task-dependencies.service.ts';
import * as repository from '../tasks.repository.ts';

/** Deletes a task. Dependencies on it end, and each dependent task records that in its history. */
export async function deleteTask(unit: Unit, taskId: string, precondition: VersionPrecondition): Promise<void> {
  const { organization_id } = unit.actor;
  const listEnding = () => listWaiting(unit.db, organization_id, [taskId]);
  // All of them at once, in the lock order of all transactions.
  const ids = [taskId, ...(await listEnding()).map(({ task_id }) => task_id)];
  const rows = await repository.lockTasks(unit.db, unit.actor, ids);
  const row = rows.find(({ id }) => id === taskId);
  const task = taskForWriting(unit, row, precondition);
  await release(unit, listEnding);
  await repository.deleteTaskRows(unit.db, organization_id, [taskId]);
  await record(unit, {
    audit: 'task.delete',
    event: 'task.deleted',
    resource: { type: 'task', id: taskId },
    project_id: task.project_id,
    before: task,
    data: task,
  });
}

/** Must be called before a project is deleted. Ends dependencies of other projects' tasks on its tasks. */
export async function releaseTasksElsewhere(unit: Unit, { organization_id, id }: Project): Promise<void> {
  await release(unit, () => listWaitingElsewhere(unit.db, organization_id, id));
}

/**
 * Locks all dependent tasks, then ends the dependencies that are found under the locks: others may have begun or ended
 * while this transaction waited.
 */
async function release(unit: Unit, list: () => Promise<TaskDependency[]>): Promise<void> {
  const waiting = new Map<string, Task>();
  let dependencies = await list();
  for (;;) {
    const others = dependencies.map(({ task_id }) => task_id).filter((id) => !waiting.has(id));
    if (others.length === 0) break;
    for (const row of await repository.lockTasks(unit.db, unit.actor, others))
      waiting.set(row.id, repository.taskOf(row));
    dependencies = await list();
  }
  await endDependencies(unit, [...waiting.values()], dependencies);
}
