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

// Asked of the catalogue, so that a table that is added later cannot be forgotten. Of partitioned tables the
// partitions, because a row's place (ctid) is one within a partition. A table that only points at organizations, and
// forgets those that go (sessions), keeps its rows.
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
  /** The tables whose foreign keys lead here. */
  readonly referenced_by: readonly string[];
}

/** Leaves a tombstone that says nothing any more but when. */
export async function markDeleted(db: Db, organizationId: string, now: Date): Promise<void> {
  await db.query(markStatement, [organizationId, now]);
}

/** Deleted organizations that are still there. */
export async function findTombstones(db: Db): Promise<string[]> {
  return (await db.query<{ id: string }>(tombstonesStatement, [])).map(({ id }) => id);
}

/** Removes a tombstone that was set before a time. */
export async function removeTombstone(db: Db, organizationId: string, before: Date): Promise<void> {
  await db.query(removeTombstoneStatement, [organizationId, before]);
}

/** Every table whose rows belong to organizations. */
export async function findTenantTables(db: Db): Promise<TenantTable[]> {
  return db.query<TenantTable>(tablesStatement, []);
}

/** Deletes up to `limit` rows of an organization, and what hangs on them; returns how many. */
export async function deleteTenantRows(db: Db, table: string, organizationId: string, limit: number): Promise<number> {
  const { rowCount } = await db.knex.raw<{ readonly rowCount: number }>(
    'DELETE FROM ?? WHERE ctid = ANY (ARRAY (SELECT ctid FROM ?? WHERE organization_id = ? LIMIT ?))',
    [table, table, organizationId, limit],
  );
  return rowCount;
}
