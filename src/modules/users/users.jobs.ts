import { JobInterrupted, type JobTask } from '../../queue/job-context.ts';
import { findNeverVerified } from './erasure.repository.ts';
import { eraseNeverVerified } from './erasure.service.ts';

declare module '../../queue/job-payloads.ts' {
  interface JobPayloads {
    'users.sweep': Scheduled;
  }
}

const BATCH = 100;

/**
 * Deletes accounts whose address was never verified once they are old and have no link that works or can be sent again
 * (auth.sweep deletes such links). Whoever registered them does not come back, and the address may belong to somebody
 * else.
 */
export function createUserSweep({ keptMs }: { readonly keptMs: number }): JobTask<'users.sweep'> {
  return async (_payload, context) => {
    const before = new Date(context.clock.now().getTime() - keptMs);
    for (;;) {
      const ids = await findNeverVerified(context.db, before, BATCH);
      for (const id of ids) {
        if (context.signal.aborted) throw new JobInterrupted('the account sweep continues after the restart');
        await context.inUnit(undefined, (unit) => eraseNeverVerified(unit, id, before));
      }
      if (ids.length < BATCH) return;
    }
  };
}
