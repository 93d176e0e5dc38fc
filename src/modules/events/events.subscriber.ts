import type { Subscriber } from '../../outbox/delivery.ts';
import { enqueue } from '../../queue/enqueue.ts';

/** Deletes the events of a deleted project, which may be millions, after the project has gone. */
export const projectErasure: Subscriber<'project.deleted'> = {
  name: 'events.project_erasure',
  events: ['project.deleted'],
  async handle(unit, { data: { id, organization_id } }) {
    await enqueue(unit, 'events.erase_project', { organization_id, project_id: id });
  },
};
