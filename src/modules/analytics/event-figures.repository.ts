import type { Db, Statement } from '../../platform/database.ts';
import type { FigureScope, Period } from './analytics.types.ts';

// $1 organization, $2 projects or null, $3 whether events without a project count, $4 bounds, $5 bounds of the whole days
// within them. Deleted events are counted as negative ones. What has been merged is read by quarter of an hour for the
// intervals, and by day for the whole range.
const figuresStatement: Statement = {
  name: 'analytics.events',
  text: `
    WITH fresh AS (
      SELECT project_id, type, source, bucket, count FROM event_counts
       WHERE organization_id = $1 AND is_delta AND bucket >= ($4::timestamptz[])[1]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
    ), placed AS (
      SELECT project_id, bucket, count FROM event_quarters
       WHERE organization_id = $1 AND bucket >= ($4::timestamptz[])[1]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
      UNION ALL
      SELECT project_id, bucket, count FROM fresh
    ), named AS (
      SELECT project_id, type, source, count FROM event_days
       WHERE organization_id = $1 AND bucket >= ($5::timestamptz[])[1] AND bucket < ($5::timestamptz[])[2]
      UNION ALL
      SELECT project_id, type, source, count FROM event_counts
       WHERE organization_id = $1 AND NOT is_delta
         AND bucket >= ($4::timestamptz[])[1] AND bucket < ($5::timestamptz[])[1]
      UNION ALL
      SELECT project_id, type, source, count FROM event_counts
       WHERE organization_id = $1 AND NOT is_delta AND bucket >= ($5::timestamptz[])[2]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
      UNION ALL
      SELECT project_id, type, source, count FROM fresh
    ), counted AS (
      SELECT type, source, sum(count) AS count FROM named
       WHERE CASE WHEN project_id IS NULL THEN $3 ELSE $2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])) END
       GROUP BY type, source
    )
    SELECT 'bucket' AS part, width_bucket(bucket, $4::timestamptz[]) AS bucket, NULL AS type, NULL AS source,
           sum(count)::bigint AS events
      FROM placed
     WHERE CASE WHEN project_id IS NULL THEN $3 ELSE $2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])) END
     GROUP BY 2 HAVING sum(count) > 0
    UNION ALL
    SELECT CASE GROUPING(type, source) WHEN 1 THEN 'type' ELSE 'source' END, NULL, type, source, sum(count)::bigint
      FROM counted GROUP BY GROUPING SETS ((type), (source)) HAVING sum(count) > 0`,
};

const seriesStatement: Statement = {
  name: 'analytics.event_series',
  text: `
    WITH placed AS (
      SELECT project_id, bucket, count FROM event_quarters
       WHERE organization_id = $1 AND bucket >= ($4::timestamptz[])[1]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
      UNION ALL
      SELECT project_id, bucket, count FROM event_counts
       WHERE organization_id = $1 AND is_delta AND bucket >= ($4::timestamptz[])[1]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
    )
    SELECT width_bucket(bucket, $4::timestamptz[]) AS bucket, sum(count)::bigint AS events
      FROM placed
     WHERE CASE WHEN project_id IS NULL THEN $3 ELSE $2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])) END
     GROUP BY 1`,
};

/** The events of one part: `part` names the column that has its value. */
interface EventPart {
  readonly part: 'bucket' | 'type' | 'source';
  readonly bucket: number;
  readonly type: string;
  readonly source: string;
  readonly events: number;
}

/** @param period with the bounds of the whole days in it, as wholeDaysIn() returns them */
export async function readEventFigures(
  db: Db,
  scope: FigureScope,
  { bounds, days }: Pick<Period, 'bounds'> & { readonly days: readonly string[] },
): Promise<EventPart[]> {
  return db.query<EventPart>(figuresStatement, [...valuesOf(scope), bounds, days]);
}

/** Returns the events of each bucket; buckets without events may be missing. */
export async function readEventSeries(
  db: Db,
  scope: FigureScope,
  { bounds }: Pick<Period, 'bounds'>,
): Promise<Pick<EventPart, 'bucket' | 'events'>[]> {
  return db.query(seriesStatement, [...valuesOf(scope), bounds]);
}

function valuesOf({ organization_id, project_ids, isProjectOptional }: FigureScope): readonly unknown[] {
  return [organization_id, project_ids ?? null, isProjectOptional];
}
