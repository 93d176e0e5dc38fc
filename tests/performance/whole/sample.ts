import { setTimeout as delay } from 'node:timers/promises';
import type { Load, SendLoad } from './load/load.ts';
import { processorUsOf } from './processes.ts';
import type { Subject } from './subjects/subject.ts';

/** What one subject did in some seconds of a closed loop. */
export interface Sample {
  readonly requests: number;
  readonly errors: number;
  readonly perSecond: number;
  /** Processor time per request, in microseconds. */
  readonly serverUs: number;
  readonly postgresUs: number;
}

interface SampleOptions {
  readonly subject: Subject;
  /** Process id of PostgreSQL. */
  readonly postmaster: number;
  readonly load: Load;
  readonly sendLoad: SendLoad;
}

const LOOK_MS = 250;
const SETTLE_MS_MAX = 5000;
/** Less than this in one look is what idle processes use. */
const QUIET_US = 30_000;

/**
 * Sends requests for some seconds. The processor time includes what the subject does afterwards because of them, such
 * as handing over events.
 */
export async function takeSample({ subject, postmaster, load, sendLoad }: SampleOptions): Promise<Sample> {
  const used = () => ({ server: processorUsOf(subject.pids), postgres: processorUsOf([postmaster]) });
  const before = used();
  const { requests, errors, seconds } = await sendLoad(load);
  let after = used();
  for (let waited = 0; waited < SETTLE_MS_MAX; waited += LOOK_MS) {
    await delay(LOOK_MS);
    const now = used();
    const isQuiet = now.server + now.postgres - after.server - after.postgres < QUIET_US;
    if (isQuiet) break;
    after = now;
  }
  return {
    requests,
    errors,
    perSecond: requests / seconds,
    serverUs: (after.server - before.server) / requests,
    postgresUs: (after.postgres - before.postgres) / requests,
  };
}
