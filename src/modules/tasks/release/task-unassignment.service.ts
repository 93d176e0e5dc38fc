import { recordAll } from '../../../outbox/record-all.ts';
import type { Unit } from '../../../platform/unit.ts';
import { nextStep, recordOf, writeSteps, type Step } from '../changes/task-changes.service.ts';
import { findOrphanedTaskIds } from './task-unassignment.repository.ts';
import { lockTasks, taskOf } from '../tasks.repository.ts';

/** Few enough to stop soon, many enough to avoid a commit per task. */
const BATCH = 50;

/**
 * Unassigns a user from some of their open tasks in projects that they can no longer see. Finished tasks keep their
 * assignee, and archived projects are read-only.
 * @returns whether there may be more
 */
export async function unassignSome(unit: Unit, userId: string): Promise<boolean> {
  const { organization_id } = unit.actor;
  const place = { organization_id, user_id: userId, limit: BATCH };
  const ids = await findOrphanedTaskIds(unit.db, place);
  if (ids.length === 0) return false;
  const rows = await lockTasks(unit.db, unit.actor, ids);
  // Read again under the locks: a task may have been finished or reassigned meanwhile.
  const orphaned = new Set(await findOrphanedTaskIds(unit.db, { ...place, ids }));
  const steps = rows.flatMap((row): Step[] => {
    if (!orphaned.has(row.id)) return [];
    const step = nextStep(unit, { before: taskOf(row), content: { assignee_id: null }, action: 'updated' });
    return step === undefined ? [] : [step];
  });
  await writeSteps(unit, steps);
  const names = { audit: 'task.update', event: 'task.updated' } as const;
  await recordAll(
    unit,
    steps.map((step) => ({ ...names, ...recordOf(step) })),
  );
  return ids.length === BATCH;
}
