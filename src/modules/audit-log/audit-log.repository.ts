import type { Knex } from 'knex';
import type { AuditEntry } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Part } from '../../platform/snapshot.ts';
import type { AuditFilters } from './audit-log.types.ts';

const plainColumns = [
  'id',
  'organization_id',
  'sequence',
  'actor_id',
  'actor_type',
  'credential_id',
  'credential_type',
  'action',
  'resource_type',
  'resource_id',
  'project_id',
  'before',
  'after',
  'request_id',
  'created_at',
] as const satisfies readonly (keyof AuditEntry)[];

const findStatement: Statement = {
  name: 'audit_log.find',
  text: `SELECT id, organization_id, sequence, encode(hash, 'hex') AS hash, encode(previous_hash, 'hex') AS previous_hash,
                actor_id, actor_type, credential_id, credential_type, action, resource_type, resource_id, project_id,
                before, after, request_id, created_at
           FROM audit_log WHERE id = $1`,
};

export async function findAuditEntry(db: Db, entryId: string): Promise<AuditEntry | undefined> {
  const [row] = await db.query<AuditEntry>(findStatement, [entryId]);
  return row;
}

const byTime: SortKey<AuditEntry> = {
  column: 'created_at',
  type: 'timestamptz',
  valueOf: (row) => row.created_at,
};

/** @param organizationId null for the log of the installation */
export async function listAuditRows(
  db: Db,
  organizationId: string | null,
  filters: AuditFilters,
  page: PageRequest,
): Promise<Slice<AuditEntry>> {
  return fetchSlice<AuditEntry>(entriesOf(db, organizationId, filters), page, byTime);
}

interface AuditScope {
  /** Null for the log of the installation. */
  readonly organization_id: string | null;
  readonly filters: AuditFilters;
}

/** Returns the next batch of entries, the oldest first. */
export async function nextAuditRows(
  db: Db,
  { organization_id, filters }: AuditScope,
  { last, limit }: Part<AuditEntry>,
): Promise<AuditEntry[]> {
  const query = entriesOf(db, organization_id, filters);
  if (last !== undefined) void query.whereRaw('(created_at, id) > (?, ?)', [last.created_at, last.id]);
  return query.orderBy(['created_at', 'id']).limit(limit);
}

function entriesOf(db: Db, organizationId: string | null, filters: AuditFilters) {
  const query = db
    .knex('audit_log')
    .select<AuditEntry[]>(...plainColumns, db.knex.raw("encode(hash, 'hex') AS hash"))
    .select<AuditEntry[]>(db.knex.raw("encode(previous_hash, 'hex') AS previous_hash"));
  if (organizationId === null) void query.whereNull('organization_id');
  else void query.where('organization_id', organizationId);
  applyFilters(query, filters);
  return query;
}

const equalities = ['actor_id', 'resource_type', 'resource_id', 'project_id', 'request_id'] as const;

function applyFilters(query: Knex.QueryBuilder, filters: AuditFilters): void {
  for (const name of equalities) {
    const value = filters[name];
    if (value !== undefined) void query.where(name, value);
  }
  if (filters.action !== undefined) void query.whereIn('action', filters.action);
  if (filters.created_after !== undefined) void query.where('created_at', '>=', filters.created_after);
  if (filters.created_before !== undefined) void query.where('created_at', '<', filters.created_before);
}
