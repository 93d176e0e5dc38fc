import type { Label } from '../../../../generated/v2/types.ts';
import { recordAll } from '../../../outbox/record-all.ts';
import type { Unit } from '../../../platform/unit.ts';
import { nextStep, recordOf, writeSteps } from '../changes/task-changes.service.ts';
import { lockLabelledTasks } from './task-labels.repository.ts';

/** Removes a label from every task that has it. Each task gets a version, a history entry and an event. */
export async function takeLabelOffTasks(unit: Unit, label: Label): Promise<void> {
  const tasks = await lockLabelledTasks(unit.db, label);
  const steps = tasks.flatMap((before) => {
    const content = { label_ids: before.label_ids.filter((id) => id !== label.id) };
    return nextStep(unit, { before, content, action: 'updated' }) ?? [];
  });
  await writeSteps(unit, steps);
  await recordAll(
    unit,
    steps.map((step) => ({ audit: 'task.update', event: 'task.updated', ...recordOf(step) })),
  );
}
