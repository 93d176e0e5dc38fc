import type { JobHelpers, Task, TaskList } from 'graphile-worker';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { JobInterrupted } from './job-context.ts';
import type { JobContext, JobTask, JobTasks } from './job-context.ts';

/** What jobs work with. */
export interface TaskSettings {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Our tasks as graphile-worker calls them. */
export function taskListOf(tasks: JobTasks, settings: TaskSettings): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => {
      // enqueue() has checked the payload's type; it came back from the database as unknown.
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

/** As a new job that is due at once: failing the old one would count an attempt and wait. */
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
