import type { JobHelpers, Task, TaskList } from 'graphile-worker';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { causesOf, withoutTrace } from '../platform/tracing/trace-link.ts';
import type { TraceContext, Tracer } from '../platform/tracing/tracer.ts';
import { JobInterrupted } from './job-context.ts';
import type { JobContext, JobTask, JobTasks } from './job-context.ts';

/** The parts of JobContext that are the same for all jobs. */
export interface TaskSettings {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Undefined if tracing is off. */
  readonly tracer?: Tracer | undefined;
}

/** Converts tasks to functions with graphile-worker's signature. */
export function taskListOf(tasks: JobTasks, settings: TaskSettings): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => {
      // enqueue() has checked the payload's type; the database returns it as unknown.
      const runTask = task as JobTask<never>;
      const queued: Task = async (payload, helpers) => {
        try {
          const results = await inSpan(settings, { payload, helpers }, async (trace) =>
            runTask(withoutTrace(payload) as never, contextOf(settings, helpers, trace)),
          );
          return results === undefined ? undefined : [...results];
        } catch (error) {
          if (!(error instanceof JobInterrupted)) throw error;
          await putBack(payload, helpers);
          return undefined;
        }
      };
      return [name, queued];
    }),
  );
}

interface QueuedRun {
  readonly payload: unknown;
  readonly helpers: JobHelpers;
}

/** Runs a job in a span that is linked to the requests that caused the job. Their own traces have ended. */
function inSpan<Result>(
  { tracer }: TaskSettings,
  { payload, helpers: { job } }: QueuedRun,
  work: (trace: TraceContext | undefined) => Promise<Result>,
): Promise<Result> {
  if (tracer === undefined) return work(undefined);
  const attributes = {
    'messaging.system': 'graphile_worker',
    'messaging.operation.type': 'process',
    'messaging.operation.name': 'process',
    'messaging.destination.name': job.task_identifier,
    'messaging.message.id': job.id,
    'messaging.batch.message_count': Array.isArray(payload) ? payload.length : undefined,
    'architect.job.attempt': job.attempts,
  };
  const name = `process ${job.task_identifier}`;
  return tracer.inSpan({ name, kind: 'consumer', attributes, links: causesOf(payload) }, work);
}

/** Adds the job again, due immediately. Failing it would count an attempt and delay the next one. */
async function putBack(payload: unknown, { job, addJob }: JobHelpers): Promise<void> {
  await addJob(job.task_identifier, payload, {
    maxAttempts: job.max_attempts,
    priority: job.priority,
    ...(job.key === null ? {} : { jobKey: job.key }),
  });
}

function contextOf(
  { db, clock, logger }: TaskSettings,
  helpers: JobHelpers,
  trace: TraceContext | undefined,
): JobContext {
  const { job, abortSignal } = helpers;
  return {
    job: { id: job.id, name: job.task_identifier, attempt: job.attempts, attempts_max: job.max_attempts },
    db,
    clock,
    logger: logger.child({ job: job.task_identifier, job_id: job.id }),
    trace,
    signal: abortSignal,
    inUnit: async (actor, work) => {
      const unit = { actor, request_id: `job-${job.id}`, trace, now: clock.now() };
      return db.transaction((tx) => work({ db: tx, ...unit }));
    },
  };
}
