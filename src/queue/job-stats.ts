import type { Db, Statement } from '../platform/database.ts';
import { laneNames, laneOf, type LaneName } from './lanes.ts';

interface JobStats {
  /** Jobs that are due and wait, or run. */
  readonly depth: number;
  /** How long the oldest of those that wait has been due. */
  readonly oldestSeconds: number;
  /** Jobs whose attempts are used up; they stay in the queue's table until someone retries or removes them. */
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

/** What the metrics show of the queue, by job name. By the database's clock, as the queue itself goes by it. */
export async function readJobStats(db: Db): Promise<Readonly<Record<string, JobStats>>> {
  const rows = await db.query<JobStats & { name: string }>(READ, []);
  return Object.fromEntries(rows.map(({ name, ...stats }) => [name, stats]));
}

/** How long the oldest job of each lane has waited in vain; 0 where none waits. */
export function oldestByLane(stats: Readonly<Record<string, JobStats>>): Readonly<Record<LaneName, number>> {
  const oldest = Object.fromEntries(laneNames.map((name) => [name, 0])) as Record<LaneName, number>;
  for (const [name, { oldestSeconds }] of Object.entries(stats)) {
    const lane = laneOf(name);
    oldest[lane] = Math.max(oldest[lane], oldestSeconds);
  }
  return oldest;
}
