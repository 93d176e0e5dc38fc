import { EventEmitter } from 'node:events';
import { parseCronItems, run, runMigrations } from 'graphile-worker';
import type { CronItem, JobHelpers, Runner, RunnerOptions, Task, TaskList, WorkerEvents } from 'graphile-worker';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { JobInterrupted } from './job-context.ts';
import type { JobContext, JobTask, JobTasks } from './job-context.ts';
import type { JobName } from './job-payloads.ts';
import { queueLogger } from './worker-log.ts';
import { announcePresence, createAbsenceWatch } from './worker-presence.ts';

interface WorkerOptions {
  /** postgres://…; the queue keeps a small pool of its own beside `db`. */
  readonly connectionString: string;
  /** What jobs work with. */
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly tasks: JobTasks;
  readonly schedules?: readonly Schedule[];
  /** Jobs at a time. */
  readonly concurrency?: number;
  readonly onEnd?: (end: JobEnd) => void;
}

/** When a job runs by the clock: cron's five fields in UTC. One run for each time, however many workers there are. */
export interface Schedule {
  readonly job: JobName;
  readonly cron: string;
  /** Makes up for times that passed while no worker ran, if they are no longer ago than this. */
  readonly catchUpMs?: number;
}

/** How a run ended, for metrics and incidents. `dead`: it failed for the last time. */
export interface JobEnd {
  readonly name: string;
  readonly id: string;
  readonly outcome: 'done' | 'failed' | 'dead';
  readonly error: Error | undefined;
}

export interface Worker {
  /** Takes no more jobs, tells the running ones to stop at the next step, waits for them, and closes its connections. */
  stop(): Promise<void>;
}

const LOOK_FOR_ABSENT_MS = 1500;
const RESTART_MS = 1000;

/** Creates or updates the queue's own tables; runs beside our migrations, before the first relay or worker. */
export async function migrateQueue(connectionString: string, logger: Logger): Promise<void> {
  await runMigrations({ connectionString, logger: queueLogger(logger) });
}

/**
 * Runs jobs until stopped. Failing ones are tried again with exponential backoff; jobs of a worker that was killed return
 * to the queue within some 3 s; a queue that stops because the database went away is started again.
 * @throws what the database says, where it cannot be reached at the start
 */
export async function createWorker(options: WorkerOptions): Promise<Worker> {
  const { logger } = options;
  let isStopping = false;
  let runner = await startRunner(options);

  async function supervise(): Promise<void> {
    for (;;) {
      const failure = await runner.promise.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (isStopping) return;
      logger.error({ err: failure }, 'the job queue ended by itself; it is started again');
      await restart();
    }
  }

  async function restart(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
      if (isStopping) return;
      try {
        runner = await startRunner(options);
        return;
      } catch (error) {
        logger.error({ err: error }, 'the job queue could not be started; it will be tried again');
      }
    }
  }

  const supervised = supervise();
  const watch = startAbsenceWatch(options);
  return {
    stop: async () => {
      isStopping = true;
      clearInterval(watch);
      await runner.stop().catch(() => undefined);
      await supervised;
    },
  };
}

function startAbsenceWatch({ db, logger }: WorkerOptions): NodeJS.Timeout {
  const look = createAbsenceWatch(db);
  return setInterval(() => {
    look().then(
      (gone) => {
        if (gone.length > 0) logger.warn({ workers: gone }, 'workers are gone; their jobs returned to the queue');
      },
      (error: unknown) => logger.warn({ err: error }, 'could not look for absent workers'),
    );
  }, LOOK_FOR_ABSENT_MS);
}

function startRunner(options: WorkerOptions): Promise<Runner> {
  const { concurrency = 4 } = options;
  const events: WorkerEvents = new EventEmitter();
  announcePresence(events);
  reportEnds(events, options);
  const runnerOptions: RunnerOptions = {
    connectionString: options.connectionString,
    // One listens, the others fetch and finish jobs; the jobs themselves work on `db`.
    maxPoolSize: 2 + Math.ceil(concurrency / 2),
    concurrency,
    events,
    logger: queueLogger(options.logger),
    taskList: taskListOf(options),
    parsedCronItems: parseCronItems((options.schedules ?? []).map(cronItemOf)),
    // main.ts handles signals, and stops the parts of the process in order.
    noHandleSignals: true,
    pollInterval: 1000,
    gracefulShutdownAbortTimeout: 0,
    // Without these the queue does not wait for the completion of a job that ends while it stops, so the job would run
    // again; and a completion that fails would be a rejection that nobody handles.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
  return run(runnerOptions);
}

function cronItemOf({ job, cron, catchUpMs = 0 }: Schedule): CronItem {
  return { task: job, match: cron, options: { maxAttempts: 3, backfillPeriod: catchUpMs } };
}

function reportEnds(events: WorkerEvents, { logger, onEnd }: WorkerOptions): void {
  events.on('job:success', ({ job }) => {
    onEnd?.({ name: job.task_identifier, id: job.id, outcome: 'done', error: undefined });
  });
  events.on('job:error', ({ job, error, batchJobErrors }) => {
    const isDead = job.attempts >= job.max_attempts;
    const context = {
      job: job.task_identifier,
      job_id: job.id,
      attempt: job.attempts,
      err: batchJobErrors?.[0] ?? error,
    };
    if (isDead) logger.error(context, 'a job is dead: its last attempt failed');
    else logger.warn(context, 'a job failed; it will be tried again');
    const cause = error instanceof Error ? error : new Error(String(error));
    onEnd?.({ name: job.task_identifier, id: job.id, outcome: isDead ? 'dead' : 'failed', error: cause });
  });
}

function taskListOf(options: WorkerOptions): TaskList {
  return Object.fromEntries(
    Object.entries(options.tasks).map(([name, task]) => {
      // enqueue() has checked the payload's type; it came back from the database as unknown.
      const runTask = task as JobTask<never>;
      const queued: Task = async (payload, helpers) => {
        try {
          const results = await runTask(payload as never, contextOf(options, helpers));
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

function contextOf({ db, clock, logger }: WorkerOptions, helpers: JobHelpers): JobContext {
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
