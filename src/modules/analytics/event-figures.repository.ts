import type { Db, Statement } from '../../platform/database.ts';
import type { FigureScope, Period } from './analytics.types.ts';

// $1 organization, $2 projects or null, $3 whether events without a project count, $4 bounds. Deleted events are counted
// as negative ones. Added up first by all columns, each row is added once and not three times.
const figuresStatement: Statement = {
  name: 'analytics.events',
  text: `
    WITH counted AS (
      SELECT type, source, width_bucket(bucket, $4::timestamptz[]) AS place, sum(count) AS count FROM event_counts
       WHERE organization_id = $1 AND bucket >= ($4::timestamptz[])[1]
         AND bucket < ($4::timestamptz[])[cardinality($4::timestamptz[])]
         AND CASE WHEN project_id IS NULL THEN $3 ELSE $2::uuid[] IS NULL OR project_id = ANY ($2::uuid[]) END
       GROUP BY type, source, place
    )
    SELECT CASE GROUPING(place, type, source) WHEN 3 THEN 'bucket' WHEN 5 THEN 'type' ELSE 'source' END AS part,
           place AS bucket, type, source, sum(count)::bigint AS events
      FROM counted GROUP BY GROUPING SETS ((place), (type), (source)) HAVING sum(count) > 0`,
};

/** The events of one part: `part` names the column that has its value. */
interface EventPart {
  readonly part: 'bucket' | 'type' | 'source';
  readonly bucket: number;
  readonly type: string;
  readonly source: string;
  readonly events: number;
}

export async function readEventFigures(
  db: Db,
  { organization_id, project_ids, isProjectOptional }: FigureScope,
  { bounds }: Pick<Period, 'bounds'>,
): Promise<EventPart[]> {
  return db.query<EventPart>(figuresStatement, [organization_id, project_ids ?? null, isProjectOptional, bounds]);
}
