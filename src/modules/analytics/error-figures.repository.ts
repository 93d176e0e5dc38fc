import type { Db, Statement } from '../../platform/database.ts';
import type { FigureScope, Period } from './analytics.types.ts';

// $1 organization, $2 projects or null, $3 bounds. Each statement has one aggregation, which either has few groups or reads
// them in the order of an index: grouping sets would look up each row in a table of all errors.

// Where many projects are meant, reading their counts one project after another takes three times as long.
const seriesStatement: Statement = {
  name: 'analytics.error_series',
  text: `
    SELECT width_bucket(bucket, $3::timestamptz[]) AS bucket, environment, sum(count)::bigint AS occurrences
      FROM error_counts
     WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
       AND bucket >= ($3::timestamptz[])[1] AND bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
     GROUP BY 1, 2`,
};

const seriesOfFewStatement: Statement = {
  name: 'analytics.error_series_of_few',
  text: `
    SELECT width_bucket(c.bucket, $3::timestamptz[]) AS bucket, c.environment, sum(c.count)::bigint AS occurrences
      FROM unnest($2::uuid[]) AS p (id)
      JOIN error_counts c ON c.organization_id = $1 AND c.project_id = p.id AND c.bucket >= ($3::timestamptz[])[1]
       AND c.bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
     GROUP BY 1, 2`,
};

const namesStatement: Statement = {
  name: 'analytics.error_names',
  text: `
    WITH counted AS (
      SELECT error_id, sum(count) AS count
        FROM (SELECT error_id, count FROM error_counts
               WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
                 AND bucket >= ($3::timestamptz[])[1] AND bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
               ORDER BY error_id) AS placed
       GROUP BY error_id
    ), named AS (
      SELECT c.error_id, c.count, g.level FROM counted c
        JOIN error_groups g ON g.organization_id = $1 AND g.id = c.error_id
    ), most AS (
      SELECT error_id, count FROM named ORDER BY count DESC, error_id LIMIT 20
    )
    SELECT 'level' AS part, level AS value, NULL AS title, sum(count)::bigint AS occurrences FROM named GROUP BY level
    UNION ALL
    SELECT 'error', g.id::text, g.title, m.count::bigint
      FROM most m JOIN error_groups g ON g.organization_id = $1 AND g.id = m.error_id`,
};

const namesOfFewStatement: Statement = {
  name: 'analytics.error_names_of_few',
  text: `
    WITH counted AS (
      SELECT c.error_id, sum(c.count) AS count
        FROM unnest($2::uuid[]) AS p (id)
        JOIN error_counts c ON c.organization_id = $1 AND c.project_id = p.id AND c.bucket >= ($3::timestamptz[])[1]
         AND c.bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
       GROUP BY c.error_id
    ), named AS (
      SELECT c.error_id, c.count, g.level FROM counted c
        JOIN error_groups g ON g.organization_id = $1 AND g.id = c.error_id
    ), most AS (
      SELECT error_id, count FROM named ORDER BY count DESC, error_id LIMIT 20
    )
    SELECT 'level' AS part, level AS value, NULL AS title, sum(count)::bigint AS occurrences FROM named GROUP BY level
    UNION ALL
    SELECT 'error', g.id::text, g.title, m.count::bigint
      FROM most m JOIN error_groups g ON g.organization_id = $1 AND g.id = m.error_id`,
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
         AND ($2::uuid[] IS NULL OR e.project_id IN (SELECT unnest($2::uuid[])))
    ), regressed AS (
      SELECT width_bucket(created_at, $3::timestamptz[]) AS bucket FROM events
       WHERE organization_id = $1 AND type = 'error.regressed' AND created_at >= ($3::timestamptz[])[1]
         AND created_at < ($3::timestamptz[])[cardinality($3::timestamptz[])]
         AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
    ), created AS (
      SELECT width_bucket(first_seen_at, $3::timestamptz[]) AS bucket FROM error_groups
       WHERE organization_id = $1 AND first_seen_at >= ($3::timestamptz[])[1]
         AND first_seen_at < ($3::timestamptz[])[cardinality($3::timestamptz[])]
         AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
    )
    SELECT 'resolved' AS change, bucket, count(*)::integer AS errors, avg(seconds) AS mean,
           percentile_cont(ARRAY[0.5, 0.85]) WITHIN GROUP (ORDER BY seconds) AS percentiles
      FROM resolved GROUP BY GROUPING SETS ((bucket), ())
    UNION ALL
    SELECT 'regressed', bucket, count(*)::integer, NULL, NULL FROM regressed GROUP BY bucket
    UNION ALL
    SELECT 'created', bucket, count(*)::integer, NULL, NULL FROM created GROUP BY bucket`,
};

// As listReleases counts: a session of which only the bad end was reported has begun, too.
const sessionsStatement: Statement = {
  name: 'analytics.error_sessions',
  text: `
    SELECT width_bucket(bucket, $3::timestamptz[]) AS bucket,
           sum(greatest(started, greatest(errored, 0) + abnormal + crashed))::bigint AS sessions,
           sum(crashed)::bigint AS crashed
      FROM release_sessions
     WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
       AND bucket >= ($3::timestamptz[])[1] AND bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
     GROUP BY 1`,
};

const sessionsOfFewStatement: Statement = {
  name: 'analytics.error_sessions_of_few',
  text: `
    SELECT width_bucket(s.bucket, $3::timestamptz[]) AS bucket,
           sum(greatest(s.started, greatest(s.errored, 0) + s.abnormal + s.crashed))::bigint AS sessions,
           sum(s.crashed)::bigint AS crashed
      FROM unnest($2::uuid[]) AS p (id)
      JOIN release_sessions s ON s.organization_id = $1 AND s.project_id = p.id AND s.bucket >= ($3::timestamptz[])[1]
       AND s.bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
     GROUP BY 1`,
};

const unresolvedStatement: Statement = {
  name: 'analytics.unresolved_errors',
  text: `SELECT count(*)::integer AS errors FROM error_groups
          WHERE organization_id = $1 AND status IN ('open', 'regressed')
            AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))`,
};

/** The occurrences in a bucket and an environment. */
interface SeriesRow {
  readonly bucket: number;
  readonly environment: string;
  readonly occurrences: number;
}

/** The occurrences of a level, or of one of the errors that occurred most. */
interface NamedRow {
  readonly part: 'level' | 'error';
  readonly value: string;
  readonly title: string;
  readonly occurrences: number;
}

/** Up to so many projects are read one after another. */
const PROJECTS_FEW = 50;

/** What happened to errors in a bucket, or in the whole range if it is null. */
interface ChangesRow {
  readonly change: 'created' | 'regressed' | 'resolved';
  readonly bucket: number | null;
  readonly errors: number;
  readonly mean: number | null;
  readonly percentiles: readonly number[] | null;
}

/** The sessions that began in a bucket. */
interface SessionsRow {
  readonly bucket: number;
  readonly sessions: number;
  readonly crashed: number;
}

type Bounds = Pick<Period, 'bounds'>;

export async function readErrorSeries(db: Db, scope: FigureScope, { bounds }: Bounds): Promise<SeriesRow[]> {
  const statement = isOfFew(scope) ? seriesOfFewStatement : seriesStatement;
  return db.query<SeriesRow>(statement, [scope.organization_id, scope.project_ids ?? null, bounds]);
}

export async function readErrorNames(db: Db, scope: FigureScope, { bounds }: Bounds): Promise<NamedRow[]> {
  const statement = isOfFew(scope) ? namesOfFewStatement : namesStatement;
  return db.query<NamedRow>(statement, [scope.organization_id, scope.project_ids ?? null, bounds]);
}

export async function readSessions(db: Db, scope: FigureScope, { bounds }: Bounds): Promise<SessionsRow[]> {
  const statement = isOfFew(scope) ? sessionsOfFewStatement : sessionsStatement;
  return db.query<SessionsRow>(statement, [scope.organization_id, scope.project_ids ?? null, bounds]);
}

function isOfFew({ project_ids }: FigureScope): boolean {
  return project_ids !== undefined && project_ids.length <= PROJECTS_FEW;
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
