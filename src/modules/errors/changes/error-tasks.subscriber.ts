import type { Subscriber } from '../../../outbox/delivery.ts';
import { takeTaskOffError } from './error-task.service.ts';

/** An error forgets its task when the task is deleted. */
export const taskRemoval: Subscriber<'task.deleted'> = {
  name: 'errors.task_removal',
  events: ['task.deleted'],
  handle: async (unit, { data }) => takeTaskOffError(unit, data),
};
