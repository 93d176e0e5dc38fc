import type { RecordedEvent, Subscriber } from '../../../outbox/delivery.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import type { Db } from '../../../platform/database.ts';
import { releasingActor } from './task-unassignment.policy.ts';
import { findAssigneesOutside } from './task-unassignment.repository.ts';

type UnassigningEvent = 'member.removed' | 'member.updated' | 'project.updated';

/**
 * Whoever ceases to see a project leaves their open tasks there to others: who leaves the organization or the project,
 * who is no admin any more, and whom a project that becomes private leaves outside.
 */
export const unassignment: Subscriber<UnassigningEvent> = {
  name: 'tasks.unassignment',
  events: ['member.removed', 'member.updated', 'project.updated'],
  async handle(unit, event) {
    const { organization_id } = event.data;
    for (const user_id of await concernedUsers(unit.db, event)) {
      // In the name of who made the change, whose right to do so was checked then.
      const actor = releasingActor(organization_id, event.user_id ?? user_id);
      await enqueue(unit, 'tasks.unassign', { user_id, actor });
    }
  },
};

/** Those who may have lost sight of a project; the job looks at what they still see. */
async function concernedUsers(db: Db, { type, data }: RecordedEvent<UnassigningEvent>): Promise<readonly string[]> {
  if (type !== 'project.updated') return [data.user_id];
  return data.visibility === 'private' ? findAssigneesOutside(db, data.organization_id, data.id) : [];
}
