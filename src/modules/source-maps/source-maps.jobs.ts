import { DAY_MS } from '../../platform/durations.ts';
import type { JobTask } from '../../queue/job-context.ts';
import { deleteUnusedMaps } from './source-maps.repository.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'source_maps.sweep': Scheduled;
  }
}

const UNUSED_DAYS_MAX = 90;

/** Deletes the maps that no error has needed for 90 days. */
export const sweepSourceMaps: JobTask<'source_maps.sweep'> = async (_payload, { db, clock }) => {
  const before = new Date(clock.now().getTime() - UNUSED_DAYS_MAX * DAY_MS);
  while ((await deleteUnusedMaps(db, before)) > 0);
};
