import type { Milestone, TaskChange } from '../../../generated/v2/types.ts';
import { record } from '../../events/record.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { lockTasksOfMilestone, takeOffMilestone } from './task-milestones.repository.ts';

/** Takes every task out of a milestone: each gets a version, an entry of its history and an event. */
export async function takeTasksOffMilestone(unit: Unit, milestone: Milestone): Promise<void> {
  const tasks = await lockTasksOfMilestone(unit.db, milestone);
  if (tasks.length === 0) return;
  const { organization_id } = milestone;
  const changes: TaskChange[] = [{ field: 'milestone_id', from: milestone.id, to: null }];
  const historyIds = new Map(tasks.map(({ id }) => [id, newId()]));
  const actor_id = unit.actor.user_id;
  await takeOffMilestone(unit.db, { organization_id, historyIds, actor_id, changes, now: unit.now });
  const updated_at = unit.now.toISOString();
  for (const before of tasks) {
    const after = { ...before, milestone_id: null, version: before.version + 1, updated_at };
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
