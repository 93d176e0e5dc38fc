import type { JobTask } from '../../../queue/job-context.ts';
import { runInSteps } from '../../../queue/resumable.ts';
import type { Actor } from '../../../platform/unit.ts';
import { releasingActor } from '../../tasks/index.ts';
import { findOrphanedAssignees } from './error-unassignment.repository.ts';
import { unassignSomeErrors } from './error-unassignment.service.ts';

declare module '../../../queue/job-payloads.ts' {
  interface JobPayloads {
    /** The actor is the one who ended the membership. */
    'errors.unassign': { readonly user_id: string; readonly actor: Actor };
    'errors.sweep_assignees': Scheduled;
  }
}

/** Unassigns a former member from errors that they cannot see, a batch per transaction. */
export const unassignFormerMember = (({ user_id, actor }, context) =>
  runInSteps<'more', Actor>(context, {
    key: `unassign errors ${actor.organization_id} ${user_id}`,
    actor,
    start: 'more',
    step: async (unit) => ((await unassignSomeErrors(unit, user_id)) ? 'more' : undefined),
  })) satisfies JobTask<'errors.unassign'>;

/**
 * Completes unassignments whose job has used up its attempts or whose event was lost. The errors themselves show who
 * must be unassigned.
 */
export const sweepAssignees = (async (_payload, context) => {
  for (const { organization_id, user_id } of await findOrphanedAssignees(context.db)) {
    await unassignFormerMember({ user_id, actor: releasingActor(organization_id, user_id) }, context);
  }
}) satisfies JobTask<'errors.sweep_assignees'>;
