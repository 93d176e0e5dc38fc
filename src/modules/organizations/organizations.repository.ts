import type { Organization } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { organizationColumns } from './organizations.types.ts';

const findStatement: Statement = {
  name: 'organizations.find',
  text: `SELECT id, name, slug, version, created_at, updated_at FROM organizations
          WHERE id = $1 AND deleted_at IS NULL`,
};

// NO KEY, because rows that refer to the organization may still be written meanwhile.
const lockStatement: Statement = {
  name: 'organizations.lock',
  text: `SELECT id, name, slug, version, created_at, updated_at FROM organizations
          WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE`,
};

export async function findOrganization(db: Db, organizationId: string): Promise<Organization | undefined> {
  const [organization] = await db.query<Organization>(findStatement, [organizationId]);
  return organization;
}

/**
 * As findOrganization, and locks the row until the end of the transaction, so that changes of members run one after the
 * other.
 */
export async function lockOrganization(db: Db, organizationId: string): Promise<Organization | undefined> {
  const [organization] = await db.query<Organization>(lockStatement, [organizationId]);
  return organization;
}

const sortKeys = {
  created_at: { column: 'organizations.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'organizations.name', type: 'text', valueOf: (row) => row.name },
} satisfies Readonly<Record<string, SortKey<Organization>>>;

/**
 * Lists the organizations that the user is a member of. `only`, if given, restricts them to the organization of an API
 * key.
 */
export async function listOrganizationRows(
  db: Db,
  userId: string,
  only: string | undefined,
  page: PageRequest,
): Promise<Slice<Organization>> {
  const query = db
    .knex('organizations')
    .join('organization_members', 'organization_members.organization_id', 'organizations.id')
    .where('organization_members.user_id', userId)
    .select(organizationColumns.map((column) => `organizations.${column}`));
  if (only !== undefined) void query.where('organizations.id', only);
  return fetchSlice<Organization>(query, page, sortKeys[page.sort as keyof typeof sortKeys], 'organizations.id');
}

/** Returns false if the slug is taken. */
export async function insertOrganization(db: Db, organization: Organization): Promise<boolean> {
  const inserted = await db.knex('organizations').insert(organization).onConflict('slug').ignore().returning('id');
  return inserted.length === 1;
}

/** Writes the organization if its version has not changed; returns false if a concurrent request changed it. */
export async function replaceOrganization(db: Db, organization: Organization): Promise<boolean> {
  const { id, name, slug, version, updated_at } = organization;
  const row = { id, version: version - 1, deleted_at: null };
  return (await db.knex('organizations').where(row).update({ name, slug, version, updated_at })) === 1;
}
