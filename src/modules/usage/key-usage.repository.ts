import type { OperationUsage } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db } from '../../platform/database.ts';
import type { KeyUsageFilters, KeyUse } from './usage.types.ts';

interface Row extends KeyUse {
  /** The key, as the tie-break of the order. */
  readonly id: string;
  readonly operation: string;
  readonly api_key_name: string | null;
  readonly use_count: number;
}

const sortKey: SortKey<Row> = { column: 'operation', type: 'text', valueOf: ({ operation }) => operation };

/** Returns what API keys used since that day, one entry for each operation and key. */
export async function listKeyUsage(
  db: Db,
  filters: KeyUsageFilters,
  page: PageRequest,
): Promise<Slice<OperationUsage>> {
  const { organization_id, operation_id, version, since } = filters;
  const { knex } = db;
  const query = knex('key_usage AS k')
    .where('last_used_on', '>=', since)
    .select('k.*', 'credential_id AS id')
    .select(knex.raw('(SELECT name FROM api_keys WHERE api_keys.id = k.credential_id) AS api_key_name'))
    .select(
      knex.raw(
        `(SELECT sum(requests)::bigint FROM operation_usage u
           WHERE u.credential_id = k.credential_id AND u.version = k.version AND u.operation_id = k.operation_id
             AND u.used_on >= ?) AS use_count`,
        [since],
      ),
    );
  if (organization_id !== undefined) void query.where({ organization_id });
  if (version !== undefined) void query.where({ version });
  if (operation_id !== undefined) {
    const versions = version === undefined ? ['v1', 'v2'] : [version];
    const operations = operation_id.flatMap((name) => versions.map((one) => `${name}.${one}`));
    void query.whereIn('operation', operations);
  }
  const slice = await fetchSlice<Row>(query, page, sortKey, 'credential_id');
  return { ...slice, rows: slice.rows.map((row) => toOperationUsage(row, since)) };
}

function toOperationUsage(row: Row, since: string): OperationUsage {
  const { credential_id: api_key_id, version, operation_id, organization_id, api_key_name, use_count } = row;
  return {
    ...{ version, operation_id, organization_id, api_key_id, api_key_name, use_count },
    query_parameters: namesSince(row.query_parameters, since),
    body_fields: namesSince(row.body_fields, since),
    last_used_on: row.last_used_on,
  };
}

function namesSince(lastDays: KeyUse['query_parameters'], since: string): OperationUsage['query_parameters'] {
  return Object.entries(lastDays)
    .filter(([, day]) => day >= since)
    .map(([name, last_used_on]) => ({ name, last_used_on }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
