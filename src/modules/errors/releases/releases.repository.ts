import type { Release } from '../../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { Place } from '../taking/reports.types.ts';

/** A release in one environment; empty for reports that name none. */
export interface SeenRelease {
  readonly release: string;
  readonly environment: string;
}

/** What a release's row says, without what is counted. */
export type ReleaseRow = Pick<Release, 'id' | 'organization_id' | 'project_id' | 'release' | 'first_seen_at'>;

/** What was counted for a release, in one environment or in all. */
export interface ReleaseFigures {
  readonly release: string;
  readonly session_count: number;
  readonly errored: number;
  readonly abnormal: number;
  readonly crashed: number;
  readonly new_error_count: number;
  readonly occurrence_count: number;
  /** Of the last error or session; null if there is none any more. */
  readonly last_seen_at: string | null;
}

export interface ReleaseFilters {
  readonly release?: string | undefined;
  readonly environment?: string | undefined;
}

// $8 releases, and $9 environments of each, are the most that a project has. Its releases are counted only if one is new.
const addStatement: Statement = {
  name: 'releases.add',
  text: `WITH fresh AS (
           SELECT n.id, n.release FROM unnest($3::uuid[], $4::text[]) AS n (id, release)
            WHERE NOT EXISTS (SELECT FROM error_releases r
                               WHERE r.organization_id = $1 AND r.project_id = $2 AND r.release = n.release)
         ), admitted AS (
           SELECT id, release FROM fresh ORDER BY release
            LIMIT (SELECT greatest($8::bigint - count(*), 0) FROM error_releases
                    WHERE organization_id = $1 AND project_id = $2 AND EXISTS (SELECT FROM fresh))
         ), added AS (
           INSERT INTO error_releases (id, organization_id, project_id, release, first_seen_at)
           SELECT id, $1, $2, release, $7 FROM admitted ORDER BY release
           ON CONFLICT DO NOTHING
         )
         INSERT INTO release_environments (organization_id, project_id, release, environment)
         SELECT $1, $2, n.release, n.environment FROM unnest($5::text[], $6::text[]) AS n (release, environment)
          WHERE n.release NOT IN (SELECT release FROM fresh EXCEPT SELECT release FROM admitted)
            AND NOT EXISTS (SELECT FROM release_environments e
                             WHERE e.organization_id = $1 AND e.project_id = $2 AND e.release = n.release
                               AND e.environment = n.environment)
            AND (SELECT count(*) FROM release_environments e
                  WHERE e.organization_id = $1 AND e.project_id = $2 AND e.release = n.release) < $9
          ORDER BY n.release, n.environment
         ON CONFLICT DO NOTHING`,
};

// $4 is null for all environments. A session of which only the bad end was reported has begun, too.
const figuresStatement: Statement = {
  name: 'releases.figures',
  text: `SELECT r.release, s.session_count, s.errored, s.abnormal, s.crashed, n.new_error_count, o.occurrence_count,
                greatest(s.last_bucket, o.last_occurred_at) AS last_seen_at
           FROM unnest($3::text[]) AS r (release)
          CROSS JOIN LATERAL (
            SELECT coalesce(sum(greatest(started, greatest(errored, 0) + abnormal + crashed)), 0)::bigint AS session_count,
                   coalesce(sum(errored), 0)::bigint AS errored, coalesce(sum(abnormal), 0)::bigint AS abnormal,
                   coalesce(sum(crashed), 0)::bigint AS crashed,
                   max(bucket) AS last_bucket
              FROM release_sessions
             WHERE organization_id = $1 AND project_id = $2 AND release = r.release
               AND ($4::text IS NULL OR environment = $4)) s
          CROSS JOIN LATERAL (
            SELECT coalesce(sum(occurrence_count), 0)::bigint AS occurrence_count,
                   max(last_occurred_at) AS last_occurred_at
              FROM release_environments
             WHERE organization_id = $1 AND project_id = $2 AND release = r.release
               AND ($4::text IS NULL OR environment = $4)) o
          CROSS JOIN LATERAL (
            SELECT count(*) AS new_error_count FROM error_groups g
             WHERE g.organization_id = $1 AND g.project_id = $2 AND g.first_release = r.release
               AND ($4::text IS NULL
                    OR EXISTS (SELECT FROM error_facets f
                                WHERE f.organization_id = $1 AND f.error_id = g.id AND f.name = 'environment'
                                  AND f.value = $4))) n`,
};

/** Adds releases, and environments of them, that the project has not seen, as far as it may have more. */
export async function addReleases(
  db: Db,
  { organization_id, project_id }: Place,
  { ids, releases, seen, now, releases_max, environments_max }: NewReleases,
): Promise<void> {
  const environments = [seen.map(({ release }) => release), seen.map(({ environment }) => environment)];
  const values = [organization_id, project_id, ids, releases, ...environments, now, releases_max, environments_max];
  await db.defer(addStatement, values);
}

interface NewReleases {
  /** For the releases, in their order. */
  readonly ids: readonly string[];
  readonly releases: readonly string[];
  readonly seen: readonly SeenRelease[];
  readonly now: Date;
  readonly releases_max: number;
  /** Of each release. */
  readonly environments_max: number;
}

const sortKey: SortKey<ReleaseRow> = {
  column: 'first_seen_at',
  type: 'timestamptz',
  valueOf: (row) => row.first_seen_at,
};

export async function listReleaseRows(
  db: Db,
  place: Place,
  { release, environment }: ReleaseFilters,
  page: PageRequest,
): Promise<Slice<ReleaseRow>> {
  const query = db.knex('error_releases').select('id', 'organization_id', 'project_id', 'release', 'first_seen_at');
  void query.where(place);
  if (release !== undefined) void query.where({ release });
  if (environment !== undefined) {
    const seen = db
      .knex('release_environments')
      .select('release')
      .where({ ...place, environment });
    void query.whereIn('release', seen);
  }
  return fetchSlice<ReleaseRow>(query, page, sortKey);
}

/** Returns what was counted for each of the releases. */
export async function readReleaseFigures(
  db: Db,
  { organization_id, project_id }: Place,
  releases: readonly string[],
  environment: string | undefined,
): Promise<ReleaseFigures[]> {
  if (releases.length === 0) return [];
  return db.query<ReleaseFigures>(figuresStatement, [organization_id, project_id, releases, environment ?? null]);
}
