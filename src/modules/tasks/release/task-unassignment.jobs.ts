import type { JobTask } from '../../../queue/job-context.ts';
import { runInSteps } from '../../../queue/resumable.ts';
import type { Actor } from '../../../platform/unit.ts';
import { releasingActor } from './task-unassignment.policy.ts';
import { findOrphanedAssignees } from './task-unassignment.repository.ts';
import { unassignSome } from './task-unassignment.service.ts';

declare module '../../../queue/job-payloads.ts' {
  interface JobPayloads {
    /** The actor is who ended the membership. */
    'tasks.unassign': { readonly user_id: string; readonly actor: Actor };
    'tasks.sweep_assignees': Scheduled;
  }
}

/** Takes somebody who is no member any more off the open tasks that they cannot see, some in each transaction. */
export const unassignFormerMember = (({ user_id, actor }, context) =>
  runInSteps<'more', Actor>(context, {
    key: `unassign ${actor.organization_id} ${user_id}`,
    actor,
    start: 'more',
    step: async (unit) => ((await unassignSome(unit, user_id)) ? 'more' : undefined),
  })) satisfies JobTask<'tasks.unassign'>;

/** Does what a job has left undone whose tries are over, or whose event was lost: the tasks tell who is to be taken off. */
export const sweepAssignees = (async (_payload, context) => {
  for (const { organization_id, user_id } of await findOrphanedAssignees(context.db)) {
    await unassignFormerMember({ user_id, actor: releasingActor(organization_id, user_id) }, context);
  }
}) satisfies JobTask<'tasks.sweep_assignees'>;
