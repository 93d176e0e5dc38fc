import type { Db, Statement } from '../../platform/database.ts';
import type { Period } from './analytics.types.ts';
import type { MeasuredPart } from './request-figures.types.ts';

// $1 organization, $2 bounds. The range is named beside the bounds, so that only its rows are read.
const figuresStatement: Statement = {
  name: 'analytics.requests',
  text: `
    WITH measured AS (
      SELECT m.*, width_bucket(began_at, $2::timestamptz[]) AS bucket FROM request_measurements m
       WHERE organization_id = $1 AND began_at >= ($2::timestamptz[])[1]
         AND began_at < ($2::timestamptz[])[cardinality($2::timestamptz[])]
    ), figures AS (
      SELECT CASE GROUPING(bucket, operation_id, api_key_id)
               WHEN 3 THEN 'bucket' WHEN 5 THEN 'operation' WHEN 6 THEN 'key' ELSE 'all' END AS part,
             bucket, version, operation_id, api_key_id, sum(requests)::bigint AS requests,
             sum(client_errors)::bigint AS client_errors, sum(server_errors)::bigint AS server_errors,
             sum(duration_us)::double precision AS duration_us,
             ARRAY[
               sum(to_1), sum(to_2), sum(to_3), sum(to_4), sum(to_6), sum(to_8), sum(to_11), sum(to_15), sum(to_20),
               sum(to_30), sum(to_40), sum(to_60), sum(to_80), sum(to_110), sum(to_150), sum(to_200), sum(to_300),
               sum(to_400), sum(to_600), sum(to_800), sum(to_1100), sum(to_1500), sum(to_2000), sum(to_4000),
               sum(to_8000), sum(to_16000), sum(above)
             ]::bigint[] AS durations
        FROM measured GROUP BY GROUPING SETS ((bucket), (version, operation_id), (api_key_id), ())
    )
    SELECT figures.*, k.name AS api_key_name, k.user_id AS api_key_user_id
      FROM figures LEFT JOIN api_keys k ON k.organization_id = $1 AND k.id = figures.api_key_id`,
};

export async function readRequestFigures(
  db: Db,
  organizationId: string,
  { bounds }: Pick<Period, 'bounds'>,
): Promise<MeasuredPart[]> {
  const rows = await db.query<MeasuredPart>(figuresStatement, [organizationId, bounds]);
  // Without rows, the group of all is there, and empty.
  return rows.filter(({ requests }) => requests > 0);
}
