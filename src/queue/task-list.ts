import type { JobHelpers, Task, TaskList } from 'graphile-worker';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { JobInterrupted } from './job-context.ts';
import type { JobContext, JobTask, JobTasks } from './job-context.ts';

/** The parts of JobContext that are the same for all jobs. */
export interface TaskSettings {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Converts tasks to functions with graphile-worker's signature. */
export function taskListOf(tasks: JobTasks, settings: TaskSettings): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => {
      // enqueue() has checked the payload's type; the database returns it as unknown.
      const runTask = task as JobTask<never>;
      const queued: Task = async (payload, helpers) => {
        try {
          const results = await runTask(payload as never, contextOf(settings, helpers));
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

/** Adds the job again, due immediately. Failing it would count an attempt and delay the next one. */
async function putBack(payload: unknown, { job, addJob }: JobHelpers): Promise<void> {
  await addJob(job.task_identifier, payload, {
    maxAttempts: job.max_attempts,
    priority: job.priority,
    ...(job.key === null ? {} : { jobKey: job.key }),
  });
}

function contextOf({ db, clock, logger }: TaskSettings, helpers: JobHelpers): JobContext {
  const { job, abortSignal } = helpers;
  return {
    job: { id: job.id, name: job.task_identifier, attempt: job.attempts, attempts_max: job.max_attempts },
    db,
    clock,
    logger: logger.child({ job: job.task_identifier, job_id: job.id }),
    signal: abortSignal,
    inUnit: async (actor, work) => {
      const unit = { actor, request_id: `job-${job.id}`, now: clock.now() };
      return db.transaction((tx) => work({ db: tx, ...unit }));
    },
  };
}
