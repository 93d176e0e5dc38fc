import { problems } from '../../../../generated/problems.ts';
import { newId } from '../../../platform/ids.ts';
import { hashPassword, verifyPassword } from '../../../platform/passwords.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { replacePassword, type Account } from '../../users/index.ts';
import { deleteChallenges } from '../mfa/mfa.repository.ts';
import { listFormerPasswords, rememberPassword } from './password-history.repository.ts';
import { assertPasswordUncommon } from './passwords.policy.ts';

/** Beside the current one; together they are the last five. */
const FORMER_PASSWORDS_MAX = 4;

/**
 * Checks a password that an account is to have, and hashes it. Slow: not for transactions.
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
 * Puts the new password in the place of the account's, and ends log-ins that began with the old one.
 * @returns false where somebody else has just done so
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
