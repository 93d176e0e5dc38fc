import type { Db, Statement } from '../../../platform/database.ts';

const listStatement: Statement = {
  name: 'auth.list_former_passwords',
  text: 'SELECT password_hash FROM password_history WHERE user_id = $1 ORDER BY replaced_at DESC, id DESC LIMIT $2',
};

const forgetStatement: Statement = {
  name: 'auth.forget_former_passwords',
  text: `DELETE FROM password_history WHERE user_id = $1 AND id NOT IN
          (SELECT id FROM password_history WHERE user_id = $1 ORDER BY replaced_at DESC, id DESC LIMIT $2)`,
};

/** Returns the hashes of former passwords, the latest first. */
export async function listFormerPasswords(db: Db, userId: string, count: number): Promise<readonly string[]> {
  const rows = await db.query<{ password_hash: string }>(listStatement, [userId, count]);
  return rows.map(({ password_hash }) => password_hash);
}

/** A password that was replaced. */
interface FormerPassword {
  readonly id: string;
  readonly user_id: string;
  readonly password_hash: string;
  readonly replaced_at: Date;
}

/** Stores a replaced password, and deletes all but the last `count`. */
export async function rememberPassword(db: Db, replaced: FormerPassword, count: number): Promise<void> {
  await db.knex('password_history').insert(replaced);
  await db.query(forgetStatement, [replaced.user_id, count]);
}
