import { hashPassword } from '../../../platform/passwords.ts';
import { assertPasswordUncommon } from './passwords.policy.ts';

/**
 * The hash of a new account's password. Slow: not for transactions.
 * @param about the user's own name and address, which are no secret either
 * @throws AppError `password_rejected` (409)
 */
export async function hashFirstPassword(password: string, about: readonly string[]): Promise<string> {
  assertPasswordUncommon(password, about);
  return hashPassword(password);
}
