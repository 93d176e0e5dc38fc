import { systemClock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { JobContext } from '../../src/queue/job-context.ts';
import { runInSteps } from '../../src/queue/resumable.ts';
import { silentLogger } from './silent-logger.ts';

/** Returns a context for running a job without a worker. */
export function contextOn(db: JobContext['db'], clock: JobContext['clock'] = systemClock): JobContext {
  return {
    job: { id: '1', name: 'steps', attempt: 1, attempts_max: 10 },
    db,
    clock,
    logger: silentLogger,
    signal: new AbortController().signal,
    inUnit: (actor, work) => db.transaction((tx) => work({ db: tx, actor, request_id: 'job-1', now: clock.now() })),
  };
}

// As a program: does the given number of steps, prints `ready` and hangs, so that a test can kill it there. With 0
// steps it hangs before the first one.
if (import.meta.main) {
  const [url = '', steps = '0'] = process.argv.slice(2);
  const { db } = await openDatabase({ url });
  let taken = 0;
  const hang = async (): Promise<void> => {
    console.log('ready');
    await new Promise(() => undefined);
  };
  await runInSteps<number, undefined>(contextOn(db), {
    key: 'hanging',
    actor: undefined,
    start: 0,
    deathsMax: 2,
    prepare: async () => {
      if (steps === '0') await hang();
    },
    step: async (_unit, at) => {
      if (taken++ === Number(steps)) await hang();
      return at + 1;
    },
  });
}
