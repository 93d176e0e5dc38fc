import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { TraceContext } from '../platform/tracing/tracer.ts';
import type { Actor, Unit } from '../platform/unit.ts';
import type { JobName, JobPayloads } from './job-payloads.ts';

/** One run of a job. */
export interface JobRun {
  readonly id: string;
  readonly name: string;
  /** Counted from 1. */
  readonly attempt: number;
  /** After this attempt the job is dead. */
  readonly attempts_max: number;
}

/** What the queue passes to a job. */
export interface JobContext {
  readonly job: JobRun;
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The span of the run; undefined if tracing is off. */
  readonly trace?: TraceContext | undefined;
  /** Aborted when the process is about to stop. */
  readonly signal: AbortSignal;
  /**
   * Runs `work` with a unit in its own transaction. The actor is the user who caused the job; undefined for the system.
   */
  inUnit<A extends Actor | undefined, Result>(
    actor: A,
    work: (unit: Omit<Unit, 'actor'> & { readonly actor: A }) => Promise<Result>,
  ): Promise<Result>;
}

/**
 * The code of a job. It must be idempotent, because it can run more than once. When it throws, the queue retries it
 * after 3 s, 7 s, 20 s … 6 h. If the payload is a list, it can return one promise for each element; then the queue
 * retries only the elements whose promise was rejected.
 */
export type JobTask<Name extends JobName> = (
  payload: JobPayloads[Name],
  context: JobContext,
) => Promise<void> | Promise<readonly Promise<void>[]>;

/** Name -> code of the jobs that a worker runs. Other jobs stay in the queue. */
export type JobTasks = { readonly [Name in JobName]?: JobTask<Name> };

/**
 * Thrown by a resumable job when `signal` is aborted: the job returns to the queue immediately without counting an
 * attempt.
 */
export class JobInterrupted extends Error {
  override readonly name = 'JobInterrupted';
}
