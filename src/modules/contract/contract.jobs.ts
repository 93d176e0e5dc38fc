import type { JobTask } from '../../queue/job-context.ts';
import { violationsKeptSince } from './contract.policy.ts';
import { deleteViolationsBefore } from './contract.repository.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'contract.sweep': Scheduled;
  }
}

/** Deletes violations that have not occurred for a long time. */
export const sweepContract: JobTask<'contract.sweep'> = (_payload, { db, clock }) =>
  deleteViolationsBefore(db, violationsKeptSince(clock.now()));
