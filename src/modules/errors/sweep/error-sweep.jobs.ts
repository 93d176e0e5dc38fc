import type { JobTask } from '../../../queue/job-context.ts';
import { sweepErrors } from './error-sweep.service.ts';

declare module '../../../queue/job-payloads.ts' {
  interface JobPayloads {
    'errors.sweep': Scheduled;
  }
}

export const sweep: JobTask<'errors.sweep'> = async (_payload, { db, clock, signal }) =>
  sweepErrors(db, clock.now(), signal);
