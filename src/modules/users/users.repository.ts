import type { Knex } from 'knex';
import type { User } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { userColumns, type InvitationToken, type UserFilters } from './users.types.ts';

const findStatement: Statement = {
  name: 'users.find',
  text: `SELECT id, email, name, is_operator, email_verified_at, deactivated_at, home_organization_id,
                version, created_at, updated_at
           FROM users WHERE id = $1`,
};

const lockStatement: Statement = {
  name: 'users.lock',
  text: `SELECT id, email, name, is_operator, email_verified_at, deactivated_at, home_organization_id,
                version, created_at, updated_at
           FROM users WHERE id = $1 FOR UPDATE`,
};

// NO KEY, because sessions and tasks may still refer to the user meanwhile.
const lockForChangeStatement: Statement = {
  name: 'users.lock_for_change',
  text: `SELECT id, email, name, is_operator, email_verified_at, deactivated_at, home_organization_id,
                version, created_at, updated_at
           FROM users WHERE id = $1 FOR NO KEY UPDATE`,
};

const findByEmailStatement: Statement = {
  name: 'users.find_by_email',
  text: `SELECT id, email, name, is_operator, email_verified_at, deactivated_at, home_organization_id,
                version, created_at, updated_at,
                password_hash
           FROM users WHERE email = $1`,
};

const findAccountStatement: Statement = {
  name: 'users.find_account',
  text: `SELECT id, email, name, is_operator, email_verified_at, deactivated_at, home_organization_id,
                version, created_at, updated_at,
                password_hash
           FROM users WHERE id = $1`,
};

// A share lock: log-ins do not block each other, but wait for a change of password or status.
const lockPasswordForShareStatement: Statement = {
  name: 'users.lock_password_for_share',
  text: `SELECT 1 FROM users
          WHERE id = $1 AND password_hash IS NOT DISTINCT FROM $2 AND deactivated_at IS NULL FOR SHARE`,
};

// The version counts changes of what the API shows, which the password is not part of.
const replacePasswordStatement: Statement = {
  name: 'users.replace_password',
  text: 'UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash IS NOT DISTINCT FROM $2 RETURNING id',
};

type UserWithPassword = User & { readonly password_hash: string | null };

export async function findUser(db: Db, userId: string): Promise<User | undefined> {
  const [user] = await db.query<User>(findStatement, [userId]);
  return user;
}

/** As findUser, and locks the row until the end of the transaction. */
export async function lockUser(db: Db, userId: string): Promise<User | undefined> {
  const [user] = await db.query<User>(lockStatement, [userId]);
  return user;
}

/** As lockUser, for a change that does not affect rows which refer to the user. */
export async function lockUserForChange(db: Db, userId: string): Promise<User | undefined> {
  const [user] = await db.query<User>(lockForChangeStatement, [userId]);
  return user;
}

export async function findUserByEmail(db: Db, email: string): Promise<UserWithPassword | undefined> {
  const [row] = await db.query<UserWithPassword>(findByEmailStatement, [email]);
  return row;
}

export async function findUserWithPassword(db: Db, userId: string): Promise<UserWithPassword | undefined> {
  const [row] = await db.query<UserWithPassword>(findAccountStatement, [userId]);
  return row;
}

/**
 * Locks the password against change until the end of the transaction; returns false if it was replaced or the account
 * closed.
 */
export async function lockPasswordForShare(db: Db, userId: string, hash: string | null): Promise<boolean> {
  return (await db.query(lockPasswordForShareStatement, [userId, hash])).length === 1;
}

/** Returns false if the password has been replaced meanwhile. */
export async function replacePasswordHash(
  db: Db,
  userId: string,
  before: string | null,
  after: string,
): Promise<boolean> {
  return (await db.query(replacePasswordStatement, [userId, before, after])).length === 1;
}

/** Returns false if the address is taken. */
export async function insertUser(db: Db, user: User): Promise<boolean> {
  const inserted = await db.knex('users').insert(user).onConflict('email').ignore().returning('id');
  return inserted.length === 1;
}

/** Writes what users can change themselves. The caller has locked the row. */
export async function replaceProfile(db: Db, user: User): Promise<void> {
  const { id, name, home_organization_id, version, updated_at } = user;
  await db.knex('users').where({ id }).update({ name, home_organization_id, version, updated_at });
}

export async function replaceUser(db: Db, user: User, passwordHash: string | null): Promise<void> {
  const { id, name, email_verified_at, home_organization_id, version, updated_at } = user;
  await db
    .knex('users')
    .where({ id })
    .update({ name, email_verified_at, home_organization_id, version, updated_at, password_hash: passwordHash });
}

/** Writes what operators can change. The caller has locked the row. */
export async function replaceAdministered(db: Db, user: User): Promise<void> {
  const { id, email, name, is_operator, deactivated_at, version, updated_at } = user;
  await db.knex('users').where({ id }).update({ email, name, is_operator, deactivated_at, version, updated_at });
}

/** The token is that of a password reset: the invited user opens the account by setting a password. */
export async function insertInvitationToken(db: Db, token: InvitationToken): Promise<void> {
  await db.knex('one_time_tokens').insert({ ...token, purpose: 'password_reset' });
}

/** Ends every unused link that verifies the address or sets a password. */
export async function endLinks(db: Db, userId: string): Promise<void> {
  await db.knex('one_time_tokens').where('user_id', userId).whereNull('used_at').delete();
}

const sortKeys = {
  created_at: { column: 'created_at', type: 'timestamptz', valueOf: (row) => row.created_at },
  name: { column: 'name', type: 'text', valueOf: (row) => row.name },
  email: { column: 'email', type: 'text', valueOf: (row) => row.email },
} satisfies Readonly<Record<string, SortKey<User>>>;

export async function listUserRows(db: Db, filters: UserFilters, page: PageRequest): Promise<Slice<User>> {
  const query = matching(db, filters).select(userColumns);
  return fetchSlice<User>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

/** By offset, as v1 pages: newest first. */
export async function listUserRowsByOffset(
  db: Db,
  filters: UserFilters,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: User[]; readonly total: number }> {
  const query = matching(db, filters);
  const counted = (await query.clone().count({ total: '*' }).first()) as { total: number } | undefined;
  const order = ['created_at', 'id'].map((column) => ({ column, order: 'desc' as const }));
  const rows = (await query.select(userColumns).orderBy(order).limit(limit).offset(offset)) as User[];
  return { rows, total: counted?.total ?? 0 };
}

function matching(db: Db, filters: UserFilters): Knex.QueryBuilder {
  const query = db.knex('users');
  if (filters.email !== undefined) void query.where('email', filters.email);
  if (filters.is_operator !== undefined) void query.where('is_operator', filters.is_operator);
  const statuses = filters.status ?? [];
  if (statuses.length > 0) {
    void query.where((one) => {
      if (statuses.includes('deactivated')) void one.orWhereNotNull('deactivated_at');
      for (const isVerified of [true, false]) {
        if (!statuses.includes(isVerified ? 'active' : 'pending')) continue;
        void one.orWhere((open) => {
          void open.whereNull('deactivated_at');
          void (isVerified ? open.whereNotNull('email_verified_at') : open.whereNull('email_verified_at'));
        });
      }
    });
  }
  if (filters.q !== undefined) void query.whereRaw('search @@ search_query(?)', [filters.q]);
  return query;
}
