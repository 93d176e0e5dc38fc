import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { reportingKeyColumns, type ReportingKeyRow, type StoredKey } from './reporting-keys.types.ts';

// Locks the row of a project that has a number already, so that this statement returns it whoever made it.
const numberStatement: Statement = {
  name: 'reporting_keys.number_project',
  text: `INSERT INTO project_numbers (organization_id, project_id) VALUES ($1, $2)
         ON CONFLICT (organization_id, project_id) DO UPDATE SET project_id = excluded.project_id
         RETURNING number`,
};

const fixNumberStatement: Statement = {
  name: 'reporting_keys.fix_number',
  text: 'INSERT INTO project_numbers (number, organization_id, project_id) VALUES ($1, $2, $3)',
};

const findStatement: Statement = {
  name: 'reporting_keys.find',
  text: `SELECT k.id, k.organization_id, k.project_id, k.project_number, k.name, k.public_key, k.is_active,
                k.reports_per_minute, k.version, k.created_at, k.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM reporting_keys k
           JOIN projects p ON p.organization_id = k.organization_id AND p.id = k.project_id
           LEFT JOIN project_members m ON m.project_id = k.project_id AND m.user_id = $3
          WHERE k.organization_id = $1 AND k.id = $2`,
};

const lockStatement: Statement = {
  name: 'reporting_keys.lock',
  text: `SELECT k.id, k.organization_id, k.project_id, k.project_number, k.name, k.public_key, k.is_active,
                k.reports_per_minute, k.version, k.created_at, k.updated_at, p.archived_at AS project_archived_at,
                p.visibility AS project_visibility, m.role AS member_role
           FROM reporting_keys k
           JOIN projects p ON p.organization_id = k.organization_id AND p.id = k.project_id
           LEFT JOIN project_members m ON m.project_id = k.project_id AND m.user_id = $3
          WHERE k.organization_id = $1 AND k.id = $2
            FOR NO KEY UPDATE OF k`,
};

const replaceStatement: Statement = {
  name: 'reporting_keys.replace',
  text: `UPDATE reporting_keys SET name = $4, is_active = $5, reports_per_minute = $6, version = version + 1, updated_at = $7
          WHERE organization_id = $1 AND id = $2 AND version = $3
         RETURNING version`,
};

/** Returns the number of a project; it gets one if it has none. */
export async function numberProject(db: Db, { organization_id, id }: { organization_id: string; id: string }) {
  const [row] = await db.query<{ number: number }>(numberStatement, [organization_id, id]);
  if (row === undefined) throw new Error('a project got no number');
  return row.number;
}

export async function fixProjectNumber(
  db: Db,
  { organization_id, id }: { organization_id: string; id: string },
  number: number,
): Promise<number> {
  await db.query(fixNumberStatement, [number, organization_id, id]);
  return number;
}

export async function findReportingKey(db: Db, actor: Actor, keyId: string): Promise<ReportingKeyRow | undefined> {
  const [row] = await db.query<ReportingKeyRow>(findStatement, [actor.organization_id, keyId, actor.user_id]);
  return row;
}

/** As findReportingKey, and locks the row until the end of the transaction. */
export async function lockReportingKey(db: Db, actor: Actor, keyId: string): Promise<ReportingKeyRow | undefined> {
  const [row] = await db.query<ReportingKeyRow>(lockStatement, [actor.organization_id, keyId, actor.user_id]);
  return row;
}

const sortKeys = {
  created_at: { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'name', type: 'text', valueOf: (row) => row.name },
} satisfies Record<string, SortKey<StoredKey>>;

export async function listReportingKeyRows(
  db: Db,
  scope: Pick<StoredKey, 'organization_id' | 'project_id'>,
  page: PageRequest,
): Promise<Slice<StoredKey>> {
  const query = db.knex('reporting_keys').select(reportingKeyColumns).where(scope);
  return fetchSlice<StoredKey>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

export async function insertReportingKey(db: Db, key: StoredKey): Promise<void> {
  await db.knex('reporting_keys').insert(key);
}

/** Writes the key if its version has not changed; returns false if a concurrent request changed it. */
export async function replaceReportingKey(db: Db, after: StoredKey): Promise<boolean> {
  const { organization_id, id, version, name, is_active, reports_per_minute, updated_at } = after;
  const values = [organization_id, id, version - 1, name, is_active, reports_per_minute, updated_at];
  return (await db.query(replaceStatement, values)).length === 1;
}

export async function deleteReportingKeyRow(db: Db, key: StoredKey): Promise<void> {
  await db.knex('reporting_keys').where({ organization_id: key.organization_id, id: key.id }).delete();
}
