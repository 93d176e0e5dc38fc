import type { Db, Statement } from '../../../platform/database.ts';
import type { MfaChallengeRow, TotpFactor } from '../auth.types.ts';

const findFactorStatement: Statement = {
  name: 'mfa.find_factor',
  text: 'SELECT user_id, secret, confirmed_at, last_step FROM totp_factors WHERE user_id = $1',
};

const saveFactorStatement: Statement = {
  name: 'mfa.save_factor',
  text: `INSERT INTO totp_factors AS f (user_id, secret, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at
           WHERE f.confirmed_at IS NULL
         RETURNING user_id`,
};

const listSealedStatement: Statement = {
  name: 'mfa.list_sealed',
  text: 'SELECT user_id, secret FROM totp_factors WHERE $1::uuid IS NULL OR user_id > $1 ORDER BY user_id LIMIT $2',
};

const replaceSealedStatement: Statement = {
  name: 'mfa.replace_sealed',
  text: 'UPDATE totp_factors SET secret = $3 WHERE user_id = $1 AND secret = $2 RETURNING user_id',
};

const confirmFactorStatement: Statement = {
  name: 'mfa.confirm_factor',
  text: `UPDATE totp_factors SET confirmed_at = $3, last_step = $4
          WHERE user_id = $1 AND secret = $2 AND confirmed_at IS NULL RETURNING user_id`,
};

// The condition ensures that a code works once, also for concurrent requests.
const useStepStatement: Statement = {
  name: 'mfa.use_step',
  text: `UPDATE totp_factors SET last_step = $2
          WHERE user_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2 RETURNING user_id`,
};

const listCodesStatement: Statement = {
  name: 'mfa.list_recovery_codes',
  text: 'SELECT code_hash FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL',
};

const countCodesStatement: Statement = {
  name: 'mfa.count_recovery_codes',
  text: 'SELECT count(*)::integer AS count FROM recovery_codes WHERE used_at IS NULL',
};

const useCodeStatement: Statement = {
  name: 'mfa.use_recovery_code',
  text: `UPDATE recovery_codes SET used_at = $3
          WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING user_id`,
};

// The attempt is counted before the code is checked, so that concurrent guesses are counted, too.
const attemptStatement: Statement = {
  name: 'mfa.attempt_challenge',
  text: `UPDATE mfa_challenges SET attempts = attempts + 1
          WHERE token_hash = $1 AND expires_at > $2 AND attempts < $3 RETURNING token_hash, user_id`,
};

const findChallengeStatement: Statement = {
  name: 'mfa.find_challenge',
  text: 'SELECT token_hash, user_id FROM mfa_challenges WHERE token_hash = $1 AND expires_at > $2 AND attempts < $3',
};

export async function findFactor(db: Db, userId: string): Promise<TotpFactor | undefined> {
  const [factor] = await db.query<TotpFactor>(findFactorStatement, [userId]);
  return factor;
}

/** Stores a secret that is not confirmed yet; returns false if the user has a confirmed factor. */
export async function savePendingFactor(db: Db, userId: string, secret: Buffer, now: Date): Promise<boolean> {
  return (await db.query(saveFactorStatement, [userId, secret, now])).length === 1;
}

/** Returns false if the secret is no longer the one that waits for confirmation. */
export async function confirmFactor(
  db: Db,
  { user_id, secret }: TotpFactor,
  step: number,
  now: Date,
): Promise<boolean> {
  return (await db.query(confirmFactorStatement, [user_id, secret, now, step])).length === 1;
}

/** Marks the time step of a code as used; returns false if it, or a later one, was used before. */
export async function consumeStep(db: Db, userId: string, step: number): Promise<boolean> {
  return (await db.query(useStepStatement, [userId, step])).length === 1;
}

/** Deletes a confirmed factor with its recovery codes and challenges; returns false if there is none. */
export async function deleteFactor(db: Db, userId: string): Promise<boolean> {
  const deleted = await db.knex('totp_factors').where({ user_id: userId }).whereNotNull('confirmed_at').delete();
  if (deleted === 0) return false;
  await db.knex('recovery_codes').where({ user_id: userId }).delete();
  await deleteChallenges(db, userId);
  return true;
}

export async function replaceRecoveryCodes(db: Db, userId: string, hashes: readonly string[]): Promise<void> {
  await db.knex('recovery_codes').where({ user_id: userId }).delete();
  await db.knex('recovery_codes').insert(hashes.map((code_hash) => ({ user_id: userId, code_hash })));
}

export async function listRecoveryCodes(db: Db, userId: string): Promise<readonly string[]> {
  const rows = await db.query<{ code_hash: string }>(listCodesStatement, [userId]);
  return rows.map(({ code_hash }) => code_hash);
}

/** Returns encrypted secrets of all users, in the order of the users, after one of them. */
export function listSealedFactors(
  db: Db,
  after: string | undefined,
  limit: number,
): Promise<Pick<TotpFactor, 'user_id' | 'secret'>[]> {
  return db.query(listSealedStatement, [after ?? null, limit]);
}

/** Replaces an encrypted secret by the same one, encrypted with another key; returns false if it has changed. */
export async function replaceSealedFactor(
  db: Db,
  userId: string,
  { sealed, resealed }: { readonly sealed: Buffer; readonly resealed: Buffer },
): Promise<boolean> {
  return (await db.query(replaceSealedStatement, [userId, sealed, resealed])).length === 1;
}

export async function countUnusedRecoveryCodes(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>(countCodesStatement, []);
  return row?.count ?? 0;
}

/** Marks a recovery code as used; returns false if it was used before. */
export async function consumeRecoveryCode(db: Db, userId: string, hash: string, now: Date): Promise<boolean> {
  return (await db.query(useCodeStatement, [userId, hash, now])).length === 1;
}

export async function insertChallenge(
  db: Db,
  challenge: MfaChallengeRow & { readonly expires_at: Date; readonly created_at: Date },
): Promise<void> {
  await db.knex('mfa_challenges').insert(challenge);
}

/** Bounds within which a challenge can still be completed. */
interface ChallengeBounds {
  readonly now: Date;
  readonly attemptsMax: number;
}

export async function findChallenge(
  db: Db,
  tokenHash: Buffer,
  { now, attemptsMax }: ChallengeBounds,
): Promise<MfaChallengeRow | undefined> {
  const [challenge] = await db.query<MfaChallengeRow>(findChallengeStatement, [tokenHash, now, attemptsMax]);
  return challenge;
}

/** Counts an attempt at a challenge; returns false if the challenge has ended. */
export async function attemptChallenge(
  db: Db,
  tokenHash: Buffer,
  { now, attemptsMax }: ChallengeBounds,
): Promise<boolean> {
  return (await db.query(attemptStatement, [tokenHash, now, attemptsMax])).length === 1;
}

/** Returns false if a concurrent request has completed the challenge. */
export async function deleteChallenge(db: Db, tokenHash: Buffer): Promise<boolean> {
  return (await db.knex('mfa_challenges').where({ token_hash: tokenHash }).delete()) === 1;
}

/** Ends every log-in of the user that waits for its second factor. */
export async function deleteChallenges(db: Db, userId: string): Promise<void> {
  await db.knex('mfa_challenges').where({ user_id: userId }).delete();
}

export async function deleteExpiredChallenges(db: Db, now: Date): Promise<void> {
  await db.knex('mfa_challenges').where('expires_at', '<=', now).delete();
}
