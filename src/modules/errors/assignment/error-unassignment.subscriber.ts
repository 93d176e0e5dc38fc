import type { RecordedEvent, Subscriber } from '../../../outbox/delivery.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import type { Db } from '../../../platform/database.ts';
import { releasingActor } from '../../tasks/index.ts';
import { findAssigneesOutside } from './error-unassignment.repository.ts';

type UnassigningEvent = 'member.removed' | 'member.updated' | 'project.updated';

/** Unassigns users from errors in projects that they can no longer see, as tasks do. */
export const unassignment: Subscriber<UnassigningEvent> = {
  name: 'errors.unassignment',
  events: ['member.removed', 'member.updated', 'project.updated'],
  async handle(unit, event) {
    const { organization_id } = event.data;
    for (const user_id of await concernedUsers(unit.db, event)) {
      // The actor is the one who made the change, whose permission was checked then.
      const actor = releasingActor(organization_id, event.user_id ?? user_id);
      await enqueue(unit, 'errors.unassign', { user_id, actor });
    }
  },
};

/** Returns the users who may have lost access to a project. The job checks what they can still see. */
async function concernedUsers(db: Db, { type, data }: RecordedEvent<UnassigningEvent>): Promise<readonly string[]> {
  if (type !== 'project.updated') return [data.user_id];
  return data.visibility === 'private' ? findAssigneesOutside(db, data.organization_id, data.id) : [];
}
