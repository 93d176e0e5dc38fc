import { DAY_MS } from '../../platform/durations.ts';
import type { JobTask } from '../../queue/job-context.ts';
import { runInSteps } from '../../queue/resumable.ts';
import { monthOf } from './intake/intake.policy.ts';
import * as retention from './retention/retention.repository.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'events.merge_counts': Scheduled;
    'events.sweep': Scheduled;
    'events.erase_project': { readonly organization_id: string; readonly project_id: string };
  }
}

/** Rows that one transaction deletes or merges. */
const BATCH = 5000;

/** Merges the counts that batches have added since the last run, so that there is one row for each quarter of an hour. */
export const mergeEventCounts = (async (_payload, context) => {
  while (!context.signal.aborted && (await retention.mergeCounts(context.db, BATCH)) === BATCH);
}) satisfies JobTask<'events.merge_counts'>;

/**
 * Makes the partitions of the months to come, deletes events whose time is over, and removes months that no
 * organization keeps any longer.
 * @param days for which organizations keep their events that have not said otherwise
 */
export function createEventSweep(days: number) {
  return (async (_payload, { db, clock, signal }) => {
    const now = clock.now();
    await retention.openMonths(db, monthOf(now));
    const longest = await retention.longestRetention(db, days);
    while (!signal.aborted && (await retention.expireEvents(db, { now, days, longest }, BATCH)) > 0);
    const end = new Date(now.getTime() - longest * DAY_MS).toISOString().slice(0, 10);
    for (const month of await retention.listMonthsBefore(db, end)) await retention.dropMonth(db, month);
  }) satisfies JobTask<'events.sweep'>;
}

export const eraseProjectEvents = ((payload, context) =>
  runInSteps<'more', undefined>(context, {
    key: `erase events of project ${payload.project_id}`,
    actor: undefined,
    start: 'more',
    async step({ db }) {
      return (await retention.eraseProjectEvents(db, payload, BATCH)) < BATCH ? undefined : 'more';
    },
  })) satisfies JobTask<'events.erase_project'>;
