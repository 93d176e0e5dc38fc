import type { Project, Task, TaskDependency } from '../../../../generated/v2/types.ts';
import type { VersionPrecondition } from '../../../problems/precondition.ts';
import { recordAll } from '../../../outbox/record-all.ts';
import type { Unit } from '../../../platform/unit.ts';
import { taskForWriting } from '../task-access.service.ts';
import { listWaiting, listWaitingElsewhere } from '../dependencies/task-dependencies.repository.ts';
import { endDependencies } from '../dependencies/task-dependencies.service.ts';
import * as repository from '../tasks.repository.ts';
import type { TaskRow } from '../tasks.types.ts';

export async function deleteTask(unit: Unit, taskId: string, precondition: VersionPrecondition): Promise<void> {
  const rows = await lockForDeletion(unit, [taskId]);
  const task = taskForWriting(unit, rows.get(taskId), precondition);
  await deleteLockedTasks(unit, [task]);
}

/** Locks the tasks and those that depend on them, in the lock order of all transactions. */
async function lockForDeletion(
  unit: Unit,
  taskIds: readonly string[],
  others: readonly string[] = [],
): Promise<Map<string, TaskRow>> {
  const waiting = await listWaiting(unit.db, unit.actor.organization_id, taskIds);
  const ids = new Set([...taskIds, ...others, ...waiting.map(({ task_id }) => task_id)]);
  const rows = await repository.lockTasks(unit.db, unit.actor, [...ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Deletes locked tasks. Dependencies on them end, and each dependent task records that in its history. */
async function deleteLockedTasks(unit: Unit, tasks: readonly Task[]): Promise<void> {
  const { organization_id } = unit.actor;
  const ids = new Set(tasks.map(({ id }) => id));
  await release(unit, async () => {
    const ended = await listWaiting(unit.db, organization_id, [...ids]);
    return ended.filter(({ task_id }) => !ids.has(task_id));
  });
  await repository.deleteTaskRows(unit.db, organization_id, [...ids]);
  await recordAll(
    unit,
    tasks.map((task) => ({
      audit: 'task.delete',
      event: 'task.deleted',
      resource: { type: 'task', id: task.id },
      project_id: task.project_id,
      before: task,
      data: task,
    })),
  );
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
