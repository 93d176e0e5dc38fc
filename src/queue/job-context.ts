import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { Actor, Unit } from '../platform/unit.ts';
import type { JobName, JobPayloads } from './job-payloads.ts';

/** One run of a job. */
export interface JobRun {
  readonly id: string;
  readonly name: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** After this attempt the job is dead. */
  readonly attempts_max: number;
}

/** What a job works with. */
export interface JobContext {
  readonly job: JobRun;
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Fires when the process is about to stop. */
  readonly signal: AbortSignal;
  /** Runs `work` with a unit in a transaction of its own. The actor is whoever caused the job, undefined for the system. */
  inUnit<A extends Actor | undefined, Result>(
    actor: A,
    work: (unit: Omit<Unit, 'actor'> & { readonly actor: A }) => Promise<Result>,
  ): Promise<Result>;
}

/**
 * The code of a job. It may run more than once for one cause, so its effects must bear that. When it throws it is tried
 * again after 3 s, 7 s, 20 s … 6 h. Where the payload is a list, it may return one promise for each element; then only
 * the elements whose promise was rejected are tried again.
 */
export type JobTask<Name extends JobName> = (
  payload: JobPayloads[Name],
  context: JobContext,
) => Promise<void> | Promise<readonly Promise<void>[]>;

/** Name -> code of the jobs that a worker runs; others stay in the queue. */
export type JobTasks = { readonly [Name in JobName]?: JobTask<Name> };

/** Thrown by a job that can go on later, when `signal` has fired: it returns to the queue at once, and no attempt is counted. */
export class JobInterrupted extends Error {
  override readonly name = 'JobInterrupted';
}
