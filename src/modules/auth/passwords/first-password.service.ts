import { hashPassword } from '../../../platform/passwords.ts';
import { assertPasswordUncommon } from './passwords.policy.ts';

/**
 * Hashes the password of a new account. Slow: must not run inside a transaction.
 * @param about the user's name and address, which the password must not consist of
 * @throws AppError `password_rejected` (409)
 */
export async function hashFirstPassword(password: string, about: readonly string[]): Promise<string> {
  assertPasswordUncommon(password, about);
  return hashPassword(password);
}
