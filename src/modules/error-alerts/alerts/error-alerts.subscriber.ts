import type { Metrics } from '../../../platform/metrics.ts';
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

const kinds = ['threshold', 'new_group', 'regression'] as const;
const changes = { 'alert.fired': 'fired', 'alert.cleared': 'cleared' } as const;

/** Counts alerts once their change is committed. */
export function createAlertCounter({ errorAlerts }: Pick<Metrics, 'errorAlerts'>): Subscriber<keyof typeof changes> {
  for (const kind of kinds) for (const change of Object.values(changes)) errorAlerts.inc({ kind, change }, 0);
  return {
    name: 'error_alerts.count',
    events: ['alert.fired', 'alert.cleared'],
    handle(_unit, { type, data: { kind } }) {
      errorAlerts.inc({ kind, change: changes[type] });
      return Promise.resolve();
    },
  };
}
