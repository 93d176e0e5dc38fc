import { createBoundedPool } from '../platform/bounded-pool.ts';
import { endsWithin } from '../platform/bounded.ts';
import { createFailureLog } from '../platform/failure-log.ts';
import { createAbsenceWatch } from './absence-watch.ts';
import type { JobTasks } from './job-context.ts';
import { lanes, tasksByLane } from './lanes.ts';
import { startLaneRunner } from './lane-runner.ts';
import type { JobEnd, LaneRunner, Schedule } from './lane-runner.ts';
import { startPresence } from './presence.ts';
import type { Presence } from './presence.ts';
import { taskListOf } from './task-list.ts';
import type { TaskSettings } from './task-list.ts';

export { jobOutcomes } from './lane-runner.ts';
export type { JobEnd, Schedule } from './lane-runner.ts';

interface WorkerOptions extends TaskSettings {
  /** postgres://…; the queue has its own small pool beside `db`. */
  readonly connectionString: string;
  readonly tasks: JobTasks;
  readonly schedules?: readonly Schedule[];
  /** The longest time for a response to one of the queue's statements. */
  readonly silenceMsMax?: number;
  readonly onEnd?: (end: JobEnd) => void;
  /** Called with the workers that have died. */
  readonly onLost?: (workers: readonly string[]) => void;
}

export interface Worker {
  /**
   * Fetches no more jobs, tells the running ones to stop at the next step, waits for them for at most `limitMs`, and
   * closes its connections. Jobs that still run then return to the queue when the process has ended.
   * @returns whether every job ended in time
   */
  stop(limitMs?: number): Promise<boolean>;
}

const ABSENCE_CHECK_INTERVAL_MS = 1500;
const STOP_MS_MAX = 20_000;
/** The limit for closing connections gracefully. */
const CLOSE_MS_MAX = 1000;

/**
 * Runs jobs until stopped; each lane has its own slots. Failed jobs are retried with exponential backoff. Jobs of a
 * killed worker return to the queue within about 3 s.
 * @throws the database's error if it cannot be reached at the start
 */
export async function createWorker(options: WorkerOptions): Promise<Worker> {
  const { connectionString, logger } = options;
  const failures = createFailureLog({ logger, subject: 'the connection of the job queue' });
  const presence = await startPresence({
    connectionString,
    failures: createFailureLog({ logger, subject: 'the presence of the worker' }),
  });
  const bounded = createBoundedPool({
    url: connectionString,
    applicationName: 'architect queue',
    max: connectionsFor(options.tasks),
    onError: failures.failed,
    ...(options.silenceMsMax === undefined ? {} : { silenceMsMax: options.silenceMsMax }),
  });
  const runners: LaneRunner[] = [];
  const watch = startAbsenceWatch(options, presence);

  async function close(limitMs: number): Promise<boolean> {
    clearInterval(watch);
    const ends = await Promise.all(runners.map((runner) => runner.stop(limitMs)));
    await bounded.close(CLOSE_MS_MAX);
    await endsWithin(CLOSE_MS_MAX, presence.stop());
    return ends.every((isEnded) => isEnded);
  }

  try {
    let { schedules = [] } = options;
    for (const [lane, tasks] of tasksByLane(options.tasks)) {
      const subject = `the job queue (${lane})`;
      const { slots } = lanes[lane];
      const runner = { slots, schedules, taskList: taskListOf(tasks, options), onEnd: options.onEnd };
      const shared = { pgPool: bounded.pool, presence, logger, failures: createFailureLog({ logger, subject }) };
      runners.push(await startLaneRunner({ ...runner, ...shared }));
      // The first lane runs the schedules of all lanes.
      schedules = [];
    }
  } catch (error) {
    await close(CLOSE_MS_MAX);
    throw error;
  }
  let closing: Promise<boolean> | undefined;
  return { stop: (limitMs = STOP_MS_MAX) => (closing ??= close(limitMs)) };
}

/** Each lane needs one connection to listen, and others to fetch and complete jobs. The jobs themselves use `db`. */
function connectionsFor(tasks: JobTasks): number {
  const used = [...tasksByLane(tasks).keys()];
  return used.reduce((sum, lane) => sum + 1 + Math.ceil(lanes[lane].slots / 2), 1);
}

function startAbsenceWatch({ db, logger, onLost }: WorkerOptions, presence: Presence): NodeJS.Timeout {
  const check = createAbsenceWatch({ db, own: presence.workers });
  const failures = createFailureLog({ logger, subject: 'the check for absent workers' });
  let isChecking = false;
  return setInterval(() => {
    if (isChecking) return;
    isChecking = true;
    check()
      .then((gone) => {
        failures.succeeded();
        if (gone.length === 0) return;
        logger.warn({ workers: gone }, 'workers have died; their jobs returned to the queue');
        onLost?.(gone);
      }, failures.failed)
      .finally(() => (isChecking = false));
  }, ABSENCE_CHECK_INTERVAL_MS);
}
