import type { ErrorLevel } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { FigureScope, Period } from './analytics.types.ts';

// $1 organization, $2 projects or null, $3 bounds.

// What has been added up, by the quarter of an hour, is of all projects: those that the caller does not see are taken away.
// At the ends of the range, and since the last addition, counts are read themselves; OFFSET makes PostgreSQL look into the
// index of each project.
const seriesStatement: Statement = {
  name: 'analytics.error_series',
  text: `
    WITH hidden AS (
      SELECT id FROM projects
       WHERE organization_id = $1 AND $2::uuid[] IS NOT NULL AND id NOT IN (SELECT unnest($2::uuid[]))
    ), shown AS (
      SELECT id FROM projects
       WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR id IN (SELECT unnest($2::uuid[])))
    ), range AS (
      SELECT "from", "to", first, greatest(first, least(last, added_until)) AS last
        FROM error_quarters_cursor,
             LATERAL (SELECT ($3::timestamptz[])[1] AS "from", ($3::timestamptz[])[cardinality($3::timestamptz[])] AS "to") r,
             LATERAL (SELECT date_bin('15 minutes', "from" + interval '899.999 seconds', '2000-01-01T00:00:00Z') AS first,
                             date_bin('15 minutes', "to", '2000-01-01T00:00:00Z') AS last) q
    ), direct AS (
      SELECT c.error_id, c.bucket, c.environment, c.count
        FROM range CROSS JOIN LATERAL (VALUES ("from", least(first, "to")), (last, "to")) AS part (begins, ends)
       CROSS JOIN shown
       CROSS JOIN LATERAL (SELECT error_id, bucket, environment, count FROM error_counts
                            WHERE organization_id = $1 AND project_id = shown.id AND bucket >= part.begins
                              AND bucket < part.ends
                           OFFSET 0) c
      UNION ALL
      SELECT c.error_id, c.bucket, c.environment, -c.count
        FROM range CROSS JOIN hidden
       CROSS JOIN LATERAL (SELECT error_id, bucket, environment, count FROM error_counts
                            WHERE organization_id = $1 AND project_id = hidden.id AND bucket >= range.first
                              AND bucket < range.last
                           OFFSET 0) c
    ), placed AS (
      SELECT q.bucket, q.environment, q.level, q.count
        FROM range JOIN error_quarters q ON q.organization_id = $1 AND q.bucket >= range.first AND q.bucket < range.last
      UNION ALL
      SELECT d.bucket, d.environment, g.level, d.count
        FROM direct d JOIN error_groups g ON g.organization_id = $1 AND g.id = d.error_id
    )
    SELECT width_bucket(bucket, $3::timestamptz[]) AS bucket, environment, level, sum(count)::bigint AS occurrences
      FROM placed
     GROUP BY 1, 2, 3 HAVING sum(count) > 0`,
};

const seriesOfFewStatement: Statement = {
  name: 'analytics.error_series_of_few',
  text: `
    SELECT width_bucket(c.bucket, $3::timestamptz[]) AS bucket, c.environment, g.level, sum(c.count)::bigint AS occurrences
      FROM unnest($2::uuid[]) AS p (id)
      JOIN error_counts c ON c.organization_id = $1 AND c.project_id = p.id AND c.bucket >= ($3::timestamptz[])[1]
       AND c.bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
      JOIN error_groups g ON g.organization_id = $1 AND g.id = c.error_id
     GROUP BY 1, 2, 3`,
};

// In the order of all their occurrences, which are at least those of the range: $4 and $5 the last error before, $6 how
// many are read.
const candidatesStatement: Statement = {
  name: 'analytics.error_candidates',
  text: `
    SELECT g.id AS error_id, g.title, g.occurrence_count AS most,
           (SELECT coalesce(sum(c.count), 0)::bigint FROM error_counts c
             WHERE c.organization_id = $1 AND c.error_id = g.id AND c.bucket >= ($3::timestamptz[])[1]
               AND c.bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]) AS occurrences
      FROM (SELECT id, title, occurrence_count FROM error_groups
             WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
               AND last_seen_at >= ($3::timestamptz[])[1]
               AND ($4::bigint IS NULL OR (occurrence_count, id) < ($4, $5::uuid))
             ORDER BY occurrence_count DESC, id DESC LIMIT $6) g
     ORDER BY g.occurrence_count DESC, g.id DESC`,
};

const mostStatement: Statement = {
  name: 'analytics.most_errors',
  text: `
    WITH counted AS (
      SELECT error_id, sum(count) AS count
        FROM (SELECT error_id, count FROM error_counts
               WHERE organization_id = $1 AND ($2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
                 AND bucket >= ($3::timestamptz[])[1] AND bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
               ORDER BY error_id) AS placed
       GROUP BY error_id
    ), most AS (
      SELECT error_id, count FROM counted ORDER BY count DESC, error_id LIMIT $4
    )
    SELECT g.id AS error_id, g.title, m.count::bigint AS occurrences
      FROM most m JOIN error_groups g ON g.organization_id = $1 AND g.id = m.error_id`,
};

const mostOfFewStatement: Statement = {
  name: 'analytics.most_errors_of_few',
  text: `
    WITH counted AS (
      SELECT c.error_id, sum(c.count) AS count
        FROM unnest($2::uuid[]) AS p (id)
        JOIN error_counts c ON c.organization_id = $1 AND c.project_id = p.id AND c.bucket >= ($3::timestamptz[])[1]
         AND c.bucket < ($3::timestamptz[])[cardinality($3::timestamptz[])]
       GROUP BY c.error_id
    ), most AS (
      SELECT error_id, count FROM counted ORDER BY count DESC, error_id LIMIT $4
    )
    SELECT g.id AS error_id, g.title, m.count::bigint AS occurrences
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

/** The occurrences of a level in a bucket and an environment. */
interface SeriesRow {
  readonly bucket: number;
  readonly environment: string;
  readonly level: ErrorLevel;
  readonly occurrences: number;
}

interface FrequentError {
  readonly error_id: string;
  readonly title: string;
  readonly occurrences: number;
}

/** The counts of up to so many projects are read themselves. */
const PROJECTS_FEW = 200;
/** So many errors are read at first, and four times as many each time after that. */
const CANDIDATES_FIRST = 100;
/** After so many, the counts of all errors are added up instead. */
const CANDIDATES_MAX = 2100;

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

/** Returns the errors that occurred most in a range, the most frequent first. */
export async function readMostErrors(
  db: Db,
  scope: FigureScope,
  { bounds }: Bounds,
  limit: number,
): Promise<FrequentError[]> {
  const values = [scope.organization_id, scope.project_ids ?? null, bounds];
  const found = isOfFew(scope) ? undefined : await readMostOfAll(db, values, limit);
  return found ?? inOrder(await db.query(isOfFew(scope) ? mostOfFewStatement : mostStatement, [...values, limit]));
}

/** Reads errors from the one that occurred most at any time on; returns undefined if too many might be among the wanted. */
async function readMostOfAll(db: Db, values: readonly unknown[], limit: number): Promise<FrequentError[] | undefined> {
  type Candidate = FrequentError & { readonly most: number };
  let best: FrequentError[] = [];
  let after: Candidate | undefined;
  let count = 0;
  for (let step = CANDIDATES_FIRST; count < CANDIDATES_MAX; step *= 4) {
    const place = [after?.most ?? null, after?.error_id ?? null];
    const rows = await db.query<Candidate>(candidatesStatement, [...values, ...place, step]);
    const occurred = rows.filter(({ occurrences }) => occurrences > 0);
    best = inOrder([...best, ...occurred]).slice(0, limit);
    after = rows.at(-1);
    const least = best[limit - 1]?.occurrences ?? 0;
    // Errors that are not read yet occurred at most as often as the last one.
    if (rows.length < step || after === undefined || least > after.most)
      return best.map(({ error_id, title, occurrences }) => ({ error_id, title, occurrences }));
    count += rows.length;
  }
  return undefined;
}

function inOrder(errors: readonly FrequentError[]): FrequentError[] {
  return errors.toSorted((a, b) => b.occurrences - a.occurrences || (a.error_id < b.error_id ? -1 : 1));
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
