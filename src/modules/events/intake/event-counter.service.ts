import type { EventReceipt } from '../../../../generated/v2/types.ts';
import type { Metrics } from '../../../platform/metrics.ts';
import type { Unit } from '../../../platform/unit.ts';

const intakes = ['api', 'cloudevents', 'v1'] as const;

type Intake = (typeof intakes)[number];

/** Counts what became of reported events, once that is committed, and returns the receipt. */
export type CountEvents = (unit: Unit, intake: Intake, receipt: EventReceipt) => EventReceipt;

type Counts = Omit<EventReceipt, 'results'>;

export function createEventCounter({ reportedEvents }: Pick<Metrics, 'reportedEvents'>): CountEvents {
  const count = (intake: Intake, { created: stored, duplicates: repeated, refused }: Counts): void => {
    for (const [outcome, number] of Object.entries({ stored, repeated, refused }))
      reportedEvents.inc({ intake, outcome }, number);
  };
  // Counters begin at 0, because increase() does not see the first event of one that begins at 1.
  for (const intake of intakes) count(intake, { created: 0, duplicates: 0, refused: 0 });
  return (unit, intake, receipt) => {
    unit.afterCommit?.(() => count(intake, receipt));
    return receipt;
  };
}
