import type { Db, Statement } from '../../../platform/database.ts';

const rememberStatement: Statement = {
  name: 'sessions.remember_address',
  text: `INSERT INTO user_addresses (user_id, source, last_seen_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id, source) DO UPDATE SET last_seen_at = excluded.last_seen_at`,
};

const findStatement: Statement = {
  name: 'sessions.find_address',
  text: 'SELECT 1 FROM user_addresses WHERE user_id = $1 AND source = $2 AND last_seen_at > $3',
};

/** Stores that a user has logged in from a source. */
export async function rememberAddress(db: Db, userId: string, source: string, now: Date): Promise<void> {
  await db.query(rememberStatement, [userId, source, now]);
}

/** Returns whether the user has logged in from the source since a time. */
export async function hasLoggedInFrom(db: Db, userId: string, source: string, since: Date): Promise<boolean> {
  return (await db.query(findStatement, [userId, source, since])).length === 1;
}

export async function deleteForgottenAddresses(db: Db, before: Date): Promise<void> {
  await db.knex('user_addresses').where('last_seen_at', '<', before).delete();
}
