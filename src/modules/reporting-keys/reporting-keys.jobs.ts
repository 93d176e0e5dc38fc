import { DAY_MS } from '../../platform/durations.ts';
import type { JobTask } from '../../queue/job-context.ts';
import { deleteBadSessions } from './sessions/sessions.repository.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'reporting_keys.sweep': Scheduled;
  }
}

/** A session that is older is over. */
const REMEMBERED_MS = 7 * DAY_MS;

/** Forgets sessions with a bad outcome, which have been counted. */
export const sweepBadSessions: JobTask<'reporting_keys.sweep'> = async (_payload, { db, clock }) => {
  await deleteBadSessions(db, new Date(clock.now().getTime() - REMEMBERED_MS));
};
