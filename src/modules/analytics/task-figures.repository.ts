import type { Db, Statement } from '../../platform/database.ts';
import type { Period } from './analytics.types.ts';
import type { FlowRow, PartRow, TaskScope, TimesRow } from './task-figures.types.ts';

// $1 organization, $2 projects or null, $3 milestone or null, $4 bounds. width_bucket() returns the number of a bucket,
// 0 for what was before the range, and one more than there are buckets for what was after it.

// The number of tasks in a status at a time is counted backwards from now: each task is in its status since it was
// created, except for its moves since, which are undone. A move counts from the bucket in which its task was created until
// the one in which it happened. An imported task that is done has no move to that: it was to be done until then.
const flowStatement: Statement = {
  name: 'analytics.task_flow',
  text: `
    WITH chosen AS MATERIALIZED (
      SELECT id, status, completed_at, width_bucket(created_at, $4::timestamptz[]) AS created_in,
             width_bucket(completed_at, $4::timestamptz[]) AS completed_in
        FROM tasks
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
         AND ($3::uuid IS NULL OR milestone_id = $3::uuid)
    ),
    moves AS (
      SELECT task_id, created_at AS at, changes -> 0 ->> 'from' AS "from", changes -> 0 ->> 'to' AS "to"
        FROM task_history
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
         AND action = 'transitioned' AND created_at >= ($4::timestamptz[])[1]
    ), known AS (
      SELECT c.created_in, width_bucket(m.at, $4::timestamptz[]) AS moved_in, m."from", m."to"
        FROM moves m JOIN chosen c ON c.id = m.task_id
      UNION ALL
      SELECT c.created_in, c.completed_in, 'todo', 'done'
        FROM chosen c LEFT JOIN moves m ON m.task_id = c.id AND m.at = c.completed_at AND m."to" = 'done'
       WHERE c.status = 'done' AND c.completed_in > c.created_in AND m.task_id IS NULL
    ), deltas AS (
      SELECT created_in AS bucket, status, 1 AS tasks FROM chosen
      UNION ALL
      SELECT d.* FROM known, LATERAL (VALUES (created_in, "to", -1), (created_in, "from", 1), (moved_in, "to", 1),
                                             (moved_in, "from", -1)) AS d (bucket, status, tasks)
       WHERE moved_in > created_in
    )
    SELECT bucket, status, sum(tasks)::integer AS tasks FROM deltas WHERE bucket < cardinality($4::timestamptz[]) GROUP BY 1, 2`,
};

const timesStatement: Statement = {
  name: 'analytics.task_times',
  text: `
    WITH finished AS (
      SELECT id, created_at, completed_at, width_bucket(completed_at, $4::timestamptz[]) AS bucket
        FROM tasks
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
         AND ($3::uuid IS NULL OR milestone_id = $3::uuid) AND status = 'done'
         AND completed_at >= ($4::timestamptz[])[1] AND completed_at < ($4::timestamptz[])[cardinality($4::timestamptz[])]
    ), starts AS (
      SELECT task_id, min(created_at) AS at FROM task_history
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
         AND action = 'transitioned' AND changes -> 0 ->> 'to' = 'in_progress'
       GROUP BY 1
    ), timed AS (
      SELECT bucket, extract(epoch FROM greatest(completed_at - created_at, interval '0')) AS lead,
             CASE WHEN starts.at IS NOT NULL
                  THEN extract(epoch FROM greatest(completed_at - starts.at, interval '0')) END AS cycle
        FROM finished LEFT JOIN starts ON starts.task_id = finished.id
    )
    SELECT bucket, count(*)::integer AS lead_count, avg(lead)::double precision AS lead_mean,
           percentile_cont(ARRAY[0.5, 0.85]) WITHIN GROUP (ORDER BY lead::double precision) AS lead_percentiles,
           count(cycle)::integer AS cycle_count, avg(cycle)::double precision AS cycle_mean,
           percentile_cont(ARRAY[0.5, 0.85]) WITHIN GROUP (ORDER BY cycle::double precision) AS cycle_percentiles
      FROM timed GROUP BY GROUPING SETS ((bucket), ())`,
};

const partsStatement: Statement = {
  name: 'analytics.task_parts',
  text: `
    WITH chosen AS (
      SELECT status, type, priority, assignee_id, width_bucket(created_at, $4::timestamptz[]) AS created_in,
             width_bucket(completed_at, $4::timestamptz[]) AS completed_in
        FROM tasks
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
         AND ($3::uuid IS NULL OR milestone_id = $3::uuid)
    )
    SELECT CASE GROUPING(type, priority, assignee_id) WHEN 3 THEN 'type' WHEN 5 THEN 'priority' ELSE 'assignee' END AS part,
           type, priority, assignee_id,
           (count(*) FILTER (WHERE created_in > 0 AND created_in < cardinality($4::timestamptz[])))::integer AS created,
           (count(*) FILTER (WHERE status = 'done' AND completed_in > 0 AND completed_in < cardinality($4::timestamptz[])))::integer AS done,
           (count(*) FILTER (WHERE status NOT IN ('done', 'cancelled')))::integer AS open
      FROM chosen GROUP BY GROUPING SETS ((type), (priority), (assignee_id))`,
};

const milestoneStatement: Statement = {
  name: 'analytics.milestone_due',
  text: `SELECT ((due_on + 1)::timestamp AT TIME ZONE $3) AS ends_at FROM milestones
          WHERE organization_id = $1 AND id = $2 AND ($4::uuid[] IS NULL OR project_id IN (SELECT unnest($4::uuid[])))`,
};

export async function readTaskFlow(db: Db, scope: TaskScope, period: Pick<Period, 'bounds'>): Promise<FlowRow[]> {
  return db.query<FlowRow>(flowStatement, valuesOf(scope, period));
}

export async function readTaskTimes(db: Db, scope: TaskScope, period: Pick<Period, 'bounds'>): Promise<TimesRow[]> {
  return db.query<TimesRow>(timesStatement, valuesOf(scope, period));
}

export async function readTaskParts(db: Db, scope: TaskScope, period: Pick<Period, 'bounds'>): Promise<PartRow[]> {
  return db.query<PartRow>(partsStatement, valuesOf(scope, period));
}

/** Returns the end of the day on which the milestone is due; undefined if there is none. */
export async function findMilestoneEnd(
  db: Db,
  { organization_id, project_ids, milestone_id }: TaskScope,
  timeZone: string,
): Promise<string | undefined> {
  if (milestone_id === undefined) return undefined;
  const values = [organization_id, milestone_id, timeZone, project_ids ?? null];
  const [row] = await db.query<{ ends_at: string | null }>(milestoneStatement, values);
  return row?.ends_at ?? undefined;
}

function valuesOf(
  { organization_id, project_ids, milestone_id }: TaskScope,
  { bounds }: Pick<Period, 'bounds'>,
): readonly unknown[] {
  return [organization_id, project_ids ?? null, milestone_id ?? null, bounds];
}
