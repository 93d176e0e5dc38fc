import type { Db, Statement } from '../../platform/database.ts';
import type { KeyUse, UsageCount, UsageOwner, UsageSum } from './usage.types.ts';

// In the order of the keys, so that processes that add to the same rows cannot deadlock. One statement, so that a count
// that is written again after a failure is not added twice. Users who were deleted meanwhile are left out: their rows are
// locked, so that a deletion comes either before this statement or finds what it has added.
const addStatement: Statement = {
  name: 'usage.add',
  text: `WITH owners AS MATERIALIZED (
           SELECT id FROM users WHERE id = ANY ($3::uuid[]) ORDER BY id FOR KEY SHARE
         ), counted AS (
           INSERT INTO operation_usage AS u
             (credential_id, credential_type, user_id, version, operation_id, used_on, requests)
           SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::bigint[])
             AS added (credential_id, credential_type, user_id, version, operation_id, used_on, requests)
            WHERE user_id IN (SELECT id FROM owners)
            ORDER BY credential_id, version, operation_id, used_on
           ON CONFLICT (credential_id, version, operation_id, used_on)
             DO UPDATE SET requests = u.requests + excluded.requests
         )
         INSERT INTO key_usage AS k
           (credential_id, organization_id, user_id, version, operation_id, query_parameters, body_fields, last_used_on)
         SELECT * FROM unnest($8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::jsonb[], $14::jsonb[],
                              $15::date[])
           AS used (credential_id, organization_id, user_id, version, operation_id, query_parameters, body_fields,
                    last_used_on)
          WHERE user_id IN (SELECT id FROM owners)
          ORDER BY credential_id, version, operation_id
         ON CONFLICT (credential_id, version, operation_id)
           DO UPDATE SET query_parameters = CASE WHEN k.last_used_on <= excluded.last_used_on
                           THEN k.query_parameters || excluded.query_parameters
                           ELSE excluded.query_parameters || k.query_parameters END,
                         body_fields = CASE WHEN k.last_used_on <= excluded.last_used_on
                           THEN k.body_fields || excluded.body_fields ELSE excluded.body_fields || k.body_fields END,
                         last_used_on = greatest(k.last_used_on, excluded.last_used_on)`,
};

const columns = [
  'credential_id',
  'credential_type',
  'user_id',
  'version',
  'operation_id',
  'used_on',
  'requests',
] as const satisfies readonly (keyof UsageCount)[];

const keyColumns = [
  'credential_id',
  'organization_id',
  'user_id',
  'version',
  'operation_id',
  'query_parameters',
  'body_fields',
  'last_used_on',
] as const satisfies readonly (keyof KeyUse)[];

export async function addUsage(db: Db, counts: readonly UsageCount[], uses: readonly KeyUse[]): Promise<void> {
  await db.query(addStatement, [
    ...columns.map((column) => counts.map((count) => count[column])),
    ...keyColumns.map((column) => uses.map((use) => use[column])),
  ]);
}

/** Returns the counts since that day, newest first. */
export async function listUsageRows(db: Db, owner: UsageOwner, since: string): Promise<UsageCount[]> {
  const query = db.knex('operation_usage').where('used_on', '>=', since).select(columns);
  if (owner.credential_id !== undefined) void query.where('credential_id', owner.credential_id);
  if (owner.user_id !== undefined) void query.where('user_id', owner.user_id);
  return (await query.orderBy([
    { column: 'used_on', order: 'desc' },
    { column: 'version' },
    { column: 'operation_id' },
    { column: 'credential_id' },
  ])) as UsageCount[];
}

const sumStatement: Statement = {
  name: 'usage.sum',
  text: `SELECT version, operation_id, CASE WHEN credential_type = 'api_key' THEN credential_id END AS api_key_id,
                sum(requests)::bigint AS requests, max(used_on) AS last_used_on
           FROM operation_usage
          WHERE user_id = $1 AND used_on >= $2
          GROUP BY 1, 2, 3
          ORDER BY requests DESC, version, operation_id, api_key_id`,
};

/** Returns a user's counts since that day by operation and key, the most used first. */
export async function sumUsageRows(db: Db, userId: string, since: string): Promise<UsageSum[]> {
  return db.query<UsageSum>(sumStatement, [userId, since]);
}

export async function deleteUsageOf(db: Db, userId: string): Promise<void> {
  await db.knex('operation_usage').where('user_id', userId).delete();
  await db.knex('key_usage').where('user_id', userId).delete();
}

export async function deleteUsageBefore(db: Db, day: string): Promise<void> {
  await db.knex('operation_usage').where('used_on', '<', day).delete();
  await db.knex('key_usage').where('last_used_on', '<', day).delete();
}
