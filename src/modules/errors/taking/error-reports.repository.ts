import type { ErrorGroup } from '../../../../generated/v2/types.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { CountedError } from '../errors.types.ts';
import type { NewGroup, Place, StoredOccurrence, Tally } from './reports.types.ts';

// All rows are written in one order, so that transactions wait for each other and never in a circle: releases, ids of
// reports, groups by fingerprint, environments of releases. The rows of a group are written under the lock of the group.

const insertIdsStatement: Statement = {
  name: 'errors.insert_report_ids',
  text: `INSERT INTO error_reports (organization_id, project_id, id, received_at)
         SELECT $1, $2, id, $4 FROM unnest($3::uuid[]) AS id ORDER BY id
         ON CONFLICT DO NOTHING
         RETURNING id`,
};

const findRepeatedStatement: Statement = {
  name: 'errors.find_repeated_reports',
  text: `SELECT id, error_id FROM error_reports WHERE organization_id = $1 AND project_id = $2 AND id = ANY ($3::uuid[])`,
};

const countGroupsStatement: Statement = {
  name: 'errors.count_groups',
  text: `INSERT INTO error_groups AS g (id, organization_id, project_id, fingerprint, type, title, message, culprit, level,
           platform, first_release, created_at, updated_at, occurrence_count, first_seen_at, last_seen_at, last_release)
         SELECT id, $1, $2, fingerprint, type, title, message, culprit, level, platform, first_release, $3, $3,
                count, first_seen_at, last_seen_at, last_release
           FROM jsonb_to_recordset($4) AS n (id uuid, fingerprint text, type text, title text, message text, culprit text,
             level text, platform text, first_release text, count bigint, first_seen_at timestamptz,
             last_seen_at timestamptz, last_release text)
          ORDER BY fingerprint
         ON CONFLICT (organization_id, project_id, fingerprint) DO UPDATE SET
           occurrence_count = g.occurrence_count + excluded.occurrence_count,
           first_seen_at = least(g.first_seen_at, excluded.first_seen_at),
           last_seen_at = greatest(g.last_seen_at, excluded.last_seen_at),
           last_release = coalesce(excluded.last_release, g.last_release)
         RETURNING g.id, g.organization_id, g.project_id, g.fingerprint, g.type, g.title, g.message, g.culprit, g.level,
           g.platform, g.status, g.assignee_id, g.task_id, g.first_release, g.resolved_at, g.resolved_in_release,
           g.version, g.created_at, g.updated_at, g.occurrence_count, g.user_count, g.first_seen_at, g.last_seen_at,
           g.last_release`,
};

const hasMoreStatement: Statement = {
  name: 'errors.has_more_groups',
  text: `SELECT count(*) > $3 AS has_more
           FROM (SELECT FROM error_groups WHERE organization_id = $1 AND project_id = $2
                  ORDER BY last_seen_at, id LIMIT $3 + 1) g`,
};

const dropNewStatement: Statement = {
  name: 'errors.drop_new_groups',
  text: 'DELETE FROM error_groups WHERE organization_id = $1 AND project_id = $2 AND id = ANY ($3::uuid[])',
};

// A release that has not been noted came when the project had too many: it is later than those.
const laterReleasesStatement: Statement = {
  name: 'errors.list_later_releases',
  text: `SELECT n.release FROM unnest($3::text[]) AS n (release)
           LEFT JOIN error_releases r ON r.organization_id = $1 AND r.project_id = $2 AND r.release = n.release
           LEFT JOIN error_releases resolved ON resolved.organization_id = $1 AND resolved.project_id = $2
            AND resolved.release = $4
          WHERE r.number IS NULL
             OR CASE WHEN resolved.number IS NULL THEN r.first_seen_at >= $5 ELSE r.number >= resolved.number END`,
};

const regressStatement: Statement = {
  name: 'errors.regress',
  text: `UPDATE error_groups SET status = 'regressed', resolved_at = NULL, resolved_in_release = NULL,
           version = version + 1, updated_at = $3
          WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
};

const nameGroupsStatement: Statement = {
  name: 'errors.name_groups_of_reports',
  text: `UPDATE error_reports r SET error_id = n.error_id FROM unnest($3::uuid[], $4::uuid[]) AS n (id, error_id)
          WHERE r.organization_id = $1 AND r.project_id = $2 AND r.id = n.id`,
};

const insertOccurrencesStatement: Statement = {
  name: 'errors.insert_occurrences',
  text: `INSERT INTO error_occurrences (id, organization_id, project_id, error_id, number, occurred_at, received_at, level,
           type, message, platform, release, environment, server_name, frames, causes, stack_trace, tags, person, request,
           breadcrumbs, context)
         SELECT id, $1, $2, error_id, number, occurred_at, received_at, level, type, message, platform, release,
                environment, server_name, frames, causes, stack_trace, tags, nullif(person, 'null'),
                nullif(request, 'null'), breadcrumbs, context
           FROM jsonb_to_recordset($3) AS o (id uuid, error_id uuid, number bigint, occurred_at timestamptz,
             received_at timestamptz, level text, type text, message text, platform text, release text,
             environment text, server_name text, frames jsonb, causes jsonb, stack_trace text, tags jsonb, person jsonb,
             request jsonb, breadcrumbs jsonb, context jsonb)
         ON CONFLICT DO NOTHING`,
};

const trimStatement: Statement = {
  name: 'errors.trim_occurrences',
  text: `DELETE FROM error_occurrences o USING unnest($2::uuid[], $3::bigint[], $4::bigint[]) AS t (error_id, after, until)
          WHERE o.organization_id = $1 AND o.error_id = t.error_id AND o.number > t.after AND o.number <= t.until`,
};

const countStatement: Statement = {
  name: 'errors.count_occurrences',
  text: `INSERT INTO error_counts AS c (organization_id, project_id, error_id, environment, bucket, count)
         SELECT $1, $2, error_id, environment, bucket, count
           FROM unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::bigint[]) AS n (error_id, environment, bucket, count)
          ORDER BY bucket, error_id, environment
         ON CONFLICT (organization_id, project_id, bucket, error_id, environment)
           DO UPDATE SET count = c.count + excluded.count`,
};

// The lock keeps until when counts have been added up: what is added up already, is added here.
const countLateStatement: Statement = {
  name: 'errors.count_late',
  text: `WITH cursor AS (
           SELECT added_until FROM error_quarters_cursor WHERE is_only FOR SHARE
         )
         INSERT INTO error_quarters AS q (organization_id, bucket, environment, level, count)
         SELECT g.organization_id, date_bin('15 minutes', n.bucket, '2000-01-01T00:00:00Z') AS quarter, n.environment,
                g.level, sum(n.count)
           FROM cursor
           JOIN unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::bigint[]) AS n (error_id, environment, bucket, count)
             ON n.bucket < cursor.added_until
           JOIN error_groups g ON g.organization_id = $1 AND g.id = n.error_id
          GROUP BY g.organization_id, quarter, n.environment, g.level
          ORDER BY g.organization_id, quarter, n.environment, g.level
         ON CONFLICT (organization_id, bucket, environment, level) DO UPDATE SET count = q.count + excluded.count`,
};

// A name has no more values than $7 in an error: a tag that is different in every report must not fill the table.
const countFacetsStatement: Statement = {
  name: 'errors.count_facets',
  text: `WITH given AS (
           SELECT * FROM unnest($3::uuid[], $4::text[], $5::text[], $6::bigint[]) AS n (error_id, name, value, count)
         ), counted AS (
           UPDATE error_facets f SET count = f.count + n.count FROM given n
            WHERE f.organization_id = $1 AND f.error_id = n.error_id AND f.name = n.name AND f.value = n.value
           RETURNING f.error_id, f.name, f.value
         )
         INSERT INTO error_facets (organization_id, project_id, error_id, name, value, count)
         SELECT $1, $2, n.error_id, n.name, n.value, n.count FROM given n
          WHERE NOT EXISTS (SELECT FROM counted c
                             WHERE c.error_id = n.error_id AND c.name = n.name AND c.value = n.value)
            AND (SELECT count(*) FROM error_facets f
                  WHERE f.organization_id = $1 AND f.error_id = n.error_id AND f.name = n.name) < $7
         ON CONFLICT DO NOTHING`,
};

const countPersonsStatement: Statement = {
  name: 'errors.count_persons',
  text: `WITH fresh AS (
           INSERT INTO error_persons (organization_id, project_id, error_id, person_hash)
           SELECT DISTINCT $1::uuid, $2::uuid, error_id, decode(hash, 'base64')
             FROM unnest($3::uuid[], $4::text[]) AS n (error_id, hash)
           ON CONFLICT DO NOTHING
           RETURNING error_id
         )
         UPDATE error_groups g SET user_count = user_count + f.count
           FROM (SELECT error_id, count(*) AS count FROM fresh GROUP BY error_id) f
          WHERE g.organization_id = $1 AND g.id = f.error_id`,
};

// Only releases that have been noted; without the environment if that has not been.
const countReleasesStatement: Statement = {
  name: 'errors.count_releases',
  text: `INSERT INTO release_environments AS e (organization_id, project_id, release, environment, occurrence_count,
           last_occurred_at)
         SELECT $1, $2, n.release, coalesce(k.environment, ''), sum(n.count), max(n.last_occurred_at)
           FROM unnest($3::text[], $4::text[], $5::bigint[], $6::timestamptz[])
                  AS n (release, environment, count, last_occurred_at)
           JOIN error_releases r ON r.organization_id = $1 AND r.project_id = $2 AND r.release = n.release
           LEFT JOIN release_environments k ON k.organization_id = $1 AND k.project_id = $2 AND k.release = n.release
            AND k.environment = n.environment
          GROUP BY n.release, 4
          ORDER BY n.release, 4
         ON CONFLICT (organization_id, project_id, release, environment)
           DO UPDATE SET occurrence_count = e.occurrence_count + excluded.occurrence_count,
             last_occurred_at = greatest(e.last_occurred_at, excluded.last_occurred_at)`,
};

/**
 * Stores ids of reports. Waits for a concurrent transaction that stores one of them.
 * @returns those that were not there
 */
export async function insertReportIds(db: Db, place: Place, ids: readonly string[], now: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { organization_id, project_id } = place;
  const rows = await db.query<{ id: string }>(insertIdsStatement, [organization_id, project_id, ids, now]);
  return new Set(rows.map(({ id }) => id));
}

/** Returns the groups of reports that were received before, by the ids of the reports. */
export async function findRepeated(db: Db, place: Place, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const values = [place.organization_id, place.project_id, ids];
  const rows = await db.query<{ id: string; error_id: string }>(findRepeatedStatement, values);
  return new Map(rows.map(({ id, error_id }) => [id, error_id]));
}

/**
 * Adds new occurrences to their groups, and the groups that are not there. Locks them until the end of the transaction.
 * @returns the groups with the new counts
 */
export async function countGroups(
  db: Db,
  { organization_id, project_id }: Place,
  groups: readonly NewGroup[],
  now: Date,
): Promise<CountedError[]> {
  return db.query<CountedError>(countGroupsStatement, [organization_id, project_id, now, JSON.stringify(groups)]);
}

/** Whether the project has more groups than so many. */
export async function hasMoreGroups(db: Db, { organization_id, project_id }: Place, max: number): Promise<boolean> {
  const [row] = await db.query<{ has_more: boolean }>(hasMoreStatement, [organization_id, project_id, max]);
  return row?.has_more === true;
}

/** Takes back groups that this transaction has created. */
export async function dropNewGroups(
  db: Db,
  { organization_id, project_id }: Place,
  groups: readonly CountedError[],
): Promise<void> {
  await db.defer(dropNewStatement, [organization_id, project_id, groups.map(({ id }) => id)]);
}

/**
 * Returns those of the releases that are the given one, or were seen after it; if that has not been seen yet, those that
 * were seen since the error was resolved.
 */
export async function listLaterReleases(
  db: Db,
  { organization_id, project_id }: Place,
  releases: readonly string[],
  { resolved_in_release, resolved_at }: Pick<ErrorGroup, 'resolved_in_release' | 'resolved_at'>,
): Promise<Set<string>> {
  if (releases.length === 0) return new Set();
  const values = [organization_id, project_id, releases, resolved_in_release, resolved_at];
  const rows = await db.query<{ release: string }>(laterReleasesStatement, values);
  return new Set(rows.map(({ release }) => release));
}

/** Reopens locked groups. */
export async function regressGroups(db: Db, groups: readonly ErrorGroup[], now: Date): Promise<void> {
  const [first] = groups;
  if (first === undefined) return;
  await db.defer(regressStatement, [first.organization_id, groups.map(({ id }) => id), now]);
}

/** Stores occurrences, and what they add to the counters, under the locks of their groups. */
export async function storeOccurrences(
  db: Db,
  { organization_id, project_id }: Place,
  { kept, named, trims, tally }: { readonly kept: readonly StoredOccurrence[] } & StoredParts,
): Promise<void> {
  const place = [organization_id, project_id];
  await db.defer(insertOccurrencesStatement, [...place, JSON.stringify(kept)]);
  if (named.length > 0) await db.defer(nameGroupsStatement, [...place, ...columns(named, ['id', 'error_id'])]);
  if (trims.length > 0)
    await db.defer(trimStatement, [organization_id, ...columns(trims, ['error_id', 'after', 'until'])]);
  const { counts, late, facets, persons, releases } = tally;
  const countNames = ['error_id', 'environment', 'bucket', 'count'] as const;
  await db.defer(countStatement, [...place, ...columns(counts, countNames)]);
  if (facets.length > 0) {
    const names = ['error_id', 'name', 'value', 'count'] as const;
    await db.defer(countFacetsStatement, [...place, ...columns(facets, names), FACET_VALUES_MAX]);
  }
  if (persons.length > 0) await db.defer(countPersonsStatement, [...place, ...columns(persons, ['error_id', 'hash'])]);
  // The last ones: reports of one release or quarter lock the same row, whatever their group is.
  if (releases.length > 0) {
    const names = ['release', 'environment', 'count', 'last_occurred_at'] as const;
    await db.defer(countReleasesStatement, [...place, ...columns(releases, names)]);
  }
  if (late.length > 0) await db.defer(countLateStatement, [organization_id, ...columns(late, countNames)]);
}

interface StoredParts {
  readonly named: readonly { readonly id: string; readonly error_id: string }[];
  /** Numbers of occurrences that are neither among the first nor among the last any more. */
  readonly trims: readonly { readonly error_id: string; readonly after: number; readonly until: number }[];
  readonly tally: Tally;
}

const FACET_VALUES_MAX = 100;

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}
