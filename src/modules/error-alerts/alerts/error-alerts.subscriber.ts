import type { RecordedEvent, Subscriber } from '../../../outbox/delivery.ts';
import type { ErrorFacts } from '../error-alerts.types.ts';
import { fireForError } from './error-alerts.service.ts';

type ErrorEvent = 'error.created' | 'error.regressed';

/** Makes alerts fire for errors that are new or occurred again. */
export const errorWatch: Subscriber<ErrorEvent> = {
  name: 'error_alerts.watch',
  events: ['error.created', 'error.regressed'],
  async handle(unit, event) {
    const facts = factsOf(event);
    await fireForError(unit, facts, event.type === 'error.created' ? 'new_group' : 'regression');
  },
};

function factsOf({ data, timestamp }: RecordedEvent<ErrorEvent>): ErrorFacts {
  const { organization_id, project_id, id: error_id, level } = data;
  return { organization_id, project_id, error_id, level, at: timestamp };
}
