import type { Db, Statement } from '../../platform/database.ts';
import type { FoundRegistration, PendingRegistration, Throttle } from './auth.types.ts';

const findRegistrationStatement: Statement = {
  name: 'auth.find_registration',
  text: `SELECT user_id, name, password_hash FROM one_time_tokens
          WHERE token_hash = $1 AND purpose = 'email_verification' AND used_at IS NULL AND expires_at > $2`,
};

const useRegistrationsStatement: Statement = {
  name: 'auth.use_registrations',
  text: `UPDATE one_time_tokens SET used_at = $2
          WHERE user_id = $1 AND purpose = 'email_verification' AND used_at IS NULL`,
};

const countMailStatement: Statement = {
  name: 'auth.count_registration_mail',
  text: `INSERT INTO registration_mails AS m (email, sent, window_began_at) VALUES ($1, 1, $2)
         ON CONFLICT (email) DO UPDATE
           SET sent = CASE WHEN m.window_began_at <= $3 THEN 1 ELSE m.sent + 1 END,
               window_began_at = CASE WHEN m.window_began_at <= $3 THEN $2 ELSE m.window_began_at END
         RETURNING sent`,
};

// Takes the row's lock, also where there is no row yet: the subject's attempts queue up behind each other.
const lockThrottleStatement: Statement = {
  name: 'auth.lock_throttle',
  text: `INSERT INTO login_throttles AS t (subject, failures, blocked_until, updated_at)
              VALUES ($1, 1, '-infinity', '-infinity')
         ON CONFLICT (subject) DO UPDATE SET failures = t.failures
           RETURNING failures, extract(epoch FROM nullif(blocked_until, '-infinity')) * 1000 AS blocked_until_ms,
                     extract(epoch FROM nullif(updated_at, '-infinity')) * 1000 AS updated_at_ms`,
};

const saveThrottleStatement: Statement = {
  name: 'auth.save_throttle',
  text: 'UPDATE login_throttles SET failures = $2, blocked_until = $3, updated_at = $4 WHERE subject = $1',
};

const forgetThrottleStatement: Statement = {
  name: 'auth.forget_throttle',
  text: 'DELETE FROM login_throttles WHERE subject = $1',
};

const refundThrottleStatement: Statement = {
  name: 'auth.refund_throttle',
  text: `UPDATE login_throttles SET failures = greatest(failures - 1, 1), blocked_until = $2 WHERE subject = $1`,
};

export async function insertRegistration(db: Db, registration: PendingRegistration): Promise<void> {
  await db.knex('one_time_tokens').insert({ ...registration, purpose: 'email_verification' });
}

/** The registration of an unused token that has not expired. */
export async function findRegistration(db: Db, tokenHash: Buffer, now: Date): Promise<FoundRegistration | undefined> {
  const [registration] = await db.query<FoundRegistration>(findRegistrationStatement, [tokenHash, now]);
  return registration;
}

/** Uses up every registration of the user, whichever link was followed. */
export async function useRegistrations(db: Db, userId: string, now: Date): Promise<void> {
  await db.query(useRegistrationsStatement, [userId, now]);
}

/** Counts a mail to the address and answers how many there were since the window began. */
export async function countRegistrationMail(db: Db, email: string, now: Date, windowBegin: Date): Promise<number> {
  const [row] = await db.query<{ sent: number }>(countMailStatement, [email, now, windowBegin]);
  return row?.sent ?? 0;
}

/** The subject's failures so far, held until the end of the transaction; undefined for none. */
export async function lockThrottle(db: Db, subject: string): Promise<Throttle | undefined> {
  const [row] = await db.query<{
    failures: number;
    blocked_until_ms: string | number | null;
    updated_at_ms: string | number | null;
  }>(lockThrottleStatement, [subject]);
  if (row === undefined || row.blocked_until_ms === null || row.updated_at_ms === null) return undefined;
  return {
    failures: row.failures,
    blocked_until: new Date(Number(row.blocked_until_ms)),
    updated_at: new Date(Number(row.updated_at_ms)),
  };
}

export async function saveThrottle(db: Db, subject: string, throttle: Throttle): Promise<void> {
  await db.query(saveThrottleStatement, [subject, throttle.failures, throttle.blocked_until, throttle.updated_at]);
}

export async function forgetThrottle(db: Db, subject: string): Promise<void> {
  await db.query(forgetThrottleStatement, [subject]);
}

/** Takes back what one attempt was charged, because it succeeded. */
export async function refundThrottle(db: Db, subject: string, now: Date): Promise<void> {
  await db.query(refundThrottleStatement, [subject, now]);
}

export async function deleteExpiredTokens(db: Db, now: Date): Promise<void> {
  await db.knex('one_time_tokens').where('expires_at', '<=', now).delete();
}

/** Failed log-ins and counted mails from before a time. */
export async function deleteForgottenAttempts(db: Db, before: Date): Promise<void> {
  await db.knex('login_throttles').where('updated_at', '<', before).delete();
  await db.knex('registration_mails').where('window_began_at', '<', before).delete();
}
