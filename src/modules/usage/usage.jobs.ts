import type { JobTask } from '../../queue/job-context.ts';
import { deleteMeasurementsBefore } from './measurements.repository.ts';
import { deleteUsageBefore } from './usage.repository.ts';
import { dayBefore } from './usage.service.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'usage.sweep': Scheduled;
  }
}

const KEPT_DAYS = 90;

/** Deletes counts and measurements that are too old to be requested. */
export const sweepUsage: JobTask<'usage.sweep'> = async (_payload, { db, clock }) => {
  const day = dayBefore(clock.now(), KEPT_DAYS);
  await deleteUsageBefore(db, day);
  await deleteMeasurementsBefore(db, day);
};
