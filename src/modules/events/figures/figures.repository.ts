import type { EventSourceRow, EventTypeRow } from '../../../../generated/v2/types.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import type { CountedGroup, FigureScope } from './figures.types.ts';

// $1 organization, $2 the projects that the caller sees, $3 to $5 filters or null, $6 bounds of the range, $7 bounds of the
// whole days within it. Added up first by all columns, each row is added once and not four times.
const statsStatement: Statement = {
  name: 'event_counts.stats',
  text: `
    WITH found AS (
      SELECT project_id, type, source, count, first_at, last_at FROM event_days
       WHERE organization_id = $1 AND bucket >= ($7::timestamptz[])[1] AND bucket < ($7::timestamptz[])[2]
      UNION ALL
      SELECT project_id, type, source, count, first_at, last_at FROM event_counts
       WHERE organization_id = $1 AND NOT is_delta
         AND bucket >= ($6::timestamptz[])[1] AND bucket < ($7::timestamptz[])[1]
      UNION ALL
      SELECT project_id, type, source, count, first_at, last_at FROM event_counts
       WHERE organization_id = $1 AND NOT is_delta
         AND bucket >= ($7::timestamptz[])[2] AND bucket < ($6::timestamptz[])[2]
      UNION ALL
      SELECT project_id, type, source, count, first_at, last_at FROM event_counts
       WHERE organization_id = $1 AND is_delta
         AND bucket >= ($6::timestamptz[])[1] AND bucket < ($6::timestamptz[])[2]
    ), counted AS (
      SELECT type, source, project_id, sum(count) AS count, min(first_at) AS first_at, max(last_at) AS last_at
        FROM found
       WHERE (project_id IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
         AND ($3::uuid IS NULL OR project_id = $3) AND ($4::text[] IS NULL OR type = ANY ($4))
         AND ($5::text IS NULL OR source = $5)
       GROUP BY type, source, project_id
    )
    SELECT CASE GROUPING(type, source, project_id) WHEN 3 THEN 'type' WHEN 5 THEN 'source' WHEN 6 THEN 'project'
                ELSE 'all' END AS part,
           type, source, project_id, sum(count)::bigint AS count, min(first_at) AS first_at, max(last_at) AS last_at
      FROM counted
     GROUP BY GROUPING SETS ((type), (source), (project_id), ())
    HAVING sum(count) > 0
     ORDER BY count DESC, type, source, project_id`,
};

// $4 bounds of the intervals.
const timelineStatement: Statement = {
  name: 'event_quarters.timeline',
  text: `
    WITH found AS (
      SELECT project_id, bucket, count FROM event_quarters
       WHERE organization_id = $1 AND bucket >= ($4::timestamptz[])[1]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
      UNION ALL
      SELECT project_id, bucket, count FROM event_counts
       WHERE organization_id = $1 AND is_delta AND bucket >= ($4::timestamptz[])[1]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
    )
    SELECT width_bucket(bucket, $4::timestamptz[]) AS place, sum(count)::bigint AS count
      FROM found
     WHERE (project_id IS NULL OR project_id IN (SELECT unnest($2::uuid[]))) AND ($3::uuid IS NULL OR project_id = $3)
     GROUP BY place`,
};

const filteredTimelineStatement: Statement = {
  name: 'event_counts.timeline',
  text: `
    SELECT width_bucket(bucket, $6::timestamptz[]) AS place, sum(count)::bigint AS count
      FROM event_counts
     WHERE organization_id = $1 AND (project_id IS NULL OR project_id IN (SELECT unnest($2::uuid[])))
       AND ($3::uuid IS NULL OR project_id = $3) AND ($4::text[] IS NULL OR type = ANY ($4))
       AND ($5::text IS NULL OR source = $5) AND bucket >= ($6::timestamptz[])[1]
       AND bucket < ($6::timestamptz[])[cardinality($6::timestamptz[])]
     GROUP BY place`,
};

// What has been merged, and what has not been yet. $3 a project or null, $4 the column, $5 whether the order is reversed,
// $6 the name after which the page begins or null.
const namesStatement: Statement = {
  name: 'event_totals.names',
  text: `
    WITH counted AS (
      SELECT project_id, type, source, count, first_at, last_at FROM event_totals WHERE organization_id = $1
      UNION ALL
      SELECT project_id, type, source, count, first_at, last_at FROM event_counts WHERE organization_id = $1 AND is_delta
    ), named AS (
      SELECT CASE $4 WHEN 'type' THEN type ELSE source END AS name, sum(count)::bigint AS count,
             min(first_at) AS first_at, max(last_at) AS last_at
        FROM counted
       WHERE (project_id IS NULL OR project_id IN (SELECT unnest($2::uuid[]))) AND ($3::uuid IS NULL OR project_id = $3)
       GROUP BY name HAVING sum(count) > 0
    )
    SELECT name, count, first_at, last_at, (SELECT count(*) FROM named) AS total
      FROM named
     WHERE $6::text IS NULL OR CASE WHEN $5 THEN name < $6 ELSE name > $6 END
     ORDER BY CASE WHEN $5 THEN NULL ELSE name END, CASE WHEN $5 THEN name END DESC
     LIMIT $7`,
};

const countStatement: Statement = {
  name: 'event_totals.count',
  text: `
    WITH counted AS (
      SELECT project_id, type, source, count FROM event_totals WHERE organization_id = $1
      UNION ALL
      SELECT project_id, type, source, count FROM event_counts WHERE organization_id = $1 AND is_delta
    )
    SELECT coalesce(sum(count), 0)::bigint AS total
      FROM counted
     WHERE (project_id IS NULL OR project_id IN (SELECT unnest($2::uuid[]))) AND ($3::uuid IS NULL OR project_id = $3)
       AND ($4::text[] IS NULL OR type = ANY ($4)) AND ($5::text IS NULL OR source = $5)`,
};

function valuesOf({ organization_id, project_ids, filters: { project_id, type, source } }: FigureScope) {
  return [organization_id, project_ids, project_id ?? null, type ?? null, source ?? null];
}

/** Returns the number of all events of a scope, of any time. */
export async function countEvents(db: Db, scope: FigureScope): Promise<number> {
  const [row] = await db.query<{ total: number }>(countStatement, valuesOf(scope));
  return row?.total ?? 0;
}

/** @param range with the bounds of the whole days in it, as wholeDaysIn() returns them */
export async function countGroups(
  db: Db,
  scope: FigureScope,
  { from, to, days }: { readonly from: string; readonly to: string; readonly days: readonly string[] },
): Promise<CountedGroup[]> {
  return db.query<CountedGroup>(statsStatement, [...valuesOf(scope), [from, to], days]);
}

/** Returns the number of events in each interval, by its place from 1; intervals without events are missing. */
export async function countIntervals(
  db: Db,
  scope: FigureScope,
  bounds: readonly string[],
): Promise<ReadonlyMap<number, number>> {
  const [organization, projects, project, type, source] = valuesOf(scope);
  const isFiltered = type !== null || source !== null;
  const rows = await db.query<{ place: number; count: number }>(
    isFiltered ? filteredTimelineStatement : timelineStatement,
    isFiltered ? [organization, projects, project, type, source, bounds] : [organization, projects, project, bounds],
  );
  return new Map(rows.map(({ place, count }) => [place, count]));
}

type NamedRow = Omit<EventTypeRow & EventSourceRow, 'type' | 'source'> & { readonly name: string };

/** The tie-break of a position, which names do not need. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

export async function listNames(
  db: Db,
  { organization_id, project_ids, filters }: FigureScope,
  column: 'type' | 'source',
  page: PageRequest,
): Promise<Slice<NamedRow>> {
  const place = [organization_id, project_ids, filters.project_id ?? null];
  const { limit, descending, after } = page;
  const values = [...place, column, descending, after?.value ?? null, limit + 1];
  const found = await db.query<NamedRow & { total: number }>(namesStatement, values);
  const rows = found.slice(0, limit).map(({ total: _total, ...row }) => row);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    rows,
    next: last && { value: last.name, id: NO_ID },
    total: page.include_total ? (found[0]?.total ?? 0) : undefined,
  };
}
