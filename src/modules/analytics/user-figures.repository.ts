import type { ActivityType } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { FigureScope, Period } from './analytics.types.ts';

// $1 organization, $2 projects or null, $3 whether rows without a project count, $4 bounds, $5 types of events.
const contributionsStatement: Statement = {
  name: 'analytics.contributions',
  text: `
    WITH contributions AS (
      SELECT user_id, type, width_bucket(created_at, $4::timestamptz[]) AS bucket FROM events
       WHERE organization_id = $1 AND created_at >= ($4::timestamptz[])[1]
         AND created_at < ($4::timestamptz[])[cardinality($4::timestamptz[])]
         AND user_id IS NOT NULL AND type = ANY ($5::text[])
         AND CASE WHEN project_id IS NULL THEN $3 ELSE $2::uuid[] IS NULL OR project_id IN (SELECT unnest($2::uuid[])) END
    )
    SELECT CASE GROUPING(bucket, type, user_id)
             WHEN 3 THEN 'bucket' WHEN 5 THEN 'type' WHEN 6 THEN 'user' ELSE 'all' END AS part,
           bucket, type, user_id, count(*)::integer AS contributions, count(DISTINCT user_id)::integer AS active
      FROM contributions GROUP BY GROUPING SETS ((bucket), (type), (user_id), ())`,
};

const comingsStatement: Statement = {
  name: 'analytics.comings',
  text: `
    SELECT bucket, sum(joined)::integer AS joined, sum(sign_ins)::integer AS sign_ins
      FROM (SELECT width_bucket(created_at, $2::timestamptz[]) AS bucket, 1 AS joined, 0 AS sign_ins
              FROM organization_members WHERE organization_id = $1
             UNION ALL
            SELECT width_bucket(created_at, $2::timestamptz[]), 0, 1 FROM events
             WHERE organization_id = $1 AND type = 'session.created' AND created_at >= ($2::timestamptz[])[1]
               AND created_at < ($2::timestamptz[])[cardinality($2::timestamptz[])]) AS coming
     GROUP BY bucket`,
};

const membersStatement: Statement = {
  name: 'analytics.members',
  text: `SELECT count(*)::integer AS members FROM organization_members WHERE organization_id = $1`,
};

/** The contributions of one part: `part` names the column that has its value. */
interface ContributionRow {
  readonly part: 'bucket' | 'type' | 'user' | 'all';
  readonly bucket: number;
  readonly type: ActivityType;
  readonly user_id: string;
  readonly contributions: number;
  readonly active: number;
}

interface ComingRow {
  readonly bucket: number;
  readonly joined: number;
  readonly sign_ins: number;
}

type Bounds = Pick<Period, 'bounds'>;

export async function readContributions(
  db: Db,
  { organization_id, project_ids, isProjectOptional }: FigureScope,
  { bounds }: Bounds,
  types: readonly string[],
): Promise<ContributionRow[]> {
  const values = [organization_id, project_ids ?? null, isProjectOptional, bounds, types];
  return db.query<ContributionRow>(contributionsStatement, values);
}

/** Returns members who joined, and sessions that were begun, by bucket. */
export async function readComings(db: Db, organizationId: string, { bounds }: Bounds): Promise<ComingRow[]> {
  return db.query<ComingRow>(comingsStatement, [organizationId, bounds]);
}

export async function countMembers(db: Db, organizationId: string): Promise<number> {
  const [row] = await db.query<{ members: number }>(membersStatement, [organizationId]);
  return row?.members ?? 0;
}
