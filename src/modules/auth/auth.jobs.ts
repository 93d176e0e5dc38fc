import type { JobTask } from '../../jobs/job-context.ts';
import { deleteForgottenAttempts, deleteExpiredTokens } from './auth.repository.ts';

declare module '../../jobs/job-payloads.ts' {
  interface JobPayloads {
    'auth.sweep': Scheduled;
  }
}

/** Well beyond the hour after which failed log-ins and mails no longer count. */
const ATTEMPTS_KEPT_MS = 24 * 60 * 60 * 1000;

/** Removes expired tokens, and what was counted of log-ins and mails a day ago. */
export const sweepAuth: JobTask<'auth.sweep'> = async (_payload, { db, clock }) => {
  const now = clock.now();
  await deleteExpiredTokens(db, now);
  await deleteForgottenAttempts(db, new Date(now.getTime() - ATTEMPTS_KEPT_MS));
};
