import type { JobTask } from '../../queue/job-context.ts';
import { deleteUsageBefore } from './usage.repository.ts';
import { dayBefore } from './usage.service.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'usage.sweep': Scheduled;
  }
}

const KEPT_DAYS = 90;

/** Deletes counts that are too old to be requested. */
export const sweepUsage: JobTask<'usage.sweep'> = (_payload, { db, clock }) =>
  deleteUsageBefore(db, dayBefore(clock.now(), KEPT_DAYS));
