import type { Unit } from '../../../platform/unit.ts';
import { errorAfter } from '../changes/error-changes.policy.ts';
import { lockErrors } from '../changes/error-changes.repository.ts';
import { writeSteps, type ErrorStep } from '../changes/error-changes.service.ts';
import { errorOf } from '../taking/error-reports.service.ts';
import { findOrphanedErrorIds } from './error-unassignment.repository.ts';

/** Few enough to stop soon, many enough to avoid a commit per error. */
const BATCH = 50;

/**
 * Unassigns a user from some of the errors in projects that they can no longer see. Resolved and ignored errors lose
 * their assignee, too: unlike a finished task, an error comes back by itself. Archived projects are read-only.
 * @returns whether there may be more
 */
export async function unassignSomeErrors(unit: Unit, userId: string): Promise<boolean> {
  const { organization_id } = unit.actor;
  const place = { organization_id, user_id: userId, limit: BATCH };
  const ids = await findOrphanedErrorIds(unit.db, place);
  if (ids.length === 0) return false;
  const rows = await lockErrors(unit.db, unit.actor, ids);
  // Read again under the locks: an error may have been reassigned meanwhile.
  const orphaned = new Set(await findOrphanedErrorIds(unit.db, { ...place, ids }));
  const steps = rows.flatMap((row): ErrorStep[] => {
    if (!orphaned.has(row.id)) return [];
    const before = errorOf(row);
    const after = errorAfter(before, { assignee_id: null }, unit.now.toISOString());
    return after === undefined ? [] : [{ before, after }];
  });
  await writeSteps(unit, steps);
  return ids.length === BATCH;
}
