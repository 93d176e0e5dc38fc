import type { Db, Statement } from '../../../platform/database.ts';

const markStatement: Statement = {
  name: 'organizations.mark_deleted',
  text: `UPDATE organizations SET name = 'deleted', slug = NULL, version = version + 1, updated_at = $2, deleted_at = $2
          WHERE id = $1`,
};

const tombstonesStatement: Statement = {
  name: 'organizations.tombstones',
  text: 'SELECT id FROM organizations WHERE deleted_at IS NOT NULL ORDER BY deleted_at LIMIT 1000',
};

const removeTombstoneStatement: Statement = {
  name: 'organizations.anonymise',
  text: 'DELETE FROM organizations WHERE id = $1 AND deleted_at < $2',
};

// Reads the catalogue, so that a table that is added later cannot be forgotten. For partitioned tables it returns the
// partitions, because a row's ctid is unique only within a partition. A table whose reference to organizations becomes
// null on deletion (sessions) keeps its rows.
const tablesStatement: Statement = {
  name: 'organizations.tenant_tables',
  text: `SELECT c.relname AS name,
                ARRAY (SELECT r.relname FROM pg_constraint f JOIN pg_class r ON r.oid = f.conrelid
                        WHERE f.contype = 'f' AND f.confrelid = c.oid AND f.conrelid <> c.oid) AS referenced_by
           FROM pg_class c
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_constraint o
                             WHERE o.conrelid = c.oid AND o.confrelid = 'organizations'::regclass AND o.confdeltype = 'n')
          ORDER BY c.relname`,
};

interface TenantTable {
  readonly name: string;
  /** The tables whose foreign keys refer to this table. */
  readonly referenced_by: readonly string[];
}

/** Turns the organization's row into a tombstone, which keeps only the time of deletion. */
export async function markDeleted(db: Db, organizationId: string, now: Date): Promise<void> {
  await db.query(markStatement, [organizationId, now]);
}

/** Returns the ids of deleted organizations whose tombstones still exist. */
export async function findTombstones(db: Db): Promise<string[]> {
  return (await db.query<{ id: string }>(tombstonesStatement, [])).map(({ id }) => id);
}

/** Deletes a tombstone that was set before a time. */
export async function removeTombstone(db: Db, organizationId: string, before: Date): Promise<void> {
  await db.query(removeTombstoneStatement, [organizationId, before]);
}

/** Returns every table whose rows belong to organizations. */
export async function findTenantTables(db: Db): Promise<TenantTable[]> {
  return db.query<TenantTable>(tablesStatement, []);
}

/** Deletes up to `limit` rows of an organization, with the rows that cascade from them; returns how many. */
export async function deleteTenantRows(db: Db, table: string, organizationId: string, limit: number): Promise<number> {
  const { rowCount } = await db.knex.raw<{ readonly rowCount: number }>(
    'DELETE FROM ?? WHERE ctid = ANY (ARRAY (SELECT ctid FROM ?? WHERE organization_id = ? LIMIT ?))',
    [table, table, organizationId, limit],
  );
  return rowCount;
}
