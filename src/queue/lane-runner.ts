import { EventEmitter } from 'node:events';
import type { CronItem, Runner, TaskList, WorkerEvents } from 'graphile-worker';
import { endsWithin } from '../platform/bounded.ts';
import type { BoundedPool } from '../platform/bounded-pool.ts';
import type { FailureLog } from '../platform/failure-log.ts';
import type { Logger } from '../platform/logger.ts';
import type { JobName } from './job-payloads.ts';
import type { Presence } from './presence.ts';

/** The schedule of a job: cron's five fields in UTC. Each time has one run, regardless of the number of workers. */
export interface Schedule {
  readonly job: JobName;
  readonly cron: string;
  /** Runs that were missed while no worker ran are made up for if they are at most this old. */
  readonly catchUpMs?: number;
}

/** How a run can end. `dead`: it failed for the last time. */
export const jobOutcomes = ['done', 'failed', 'dead'] as const;

/** The outcome of a run, for the metrics. */
export interface JobEnd {
  readonly name: string;
  readonly id: string;
  readonly outcome: (typeof jobOutcomes)[number];
  /** Counted from 1. */
  readonly attempt: number;
  readonly error: Error | undefined;
}

interface LaneRunnerOptions {
  readonly pgPool: BoundedPool['pool'];
  readonly slots: number;
  readonly taskList: TaskList;
  readonly schedules: readonly Schedule[];
  readonly presence: Pick<Presence, 'add' | 'remove'>;
  readonly logger: Logger;
  readonly failures: FailureLog;
  readonly onEnd: ((end: JobEnd) => void) | undefined;
}

export interface LaneRunner {
  /** Fetches no more jobs and waits for the running ones. @returns whether they ended within `limitMs` */
  stop(limitMs: number): Promise<boolean>;
}

const RESTART_MS = 1000;

/** Runs the jobs of one lane until stopped. Restarts the queue if it ends because the database was lost. */
export async function startLaneRunner(options: LaneRunnerOptions): Promise<LaneRunner> {
  const { failures } = options;
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let runner = await startRunner(options);

  async function supervise(): Promise<void> {
    while (!isStopping()) {
      const failure = await runner.promise.then(
        () => new Error('the job queue ended unexpectedly'),
        (error: unknown) => error,
      );
      if (isStopping()) return;
      failures.failed(failure);
      await restart();
    }
  }

  async function restart(): Promise<void> {
    while (!isStopping()) {
      await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
      if (isStopping()) return;
      try {
        runner = await startRunner(options);
        failures.succeeded();
        return;
      } catch (error) {
        failures.failed(error);
      }
    }
  }

  const supervised = supervise();
  return {
    stop: (limitMs) => {
      stopping.abort();
      return endsWithin(
        limitMs,
        runner
          .stop()
          .catch(() => undefined)
          .then(() => supervised),
      );
    },
  };
}

async function startRunner(options: LaneRunnerOptions): Promise<Runner> {
  const { pgPool, slots, taskList, schedules, presence, logger, failures } = options;
  // Loaded here, because every server imports this file, and many run no worker.
  const [{ parseCronItems, run }, { queueLogger }] = await Promise.all([
    import('graphile-worker'),
    import('./worker-log.ts'),
  ]);
  const events: WorkerEvents = new EventEmitter();
  // A worker is present from before its first job until after its last.
  events.on('pool:create', ({ workerPool }) => presence.add(workerPool.id));
  events.on('pool:release', ({ workerPool }) => presence.remove(workerPool.id));
  events.on('pool:listen:success', failures.succeeded);
  reportEnds(events, options);
  const isStuck = watchFetches(events, pgPool);
  const runner = await run({
    pgPool,
    concurrency: slots,
    events,
    logger: queueLogger(logger, failures),
    taskList,
    parsedCronItems: parseCronItems(schedules.map(cronItemOf)),
    // run-until-signal.ts handles signals and stops the parts of the process in order.
    noHandleSignals: true,
    pollInterval: 1000,
    gracefulShutdownAbortTimeout: 0,
    // Without these settings the queue would not wait for the completion of jobs that end while it stops, so these jobs
    // would run again, and a failed completion would be an unhandled rejection.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  events.on('worker:getJob:error', () => {
    if (isStuck()) void runner.stop().catch(() => undefined);
  });
  return runner;
}

const FETCH_FAILURES_MAX = 4;

/**
 * graphile-worker 0.18 caches the result of its first lookup of task names even if the lookup failed. Then every fetch
 * fails until the runner is restarted. The sign is that fetches keep failing while the database responds.
 * @returns a function that returns whether the runner is stuck
 */
function watchFetches(events: WorkerEvents, pgPool: BoundedPool['pool']): () => boolean {
  let failures = 0;
  let isReachable = false;
  const reset = (): void => {
    failures = 0;
    isReachable = false;
  };
  events.on('worker:getJob:empty', reset);
  events.on('job:start', reset);
  events.on('worker:getJob:error', () => {
    failures++;
    if (failures !== FETCH_FAILURES_MAX) return;
    pgPool.query('SELECT 1').then(
      () => (isReachable = failures > 0),
      () => (failures = 0),
    );
  });
  return () => isReachable;
}

function cronItemOf({ job, cron, catchUpMs = 0 }: Schedule): CronItem {
  return { task: job, match: cron, options: { maxAttempts: 3, backfillPeriod: catchUpMs } };
}

function reportEnds(events: WorkerEvents, { logger, onEnd }: LaneRunnerOptions): void {
  events.on('job:success', ({ job }) => {
    onEnd?.({ name: job.task_identifier, id: job.id, outcome: 'done', attempt: job.attempts, error: undefined });
  });
  events.on('job:error', ({ job, error, batchJobErrors }) => {
    const isDead = job.attempts >= job.max_attempts;
    const context = {
      job: job.task_identifier,
      job_id: job.id,
      attempt: job.attempts,
      err: batchJobErrors?.[0] ?? error,
    };
    if (isDead) logger.error(context, 'job failed for the last time');
    else logger.warn(context, 'job failed; it will be retried');
    const first: unknown = batchJobErrors?.[0] ?? error;
    const cause = first instanceof Error ? first : new Error(String(first));
    const { task_identifier: name, id, attempts: attempt } = job;
    onEnd?.({ name, id, outcome: isDead ? 'dead' : 'failed', attempt, error: cause });
  });
}
