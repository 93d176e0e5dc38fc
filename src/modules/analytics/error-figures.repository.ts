import type { Db, Statement } from '../../platform/database.ts';
import type { FigureScope, Period } from './analytics.types.ts';

// $1 organization, $2 projects or null, $3 bounds. Occurrences are read project by project, as their key is ordered.
const occurrencesStatement: Statement = {
  name: 'analytics.error_occurrences',
  text: `
    WITH counted AS MATERIALIZED (
      SELECT CASE GROUPING(place, environment, error_id) WHEN 3 THEN 'bucket' WHEN 5 THEN 'environment' ELSE 'error' END
               AS part, place, environment, error_id, sum(count) AS count
        FROM (SELECT c.error_id, c.environment, width_bucket(c.bucket, $3::timestamptz[]) AS place, c.count
                FROM projects p
                JOIN error_counts c ON c.organization_id = p.organization_id AND c.project_id = p.id
                 AND c.bucket >= ($3::timestamptz[])[1] AND c.bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
               WHERE p.organization_id = $1 AND ($2::uuid[] IS NULL OR p.id = ANY ($2::uuid[]))) AS placed
       GROUP BY GROUPING SETS ((place), (environment), (error_id))
    ), named AS (
      SELECT c.error_id, c.count, g.level, g.title FROM counted c
        JOIN error_groups g ON g.organization_id = $1 AND g.id = c.error_id
       WHERE c.part = 'error'
    )
    SELECT part, place AS bucket, environment AS value, NULL AS title, count::bigint AS occurrences
      FROM counted WHERE part <> 'error'
    UNION ALL
    SELECT 'level', NULL, level, NULL, sum(count)::bigint FROM named GROUP BY level
    UNION ALL
    (SELECT 'error', NULL, error_id::text, title, count::bigint FROM named ORDER BY count DESC, error_id LIMIT 20)`,
};

const changesStatement: Statement = {
  name: 'analytics.error_changes',
  text: `
    WITH resolved AS (
      SELECT width_bucket(e.created_at, $3::timestamptz[]) AS bucket,
             extract(epoch FROM greatest(e.created_at - g.first_seen_at, interval '0'))::double precision AS seconds
        FROM events e
        JOIN error_groups g ON g.organization_id = $1 AND g.id = split_part(e.subject, '/', 2)::uuid
       WHERE e.organization_id = $1 AND e.type = 'error.resolved' AND e.created_at >= ($3::timestamptz[])[1]
         AND e.created_at < ($3::timestamptz[])[cardinality($3::timestamptz[])]
         AND ($2::uuid[] IS NULL OR e.project_id = ANY ($2::uuid[]))
    ), regressed AS (
      SELECT width_bucket(created_at, $3::timestamptz[]) AS bucket FROM events
       WHERE organization_id = $1 AND type = 'error.regressed' AND created_at >= ($3::timestamptz[])[1]
         AND created_at < ($3::timestamptz[])[cardinality($3::timestamptz[])]
         AND ($2::uuid[] IS NULL OR project_id = ANY ($2::uuid[]))
    ), created AS (
      SELECT width_bucket(first_seen_at, $3::timestamptz[]) AS bucket FROM error_groups
       WHERE organization_id = $1 AND first_seen_at >= ($3::timestamptz[])[1]
         AND first_seen_at < ($3::timestamptz[])[cardinality($3::timestamptz[])]
         AND ($2::uuid[] IS NULL OR project_id = ANY ($2::uuid[]))
    )
    SELECT 'resolved' AS change, bucket, count(*)::integer AS errors, avg(seconds) AS mean,
           percentile_cont(ARRAY[0.5, 0.85]) WITHIN GROUP (ORDER BY seconds) AS percentiles
      FROM resolved GROUP BY GROUPING SETS ((bucket), ())
    UNION ALL
    SELECT 'regressed', bucket, count(*)::integer, NULL, NULL FROM regressed GROUP BY bucket
    UNION ALL
    SELECT 'created', bucket, count(*)::integer, NULL, NULL FROM created GROUP BY bucket`,
};

const unresolvedStatement: Statement = {
  name: 'analytics.unresolved_errors',
  text: `SELECT count(*)::integer AS errors FROM error_groups
          WHERE organization_id = $1 AND status IN ('open', 'regressed')
            AND ($2::uuid[] IS NULL OR project_id = ANY ($2::uuid[]))`,
};

/** The occurrences of one part of the errors; `value` is an environment, a level or an error. */
interface OccurrencesPart {
  readonly part: 'bucket' | 'environment' | 'level' | 'error';
  readonly bucket: number;
  readonly value: string;
  readonly title: string;
  readonly occurrences: number;
}

/** What happened to errors in a bucket, or in the whole range if it is null. */
interface ChangesRow {
  readonly change: 'created' | 'regressed' | 'resolved';
  readonly bucket: number | null;
  readonly errors: number;
  readonly mean: number | null;
  readonly percentiles: readonly number[] | null;
}

type Bounds = Pick<Period, 'bounds'>;

export async function readErrorOccurrences(
  db: Db,
  { organization_id, project_ids }: FigureScope,
  { bounds }: Bounds,
): Promise<OccurrencesPart[]> {
  return db.query<OccurrencesPart>(occurrencesStatement, [organization_id, project_ids ?? null, bounds]);
}

export async function readErrorChanges(
  db: Db,
  { organization_id, project_ids }: FigureScope,
  { bounds }: Bounds,
): Promise<ChangesRow[]> {
  return db.query<ChangesRow>(changesStatement, [organization_id, project_ids ?? null, bounds]);
}

export async function countUnresolved(db: Db, { organization_id, project_ids }: FigureScope): Promise<number> {
  const [row] = await db.query<{ errors: number }>(unresolvedStatement, [organization_id, project_ids ?? null]);
  return row?.errors ?? 0;
}
