import type { EventReceipt } from '../../../../generated/v2/types.ts';
import type { Metrics } from '../../../platform/metrics.ts';

const intakes = ['api', 'cloudevents', 'v1'] as const;

/** Counts what became of reported events, and returns the receipt. */
export type CountEvents = (intake: (typeof intakes)[number], receipt: EventReceipt) => EventReceipt;

export function createEventCounter({ reportedEvents }: Pick<Metrics, 'reportedEvents'>): CountEvents {
  const count: CountEvents = (intake, receipt) => {
    const { created: stored, duplicates: repeated, refused } = receipt;
    for (const [outcome, number] of Object.entries({ stored, repeated, refused }))
      reportedEvents.inc({ intake, outcome }, number);
    return receipt;
  };
  // Counters begin at 0, because increase() does not see the first event of one that begins at 1.
  for (const intake of intakes) count(intake, { created: 0, duplicates: 0, refused: 0, results: [] });
  return count;
}
