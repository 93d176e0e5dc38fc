import type { Member } from '../../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../../platform/cursor.ts';
import type { Db, Statement } from '../../../platform/database.ts';
import { INSTALLATION_ORGANIZATION_ID } from '../installation/installation.types.ts';
import type { MemberFilters, Membership } from '../organizations.types.ts';

const findStatement: Statement = {
  name: 'organizations.find_member',
  text: `SELECT m.organization_id, m.user_id, u.name, u.email, m.role, m.version, m.created_at, m.updated_at
           FROM organization_members m
           JOIN users u ON u.id = m.user_id
          WHERE m.organization_id = $1 AND m.user_id = $2`,
};

const replaceStatement: Statement = {
  name: 'organizations.replace_member',
  text: `UPDATE organization_members SET role = $4, version = version + 1, updated_at = $5
          WHERE organization_id = $1 AND user_id = $2 AND version = $3 RETURNING version`,
};

const hasOtherOwnerStatement: Statement = {
  name: 'organizations.has_other_owner',
  text: `SELECT EXISTS (SELECT FROM organization_members m
           JOIN users u ON u.id = m.user_id AND u.deactivated_at IS NULL
          WHERE m.organization_id = $1 AND m.user_id <> $2 AND m.role = 'owner') AS has_other_owner`,
};

const hasOtherMemberStatement: Statement = {
  name: 'organizations.has_other_member',
  text: `SELECT EXISTS (SELECT FROM organization_members
          WHERE organization_id = $1 AND user_id <> $2) AS has_other_member`,
};

const listIdsStatement: Statement = {
  name: 'organizations.list_ids',
  text: 'SELECT organization_id AS id FROM organization_members WHERE user_id = $1 ORDER BY organization_id',
};

const deleteStatement: Statement = {
  name: 'organizations.delete_members',
  text: 'DELETE FROM organization_members WHERE organization_id = $1 AND ($2::uuid IS NULL OR user_id = $2)',
};

// The oldest membership becomes the home. Users and sessions are rows of other modules, but their organization is
// decided here. The installation's own organization is nobody's home.
const moveHomesStatement: Statement = {
  name: 'organizations.move_homes',
  text: `UPDATE users SET version = version + 1, updated_at = $3, home_organization_id =
           (SELECT m.organization_id FROM organization_members m
             WHERE m.user_id = users.id AND m.organization_id <> ALL (ARRAY[$1, $4]::uuid[])
             ORDER BY m.created_at, m.organization_id LIMIT 1)
          WHERE home_organization_id = $1 AND ($2::uuid IS NULL OR id = $2)`,
};

const moveSessionsStatement: Statement = {
  name: 'organizations.move_sessions',
  text: `UPDATE sessions SET organization_id =
           (SELECT u.home_organization_id FROM users u WHERE u.id = sessions.user_id)
          WHERE organization_id = $1 AND ($2::uuid IS NULL OR user_id = $2)`,
};

const setMissingHomeStatement: Statement = {
  name: 'organizations.setMissingHome',
  text: `UPDATE users SET home_organization_id = $1, version = version + 1, updated_at = $3
          WHERE id = $2 AND home_organization_id IS NULL`,
};

const insertMissingStatement: Statement = {
  name: 'organizations.insert_missing_member',
  text: `INSERT INTO organization_members (organization_id, user_id, role, version, created_at, updated_at)
         SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (SELECT FROM organizations WHERE id = $1)
         ON CONFLICT DO NOTHING RETURNING user_id`,
};

export async function insertMembership(db: Db, membership: Membership): Promise<void> {
  await db.knex('organization_members').insert(membership);
}

/** Returns false if the user is a member already, or the organization does not exist. */
export async function insertMissingMembership(db: Db, membership: Membership): Promise<boolean> {
  const { organization_id, user_id, role, version, created_at, updated_at } = membership;
  const values = [organization_id, user_id, role, version, created_at, updated_at];
  return (await db.query(insertMissingStatement, values)).length === 1;
}

export async function findMember(db: Db, organizationId: string, userId: string): Promise<Member | undefined> {
  const [member] = await db.query<Member>(findStatement, [organizationId, userId]);
  return member;
}

/** Writes the role if the membership's version has not changed; returns false if a concurrent request changed it. */
export async function replaceMember(db: Db, member: Member): Promise<boolean> {
  const { organization_id, user_id, version, role, updated_at } = member;
  return (await db.query(replaceStatement, [organization_id, user_id, version - 1, role, updated_at])).length === 1;
}

/**
 * Returns whether the organization has another owner who can log in; owners with a deactivated account do not count.
 */
export async function hasOtherOwner(db: Db, organizationId: string, userId: string): Promise<boolean> {
  const values = [organizationId, userId];
  const [row] = await db.query<{ has_other_owner: boolean }>(hasOtherOwnerStatement, values);
  return row?.has_other_owner === true;
}

export async function hasOtherMember(db: Db, organizationId: string, userId: string): Promise<boolean> {
  const values = [organizationId, userId];
  const [row] = await db.query<{ has_other_member: boolean }>(hasOtherMemberStatement, values);
  return row?.has_other_member === true;
}

/** Returns the ids of the user's organizations. */
export async function listOrganizationIds(db: Db, userId: string): Promise<string[]> {
  return (await db.query<{ id: string }>(listIdsStatement, [userId])).map(({ id }) => id);
}

/** Makes the organization the home of a user who has none. */
export async function setMissingHome(db: Db, organizationId: string, userId: string, now: Date): Promise<void> {
  await db.query(setMissingHomeStatement, [organizationId, userId, now]);
}

/**
 * Ends the membership of one user, or of all. Their homes and sessions move to another of their organizations. Project
 * roles and API keys are deleted with the membership.
 */
export async function deleteMemberships(
  db: Db,
  organizationId: string,
  who: { readonly user_id: string | undefined; readonly now: Date },
): Promise<void> {
  const values = [organizationId, who.user_id ?? null];
  await db.query(moveHomesStatement, [...values, who.now, INSTALLATION_ORGANIZATION_ID]);
  await db.query(moveSessionsStatement, values);
  await db.query(deleteStatement, values);
}

/** A member's row has no id of its own; within an organization the user's id identifies it. */
type MemberRow = Member & { readonly id: string };

const sortKeys = {
  created_at: { column: 'm.created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'u.name', type: 'text', valueOf: (row) => row.name },
} satisfies Readonly<Record<string, SortKey<MemberRow>>>;
/** The id from the table that the list is sorted by, because only then an index covers both columns. */
const idColumns = { created_at: 'm.user_id', name: 'u.id' } as const;

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
  const sort = page.sort as keyof typeof sortKeys;
  const slice = await fetchSlice<MemberRow>(query, page, sortKeys[sort], idColumns[sort]);
  return { ...slice, rows: slice.rows.map(({ id: _id, ...member }) => member) };
}
