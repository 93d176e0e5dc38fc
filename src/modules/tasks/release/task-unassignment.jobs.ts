import type { JobTask } from '../../../queue/job-context.ts';
import { runInSteps } from '../../../queue/resumable.ts';
import type { Actor } from '../../../platform/unit.ts';
import { unassignSome } from './task-unassignment.service.ts';

declare module '../../../queue/job-payloads.ts' {
  interface JobPayloads {
    /** The actor is who ended the membership. */
    'tasks.unassign': { readonly user_id: string; readonly actor: Actor };
  }
}

/** Takes somebody who is no member any more off the open tasks that they cannot see, some in each transaction. */
export const unassignFormerMember: JobTask<'tasks.unassign'> = ({ user_id, actor }, context) =>
  runInSteps<'more', Actor>(context, {
    key: `unassign ${actor.organization_id} ${user_id}`,
    actor,
    start: 'more',
    step: async (unit) => ((await unassignSome(unit, user_id)) ? 'more' : undefined),
  });
