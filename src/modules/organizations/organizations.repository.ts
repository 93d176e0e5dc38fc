import type { Member, Organization } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { organizationColumns, type MemberFilters, type Membership } from './organizations.types.ts';

const findStatement: Statement = {
  name: 'organizations.find',
  text: 'SELECT id, name, slug, version, created_at, updated_at FROM organizations WHERE id = $1',
};

const findMemberStatement: Statement = {
  name: 'organizations.find_member',
  text: `SELECT m.organization_id, m.user_id, u.name, u.email, m.role, m.version, m.created_at, m.updated_at
           FROM organization_members m
           JOIN users u ON u.id = m.user_id
          WHERE m.organization_id = $1 AND m.user_id = $2`,
};

export async function findOrganization(db: Db, organizationId: string): Promise<Organization | undefined> {
  const [organization] = await db.query<Organization>(findStatement, [organizationId]);
  return organization;
}

const sortKeys = {
  created_at: { column: 'organizations.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'organizations.name', type: 'text', valueOf: (row) => row.name },
} satisfies Readonly<Record<string, SortKey<Organization>>>;

/** The organizations that the user is a member of; `only` leaves the one of an API key. */
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

/** False where the slug is taken. */
export async function insertOrganization(db: Db, organization: Organization): Promise<boolean> {
  const inserted = await db.knex('organizations').insert(organization).onConflict('slug').ignore().returning('id');
  return inserted.length === 1;
}

export async function insertMembership(db: Db, membership: Membership): Promise<void> {
  await db.knex('organization_members').insert(membership);
}

export async function findMember(db: Db, organizationId: string, userId: string): Promise<Member | undefined> {
  const [member] = await db.query<Member>(findMemberStatement, [organizationId, userId]);
  return member;
}

/** A member's row has no id of its own; within an organization the user's serves as one. */
type MemberRow = Member & { readonly id: string };

const memberSortKeys = {
  created_at: { column: 'm.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'u.name', type: 'text', valueOf: (row) => row.name },
} satisfies Readonly<Record<string, SortKey<MemberRow>>>;

export async function listMemberRows(
  db: Db,
  organizationId: string,
  filters: MemberFilters,
  page: PageRequest,
): Promise<Slice<Member>> {
  const query = db
    .knex('organization_members as m')
    .join('users as u', 'u.id', 'm.user_id')
    .where('m.organization_id', organizationId)
    .select(
      'm.user_id as id',
      ...['m.organization_id', 'm.user_id', 'u.name', 'u.email', 'm.role', 'm.version', 'm.created_at', 'm.updated_at'],
    );
  if (filters.role !== undefined && filters.role.length > 0) void query.whereIn('m.role', filters.role);
  const slice = await fetchSlice<MemberRow>(
    query,
    page,
    memberSortKeys[page.sort as keyof typeof memberSortKeys],
    'm.user_id',
  );
  return { ...slice, rows: slice.rows.map(({ id: _id, ...member }) => member) };
}
