import type { Db, Statement } from '../../../platform/database.ts';

// Each statement takes a bounded number of rows, and finds them by indexes that begin with the organization.

const deleteOccurrencesStatement: Statement = {
  name: 'errors.sweep_occurrences',
  text: `DELETE FROM error_occurrences e USING (
           SELECT o.organization_id, o.project_id, o.id FROM organizations g
            CROSS JOIN LATERAL (SELECT organization_id, project_id, id FROM error_occurrences
                                 WHERE organization_id = g.id AND received_at < $1 ORDER BY received_at LIMIT $2) o
            ORDER BY g.id LIMIT $2) old
          WHERE e.organization_id = old.organization_id AND e.project_id = old.project_id AND e.id = old.id
         RETURNING 1`,
};

const deleteReportsStatement: Statement = {
  name: 'errors.sweep_reports',
  text: `DELETE FROM error_reports e USING (
           SELECT o.organization_id, o.project_id, o.id FROM organizations g
            CROSS JOIN LATERAL (SELECT organization_id, project_id, id FROM error_reports
                                 WHERE organization_id = g.id AND received_at < $1 ORDER BY received_at LIMIT $2) o
            ORDER BY g.id LIMIT $2) old
          WHERE e.organization_id = old.organization_id AND e.project_id = old.project_id AND e.id = old.id
         RETURNING 1`,
};

const deleteCountsStatement: Statement = {
  name: 'errors.sweep_counts',
  text: `DELETE FROM error_counts e USING (
           SELECT o.* FROM projects p
            CROSS JOIN LATERAL (SELECT organization_id, project_id, bucket, error_id, environment FROM error_counts
                                 WHERE organization_id = p.organization_id AND project_id = p.id AND bucket < $1
                                 ORDER BY bucket LIMIT $2) o
            ORDER BY p.organization_id, p.id LIMIT $2) old
          WHERE e.organization_id = old.organization_id AND e.project_id = old.project_id AND e.bucket = old.bucket
            AND e.error_id = old.error_id AND e.environment = old.environment
         RETURNING 1`,
};

const lockCursorStatement: Statement = {
  name: 'errors.lock_quarters_cursor',
  text: 'SELECT added_until FROM error_quarters_cursor WHERE is_only FOR NO KEY UPDATE',
};

// An hour at a time, beginning with the next one in which something occurred. $1 the time until which counts have been
// added up, $2 until when they are to be. OFFSET makes PostgreSQL look into the index of each project.
const addQuartersStatement: Statement = {
  name: 'errors.add_quarters',
  text: `WITH next AS (
           SELECT date_bin('1 hour', least(min(c.bucket), $2::timestamptz), '2000-01-01T00:00:00Z') AS begins
             FROM projects p
            CROSS JOIN LATERAL (SELECT bucket FROM error_counts
                                 WHERE organization_id = p.organization_id AND project_id = p.id
                                   AND bucket >= $1::timestamptz
                                 ORDER BY bucket LIMIT 1) c
         ), added AS (
           INSERT INTO error_quarters AS q (organization_id, bucket, environment, level, count)
           SELECT c.organization_id, date_bin('15 minutes', c.bucket, '2000-01-01T00:00:00Z') AS quarter, c.environment,
                  g.level, sum(c.count)
             FROM next
            CROSS JOIN projects p
            CROSS JOIN LATERAL (SELECT organization_id, bucket, error_id, environment, count FROM error_counts
                                 WHERE organization_id = p.organization_id AND project_id = p.id
                                   AND bucket >= next.begins AND bucket < least(next.begins + interval '1 hour', $2)
                                OFFSET 0) c
             JOIN error_groups g ON g.organization_id = c.organization_id AND g.id = c.error_id
            GROUP BY c.organization_id, quarter, c.environment, g.level
            ORDER BY c.organization_id, quarter, c.environment, g.level
           ON CONFLICT (organization_id, bucket, environment, level) DO UPDATE SET count = q.count + excluded.count
         )
         UPDATE error_quarters_cursor SET added_until = least(next.begins + interval '1 hour', $2::timestamptz) FROM next`,
};

const deleteQuartersStatement: Statement = {
  name: 'errors.sweep_quarters',
  text: `DELETE FROM error_quarters e USING (
           SELECT o.* FROM organizations g
            CROSS JOIN LATERAL (SELECT organization_id, bucket, environment, level FROM error_quarters
                                 WHERE organization_id = g.id AND bucket < $1 ORDER BY bucket LIMIT $2) o
            ORDER BY g.id LIMIT $2) old
          WHERE e.organization_id = old.organization_id AND e.bucket = old.bucket AND e.environment = old.environment
            AND e.level = old.level
         RETURNING 1`,
};

// What was counted by the minute is added up by the quarter of an hour. A bucket that begins with a quarter is one
// already, or becomes one by what is added to it.
const compactCountsStatement: Statement = {
  name: 'errors.compact_counts',
  text: `WITH moved AS (
           DELETE FROM error_counts e USING (
             SELECT o.* FROM projects p
              CROSS JOIN LATERAL (SELECT organization_id, project_id, bucket, error_id, environment FROM error_counts
                                   WHERE organization_id = p.organization_id AND project_id = p.id
                                     AND bucket >= $2 AND bucket < $1
                                     AND bucket <> date_bin('15 minutes', bucket, '2000-01-01T00:00:00Z')
                                   ORDER BY bucket LIMIT $3) o
              ORDER BY p.organization_id, p.id LIMIT $3) old
            WHERE e.organization_id = old.organization_id AND e.project_id = old.project_id AND e.bucket = old.bucket
              AND e.error_id = old.error_id AND e.environment = old.environment
           RETURNING e.organization_id, e.project_id, e.error_id, e.environment,
                     date_bin('15 minutes', e.bucket, '2000-01-01T00:00:00Z') AS quarter, e.count
         )
         INSERT INTO error_counts AS c (organization_id, project_id, error_id, environment, bucket, count)
         SELECT organization_id, project_id, error_id, environment, quarter, sum(count)::bigint FROM moved
          GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 5, 3, 4
         ON CONFLICT (organization_id, project_id, bucket, error_id, environment)
           DO UPDATE SET count = c.count + excluded.count
         RETURNING 1`,
};

const deleteSessionsStatement: Statement = {
  name: 'errors.sweep_sessions',
  text: `DELETE FROM release_sessions e USING (
           SELECT o.* FROM projects p
            CROSS JOIN LATERAL (SELECT organization_id, project_id, bucket, release, environment FROM release_sessions
                                 WHERE organization_id = p.organization_id AND project_id = p.id AND bucket < $1
                                 ORDER BY bucket LIMIT $2) o
            ORDER BY p.organization_id, p.id LIMIT $2) old
          WHERE e.organization_id = old.organization_id AND e.project_id = old.project_id AND e.bucket = old.bucket
            AND e.release = old.release AND e.environment = old.environment
         RETURNING 1`,
};

const deleteBadSessionsStatement: Statement = {
  name: 'errors.sweep_bad_sessions',
  text: `DELETE FROM bad_sessions e USING (
           SELECT organization_id, project_id, session_id FROM bad_sessions
            WHERE seen_at < $1 ORDER BY seen_at LIMIT $2) old
          WHERE e.organization_id = old.organization_id AND e.project_id = old.project_id
            AND e.session_id = old.session_id AND e.seen_at < $1
         RETURNING 1`,
};

// Whatever is still known of a release keeps it. An error of it that is reported meanwhile keeps its environment.
const deleteReleasesStatement: Statement = {
  name: 'errors.sweep_releases',
  text: `WITH old AS (
           SELECT o.* FROM projects p
            CROSS JOIN LATERAL (
              SELECT r.organization_id, r.project_id, r.release FROM error_releases r
               WHERE r.organization_id = p.organization_id AND r.project_id = p.id AND r.first_seen_at < $1
                 AND NOT EXISTS (SELECT FROM release_environments e
                                  WHERE e.organization_id = r.organization_id AND e.project_id = r.project_id
                                    AND e.release = r.release AND e.last_occurred_at >= $1)
                 AND NOT EXISTS (SELECT FROM release_sessions s
                                  WHERE s.organization_id = r.organization_id AND s.project_id = r.project_id
                                    AND s.release = r.release)
               ORDER BY r.first_seen_at LIMIT $2) o
            ORDER BY p.organization_id, p.id LIMIT $2
         ), environments AS (
           DELETE FROM release_environments e USING old
            WHERE e.organization_id = old.organization_id AND e.project_id = old.project_id AND e.release = old.release
              AND (e.last_occurred_at IS NULL OR e.last_occurred_at < $1)
         )
         DELETE FROM error_releases r USING old
          WHERE r.organization_id = old.organization_id AND r.project_id = old.project_id AND r.release = old.release
         RETURNING 1`,
};

/** Each returns how many rows it has found, at most `limit`. */
export async function deleteOldOccurrences(db: Db, before: Date, limit: number): Promise<number> {
  return (await db.query(deleteOccurrencesStatement, [before, limit])).length;
}

export async function deleteOldReports(db: Db, before: Date, limit: number): Promise<number> {
  return (await db.query(deleteReportsStatement, [before, limit])).length;
}

export async function deleteOldCounts(db: Db, before: Date, limit: number): Promise<number> {
  return (await db.query(deleteCountsStatement, [before, limit])).length;
}

export async function deleteOldQuarters(db: Db, before: Date, limit: number): Promise<number> {
  return (await db.query(deleteQuartersStatement, [before, limit])).length;
}

export async function deleteOldSessions(db: Db, before: Date, limit: number): Promise<number> {
  return (await db.query(deleteSessionsStatement, [before, limit])).length;
}

/** Forgets sessions with a bad outcome, which have been counted. */
export async function deleteOldBadSessions(db: Db, before: Date, limit: number): Promise<number> {
  return (await db.query(deleteBadSessionsStatement, [before, limit])).length;
}

/** Deletes releases that were first seen, and had their last error, before the time, and have no sessions. */
export async function deleteOldReleases(db: Db, before: Date, limit: number): Promise<number> {
  return (await db.query(deleteReleasesStatement, [before, limit])).length;
}

/**
 * Adds up an hour of the counts of each organization.
 * @param until the beginning of an hour, before which only late reports still come
 * @returns 0 once all have been added up until then
 */
export async function addQuarters(db: Db, until: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const [cursor] = await tx.query<{ added_until: string }>(lockCursorStatement, []);
    if (cursor === undefined || Date.parse(cursor.added_until) >= until.getTime()) return 0;
    await tx.query(addQuartersStatement, [cursor.added_until, until]);
    return 1;
  });
}

/** Adds up counts between the two times. Returns 0 once there are none. */
export async function compactCounts(
  db: Db,
  { since, before }: { readonly since: Date; readonly before: Date },
  limit: number,
): Promise<number> {
  return (await db.query(compactCountsStatement, [before, since, limit])).length;
}
