import type { JobTask } from '../../queue/job-context.ts';
import { deleteForgottenAddresses } from './credentials/known-addresses.repository.ts';
import { idleSince } from './sessions.policy.ts';
import { deleteEndedSessions } from './sessions.repository.ts';
import { placesForgottenBefore } from './suspicion/suspicion.policy.ts';
import { deleteForgottenPlaces } from './suspicion/suspicion.repository.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'sessions.sweep': Scheduled;
  }
}

/** Deletes sessions that have expired or were idle too long, and old records of where users logged in from. */
export const sweepSessions: JobTask<'sessions.sweep'> = async (_payload, { db, clock }) => {
  const now = clock.now();
  await deleteEndedSessions(db, { now, idleSince: idleSince(now) });
  await deleteForgottenAddresses(db, placesForgottenBefore(now));
  await deleteForgottenPlaces(db, placesForgottenBefore(now));
};
