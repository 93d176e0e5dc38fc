import type { Milestone } from '../../../../generated/v2/types.ts';
import { recordAll } from '../../../outbox/record-all.ts';
import type { Unit } from '../../../platform/unit.ts';
import { nextStep, recordOf, writeSteps } from '../changes/task-changes.service.ts';
import { lockTasksOfMilestone } from './task-milestones.repository.ts';

/** Removes every task from a milestone. Each task gets a version, a history entry and an event. */
export async function takeTasksOffMilestone(unit: Unit, milestone: Milestone): Promise<void> {
  const tasks = await lockTasksOfMilestone(unit.db, milestone);
  const steps = tasks.flatMap(
    (before) => nextStep(unit, { before, content: { milestone_id: null }, action: 'updated' }) ?? [],
  );
  await writeSteps(unit, steps);
  await recordAll(
    unit,
    steps.map((step) => ({ audit: 'task.update', event: 'task.updated', ...recordOf(step) })),
  );
}
