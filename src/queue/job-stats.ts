import type { Db, Statement } from '../platform/database.ts';
import { laneNames, laneOf, type LaneName } from './lanes.ts';

export interface JobStats {
  /** Due jobs, waiting or running. */
  readonly depth: number;
  /** How long the oldest waiting job has been due. */
  readonly oldestSeconds: number;
  /** Jobs whose attempts are used up. They stay in the queue's table until somebody retries or removes them. */
  readonly dead: number;
}

const READ: Statement = {
  name: 'job_stats',
  text: `SELECT task_identifier AS name,
      count(*) FILTER (WHERE attempts < max_attempts AND run_at <= now()) AS depth,
      coalesce(extract(epoch FROM now() - min(run_at)
        FILTER (WHERE attempts < max_attempts AND run_at <= now() AND locked_at IS NULL)), 0)::float8 AS "oldestSeconds",
      count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL) AS dead
    FROM graphile_worker.jobs GROUP BY task_identifier ORDER BY task_identifier`,
};

/** Reads the queue's statistics for the metrics, by job name. Uses the database's clock, as the queue itself does. */
export async function readJobStats(db: Db): Promise<Readonly<Record<string, JobStats>>> {
  const rows = await db.query<JobStats & { name: string }>(READ, []);
  return Object.fromEntries(rows.map(({ name, ...stats }) => [name, stats]));
}

/** Returns how long the oldest waiting job of each lane has been due; 0 if none waits. */
export function oldestByLane(stats: Readonly<Record<string, JobStats>>): Readonly<Record<LaneName, number>> {
  const oldest = Object.fromEntries(laneNames.map((name) => [name, 0])) as Record<LaneName, number>;
  for (const [name, { oldestSeconds }] of Object.entries(stats)) {
    const lane = laneOf(name);
    oldest[lane] = Math.max(oldest[lane], oldestSeconds);
  }
  return oldest;
}
