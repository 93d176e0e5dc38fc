import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../platform/durations.ts';
import type { JobTask } from '../../queue/job-context.ts';
import { escalate, type EscalationSettings } from './escalation/escalation.service.ts';
import { deleteClosedBefore } from './incidents.repository.ts';
import { listQuiet } from './log/log.repository.ts';
import { closeRecovered } from './log/transitions.service.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'incidents.follow_up': Scheduled;
    'incidents.sweep': Scheduled;
  }
}

/** What is watched says so every half minute while it fails, so its silence means that its process has gone. */
const WATCHED_QUIET_MS = 10 * MINUTE_MS;
/** Nothing says that an operation works again: it has not failed for this long. */
const QUIET_MS = HOUR_MS;
const CLOSED_KEPT_MS = 90 * DAY_MS;

/** Closes incidents of parts that have not failed for long, and tells operators what they are to be told. */
export function createFollowUp(settings: EscalationSettings): JobTask<'incidents.follow_up'> {
  return async (_payload, context) => {
    const { db, clock } = context;
    const now = clock.now().getTime();
    const quiet = await listQuiet(db, {
      watched: new Date(now - WATCHED_QUIET_MS),
      others: new Date(now - QUIET_MS),
    });
    for (const { seen_before, ...part } of quiet)
      await context.inUnit(undefined, (unit) => closeRecovered(unit, part, seen_before));
    await context.inUnit(undefined, (unit) => escalate(unit, settings));
  };
}

/** Deletes incidents that closed long ago. */
export const sweepIncidents: JobTask<'incidents.sweep'> = (_payload, { db, clock }) =>
  deleteClosedBefore(db, new Date(clock.now().getTime() - CLOSED_KEPT_MS));
