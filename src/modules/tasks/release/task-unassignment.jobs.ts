import type { JobTask } from '../../../queue/job-context.ts';
import { runInSteps } from '../../../queue/resumable.ts';
import type { Actor } from '../../../platform/unit.ts';
import { releasingActor } from './task-unassignment.policy.ts';
import { findOrphanedAssignees } from './task-unassignment.repository.ts';
import { unassignSome } from './task-unassignment.service.ts';

declare module '../../../queue/job-payloads.ts' {
  interface JobPayloads {
    /** The actor is the one who ended the membership. */
    'tasks.unassign': { readonly user_id: string; readonly actor: Actor };
    'tasks.sweep_assignees': Scheduled;
  }
}

/** Unassigns a former member from open tasks that they cannot see, a batch per transaction. */
export const unassignFormerMember = (({ user_id, actor }, context) =>
  runInSteps<'more', Actor>(context, {
    key: `unassign ${actor.organization_id} ${user_id}`,
    actor,
    start: 'more',
    step: async (unit) => ((await unassignSome(unit, user_id)) ? 'more' : undefined),
  })) satisfies JobTask<'tasks.unassign'>;

/**
 * Completes unassignments whose job has used up its attempts or whose event was lost. The tasks themselves show who
 * must be unassigned.
 */
export const sweepAssignees = (async (_payload, context) => {
  for (const { organization_id, user_id } of await findOrphanedAssignees(context.db)) {
    await unassignFormerMember({ user_id, actor: releasingActor(organization_id, user_id) }, context);
  }
}) satisfies JobTask<'tasks.sweep_assignees'>;
