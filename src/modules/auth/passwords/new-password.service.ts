import { problems } from '../../../../generated/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { hashPassword, verifyPassword } from '../../../platform/passwords.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { replacePassword, type Account } from '../../users/index.ts';
import { deleteChallenges } from '../mfa/mfa.repository.ts';
import { listFormerPasswords, rememberPassword } from './password-history.repository.ts';
import { assertPasswordUncommon } from './passwords.policy.ts';

/** Former passwords that must not be reused. With the current one they are the last five. */
const FORMER_PASSWORDS_MAX = 4;

/**
 * Checks and hashes a new password of an account. Slow: must not run inside a transaction.
 * @throws AppError `password_rejected`, `password_reused` (409)
 */
export async function prepareNewPassword(unit: AnonymousUnit, account: Account, password: string): Promise<string> {
  const { user, password_hash } = account;
  assertPasswordUncommon(password, [user.email, user.name]);
  const former = await listFormerPasswords(unit.db, user.id, FORMER_PASSWORDS_MAX);
  for (const hash of password_hash === null ? former : [password_hash, ...former]) {
    if (await verifyPassword(password, hash)) throw problems.password_reused();
  }
  return hashPassword(password);
}

/**
 * Replaces the account's password, and ends log-ins that began with the old one.
 * @returns false if a concurrent request has replaced it
 */
export async function setPassword(unit: AnonymousUnit, account: Account, passwordHash: string): Promise<boolean> {
  const { user, password_hash } = account;
  if (!(await replacePassword(unit, account, passwordHash))) return false;
  await deleteChallenges(unit.db, user.id);
  if (password_hash !== null) {
    const replaced = { id: newId(), user_id: user.id, password_hash, replaced_at: unit.now };
    await rememberPassword(unit.db, replaced, FORMER_PASSWORDS_MAX);
  }
  return true;
}
