import type { Label, TaskChange } from '../../../generated/v2/types.ts';
import { record } from '../../events/record.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { lockLabelledTasks, takeLabelOff } from './task-labels.repository.ts';

/** Takes a label off every task that carries it: each gets a version, an entry of its history and an event. */
export async function takeLabelOffTasks(unit: Unit, label: Label): Promise<void> {
  const tasks = await lockLabelledTasks(unit.db, label);
  if (tasks.length === 0) return;
  const changes: TaskChange[] = [{ field: 'label_id', from: label.id, to: null }];
  const historyIds = new Map(tasks.map(({ id }) => [id, newId()]));
  await takeLabelOff(unit.db, { label, historyIds, actor_id: unit.actor.user_id, changes, now: unit.now });
  for (const before of tasks) {
    const after = {
      ...before,
      label_ids: before.label_ids.filter((id) => id !== label.id),
      version: before.version + 1,
      updated_at: unit.now.toISOString(),
    };
    await record(unit, {
      audit: 'task.update',
      event: 'task.updated',
      resource: { type: 'task', id: after.id },
      project_id: after.project_id,
      before,
      after,
      data: { task: after, changes, comment: null },
    });
  }
}
