import type { User } from '../../../generated/v2/types.ts';
import type { Db, Statement } from '../../platform/database.ts';

const findStatement: Statement = {
  name: 'users.find',
  text: `SELECT id, email, name, is_operator, email_verified_at, home_organization_id, version, created_at, updated_at
           FROM users WHERE id = $1`,
};

const lockStatement: Statement = {
  name: 'users.lock',
  text: `SELECT id, email, name, is_operator, email_verified_at, home_organization_id, version, created_at, updated_at
           FROM users WHERE id = $1 FOR UPDATE`,
};

const findByEmailStatement: Statement = {
  name: 'users.find_by_email',
  text: `SELECT id, email, name, is_operator, email_verified_at, home_organization_id, version, created_at, updated_at,
                password_hash
           FROM users WHERE email = $1`,
};

const findAccountStatement: Statement = {
  name: 'users.find_account',
  text: `SELECT id, email, name, is_operator, email_verified_at, home_organization_id, version, created_at, updated_at,
                password_hash
           FROM users WHERE id = $1`,
};

// The version counts what the wire shows, and no password is on the wire.
const replacePasswordStatement: Statement = {
  name: 'users.replace_password',
  text: 'UPDATE users SET password_hash = $3 WHERE id = $1 AND password_hash IS NOT DISTINCT FROM $2 RETURNING id',
};

type UserWithPassword = User & { readonly password_hash: string | null };

export async function findUser(db: Db, userId: string): Promise<User | undefined> {
  const [user] = await db.query<User>(findStatement, [userId]);
  return user;
}

/** As findUser, and holds the row until the end of the transaction. */
export async function lockUser(db: Db, userId: string): Promise<User | undefined> {
  const [user] = await db.query<User>(lockStatement, [userId]);
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

/** False where the password is no longer the one that is to be replaced. */
export async function replacePasswordHash(
  db: Db,
  userId: string,
  before: string | null,
  after: string,
): Promise<boolean> {
  return (await db.query(replacePasswordStatement, [userId, before, after])).length === 1;
}

/** False where the address is taken. */
export async function insertUser(db: Db, user: User): Promise<boolean> {
  const inserted = await db.knex('users').insert(user).onConflict('email').ignore().returning('id');
  return inserted.length === 1;
}

/** Changes what users change of themselves, if the row still is in the version before; false where somebody was faster. */
export async function replaceProfile(db: Db, user: User): Promise<boolean> {
  const { id, name, home_organization_id, version, updated_at } = user;
  const changed = await db
    .knex('users')
    .where({ id, version: version - 1 })
    .update({ name, home_organization_id, version, updated_at });
  return changed === 1;
}

export async function replaceUser(db: Db, user: User, passwordHash: string | null): Promise<void> {
  const { id, name, email_verified_at, home_organization_id, version, updated_at } = user;
  await db
    .knex('users')
    .where({ id })
    .update({ name, email_verified_at, home_organization_id, version, updated_at, password_hash: passwordHash });
}
