import type { Db, Statement } from '../../../platform/database.ts';
import type { Place } from '../taking/reports.types.ts';
import { COUNT_MAX, type BadSession, type Outcome, type SessionCounts } from './sessions.policy.ts';

// `errored` is negative where a session that was errored has crashed since. Sessions of what has not been noted, because
// the project has too many releases or environments, are counted with an empty name. $10 is the most that a count can be.
const addStatement: Statement = {
  name: 'release_sessions.add',
  text: `INSERT INTO release_sessions AS s (organization_id, project_id, release, environment, bucket, started, errored,
           abnormal, crashed)
         SELECT $1, $2, coalesce(r.release, ''), coalesce(e.environment, ''), n.bucket,
                least(sum(n.started), $10::integer), least(sum(n.errored), $10::integer),
                least(sum(n.abnormal), $10::integer), least(sum(n.crashed), $10::integer)
           FROM unnest($3::text[], $4::text[], $5::timestamptz[], $6::integer[], $7::integer[], $8::integer[], $9::integer[])
                  AS n (release, environment, bucket, started, errored, abnormal, crashed)
           LEFT JOIN error_releases r ON r.organization_id = $1 AND r.project_id = $2 AND r.release = n.release
           LEFT JOIN release_environments e ON e.organization_id = $1 AND e.project_id = $2 AND e.release = r.release
            AND e.environment = n.environment
          GROUP BY n.bucket, 3, 4
          ORDER BY n.bucket, 3, 4
         ON CONFLICT (organization_id, project_id, bucket, release, environment) DO UPDATE
           SET started = least(s.started + excluded.started, $10::integer),
               errored = least(s.errored + excluded.errored, $10::integer),
               abnormal = least(s.abnormal + excluded.abnormal, $10::integer),
               crashed = least(s.crashed + excluded.crashed, $10::integer)`,
};

// A session that was errored can still crash. Every other outcome is final.
const rememberStatement: Statement = {
  name: 'release_sessions.remember_bad',
  text: `INSERT INTO bad_sessions AS b (organization_id, project_id, session_id, outcome, seen_at)
         SELECT $1, $2, n.session_id, n.outcome, $5 FROM unnest($3::uuid[], $4::text[]) AS n (session_id, outcome)
          ORDER BY n.session_id
         ON CONFLICT (organization_id, project_id, session_id) DO UPDATE
           SET outcome = excluded.outcome, seen_at = excluded.seen_at
         WHERE b.outcome = 'errored' AND excluded.outcome <> 'errored'
         RETURNING session_id, xmax = 0 AS is_first`,
};

export async function addSessionCounts(db: Db, place: Place, counts: readonly SessionCounts[]): Promise<void> {
  if (counts.length === 0) return;
  await db.query(addStatement, [
    ...[place.organization_id, place.project_id, counts.map(({ release }) => release)],
    ...[counts.map(({ environment }) => environment), counts.map(({ bucket }) => bucket)],
    ...[counts.map(({ started }) => started), counts.map(({ errored }) => errored)],
    ...[counts.map(({ abnormal }) => abnormal), counts.map(({ crashed }) => crashed), COUNT_MAX],
  ]);
}

/** Returns the sessions whose outcome is new or worse than before, and whether it is the first one of the session. */
export async function rememberBadSessions(
  db: Db,
  place: Place,
  bad: readonly BadSession[],
  now: Date,
): Promise<{ readonly session_id: string; readonly is_first: boolean }[]> {
  if (bad.length === 0) return [];
  const ids = bad.map(({ session_id }) => session_id);
  const outcomes: Outcome[] = bad.map(({ outcome }) => outcome);
  return db.query(rememberStatement, [place.organization_id, place.project_id, ids, outcomes, now]);
}
