import type { Subscriber } from '../../events/delivery.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import type { Actor } from '../../platform/unit.ts';

/** Whoever leaves an organization, or a private project, leaves their open tasks there to others. */
export const unassignment: Subscriber<'member.removed'> = {
  name: 'tasks.unassignment',
  events: ['member.removed'],
  async handle(unit, { user_id, data }) {
    // In the name of who ended the membership, whose right to do so was checked then.
    const actor: Actor = {
      user_id: user_id ?? data.user_id,
      organization_id: data.organization_id,
      role: 'owner',
      scopes: undefined,
      is_operator: false,
      credential_type: null,
      credential_id: null,
    };
    await enqueue(unit, 'tasks.unassign', { user_id: data.user_id, actor });
  },
};
