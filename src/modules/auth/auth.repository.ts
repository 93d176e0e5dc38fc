import type { Db, Statement } from '../../platform/database.ts';
import type { FoundRegistration, MailPurpose, PendingRegistration, PendingReset, TokenPurpose } from './auth.types.ts';

const findRegistrationStatement: Statement = {
  name: 'auth.find_registration',
  text: `SELECT user_id, name, password_hash FROM one_time_tokens
          WHERE token_hash = $1 AND purpose = 'email_verification' AND used_at IS NULL AND expires_at > $2`,
};

const findResetStatement: Statement = {
  name: 'auth.find_reset',
  text: `SELECT user_id FROM one_time_tokens
          WHERE token_hash = $1 AND purpose = 'password_reset' AND used_at IS NULL AND expires_at > $2`,
};

const useTokensStatement: Statement = {
  name: 'auth.use_tokens',
  text: 'UPDATE one_time_tokens SET used_at = $3 WHERE user_id = $1 AND purpose = $2 AND used_at IS NULL',
};

const findWaitingStatement: Statement = {
  name: 'auth.find_waiting_registration',
  text: `SELECT user_id, (array_agg(name ORDER BY created_at DESC))[1] AS name,
                CASE WHEN count(DISTINCT coalesce(password_hash, '')) = 1 THEN min(password_hash) END AS password_hash
           FROM one_time_tokens
          WHERE user_id = $1 AND purpose = 'email_verification' AND used_at IS NULL
          GROUP BY user_id`,
};

const findWaitingHashStatement: Statement = {
  name: 'auth.find_waiting_hash',
  text: `SELECT t.password_hash
           FROM users u
           JOIN one_time_tokens t ON t.user_id = u.id AND t.purpose = 'email_verification' AND t.used_at IS NULL
          WHERE u.email = $1
          ORDER BY t.created_at DESC, t.token_hash LIMIT 1`,
};

const withdrawPasswordsStatement: Statement = {
  name: 'auth.withdraw_passwords',
  text: `UPDATE one_time_tokens SET password_hash = NULL
          WHERE user_id = $1 AND purpose = 'email_verification' AND used_at IS NULL`,
};

const countMailStatement: Statement = {
  name: 'auth.count_mail',
  text: `INSERT INTO account_mails AS m (email, purpose, sent, window_began_at) VALUES ($1, $4, 1, $2)
         ON CONFLICT (email, purpose) DO UPDATE
           SET sent = CASE WHEN m.window_began_at <= $3 THEN 1 ELSE m.sent + 1 END,
               window_began_at = CASE WHEN m.window_began_at <= $3 THEN $2 ELSE m.window_began_at END
         RETURNING sent`,
};

export async function insertRegistration(db: Db, registration: PendingRegistration): Promise<void> {
  await db.knex('one_time_tokens').insert({ ...registration, purpose: 'email_verification' });
}

/** Finds the registration of an unused token that has not expired. */
export async function findRegistration(db: Db, tokenHash: Buffer, now: Date): Promise<FoundRegistration | undefined> {
  const [registration] = await db.query<FoundRegistration>(findRegistrationStatement, [tokenHash, now]);
  return registration;
}

export async function insertReset(db: Db, reset: PendingReset): Promise<void> {
  await db.knex('one_time_tokens').insert({ ...reset, purpose: 'password_reset' });
}

/** Returns the id of the user whose password the token resets; undefined if the token was used or has expired. */
export async function findReset(db: Db, tokenHash: Buffer, now: Date): Promise<string | undefined> {
  const [reset] = await db.query<{ user_id: string }>(findResetStatement, [tokenHash, now]);
  return reset?.user_id;
}

/** Marks every token of the user for this purpose as used, whichever link was followed. */
export async function useTokens(db: Db, userId: string, purpose: TokenPurpose, now: Date): Promise<void> {
  await db.query(useTokensStatement, [userId, purpose, now]);
}

/** Returns the user's pending registrations as one. It has no password if there are several. */
export async function findWaitingRegistration(db: Db, userId: string): Promise<FoundRegistration | undefined> {
  const [registration] = await db.query<FoundRegistration>(findWaitingStatement, [userId]);
  return registration;
}

/**
 * Returns the password hash of the latest pending registration of an address; undefined if none is pending, or it has
 * no password.
 */
export async function findWaitingHash(db: Db, email: string): Promise<string | undefined> {
  const [waiting] = await db.query<{ password_hash: string | null }>(findWaitingHashStatement, [email]);
  return waiting?.password_hash ?? undefined;
}

/** Removes the passwords of all pending registrations of a user, so that the account opens without one. */
export async function withdrawPasswords(db: Db, userId: string): Promise<void> {
  await db.query(withdrawPasswordsStatement, [userId]);
}

/** A mail to an address, and the start of the window in which mails are counted. */
interface CountedMail {
  readonly email: string;
  readonly purpose: MailPurpose;
  readonly windowBegin: Date;
}

/** Counts a mail to the address and returns how many of its purpose were sent since the window began. */
export async function countMail(db: Db, { email, purpose, windowBegin }: CountedMail, now: Date): Promise<number> {
  const [row] = await db.query<{ sent: number }>(countMailStatement, [email, now, windowBegin, purpose]);
  return row?.sent ?? 0;
}

/**
 * Deletes used and expired tokens. Registrations are kept longer than their links, because a link can be sent again.
 */
export async function deleteExpiredTokens(db: Db, now: Date, registrationsBefore: Date): Promise<void> {
  await db.knex('one_time_tokens').whereNotNull('used_at').delete();
  await db.knex('one_time_tokens').where({ purpose: 'password_reset' }).where('expires_at', '<=', now).delete();
  await db.knex('one_time_tokens').where('expires_at', '<=', registrationsBefore).delete();
}

/** Deletes the counters of mails that were sent before a time. */
export async function deleteForgottenMails(db: Db, before: Date): Promise<void> {
  await db.knex('account_mails').where('window_began_at', '<', before).delete();
}
