import type { Db, Statement } from '../../../platform/database.ts';
import type { Throttle } from '../auth.types.ts';

// Locks the row of the subject, and creates it if needed, so that attempts of one subject run one after the other.
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
  text: `UPDATE login_throttles SET failures = greatest(failures - 1, 1), blocked_until = 'epoch' WHERE subject = $1`,
};

/** Returns the subject's failures so far and locks them until the end of the transaction; undefined for none. */
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

/** Removes the charge of one attempt, because it succeeded. */
export async function refundThrottle(db: Db, subject: string): Promise<void> {
  await db.query(refundThrottleStatement, [subject]);
}

/** Deletes failures from before a time. */
export async function deleteForgottenThrottles(db: Db, before: Date): Promise<void> {
  await db.knex('login_throttles').where('updated_at', '<', before).delete();
}
