import type { LogInOutcome, SessionStart } from '../../generated/v2/types.ts';
import { hashPassword } from '../../src/platform/passwords.ts';
import { createAccount, type Account, type AccountHost, type AccountOptions } from './accounts.ts';
import type { TestApp } from './app.ts';

/** The password of test accounts. */
export const password = 'quiet harbour lantern 94';

/** Creates an account that can log in. */
export async function createAccountWithPassword(app: AccountHost, options: AccountOptions = {}): Promise<Account> {
  const account = await createAccount(app, options);
  await givePassword(app, account);
  return account;
}

let hash: Promise<string> | undefined;

/** Sets the password of an account. All accounts share one hash, because computing it is slow. */
export async function givePassword(app: Pick<TestApp, 'query'>, { user_id }: Pick<Account, 'user_id'>): Promise<void> {
  hash ??= hashPassword(password);
  await app.query('UPDATE users SET password_hash = $2 WHERE id = $1', [user_id, await hash]);
}

/** Returns the session of a login. @throws Error if the login requires a second factor */
export function sessionOf(outcome: LogInOutcome | undefined): SessionStart {
  if (outcome?.kind !== 'session') throw new Error(`the login started no session: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Returns an address without an account. */
export function newAddress(): string {
  return `ada-${crypto.randomUUID()}@meridian.example`;
}

/** Returns the token in the link of a mail. @throws Error if there is none */
export function tokenIn(text: string): string {
  const token = /#token=([A-Za-z0-9_-]{43})/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no token in the mail:\n${text}`);
  return token;
}
