import type { LogInOutcome, SessionStart } from '../../generated/v2/types.ts';
import { hashPassword } from '../../src/platform/passwords.ts';
import { createAccount, type Account, type AccountOptions } from './accounts.ts';
import type { TestApp } from './app.ts';

/** What accounts of tests log in with. */
export const password = 'quiet harbour lantern 94';

/** An account that can log in. */
export async function createAccountWithPassword(app: TestApp, options: AccountOptions = {}): Promise<Account> {
  const account = await createAccount(app, options);
  await givePassword(app, account);
  return account;
}

let hash: Promise<string> | undefined;

/** Lets an account log in. All have the same hash: computing one is slow. */
export async function givePassword(app: Pick<TestApp, 'query'>, { user_id }: Pick<Account, 'user_id'>): Promise<void> {
  hash ??= hashPassword(password);
  await app.query('UPDATE users SET password_hash = $2 WHERE id = $1', [user_id, await hash]);
}

/** The session of a log-in that asked for no second factor. */
export function sessionOf(outcome: LogInOutcome | undefined): SessionStart {
  if (outcome?.kind !== 'session') throw new Error(`no session has begun: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** An address that nobody has. */
export function newAddress(): string {
  return `ada-${crypto.randomUUID()}@meridian.example`;
}

/** The token of the link in a mail. */
export function tokenIn(text: string): string {
  const token = /#token=([A-Za-z0-9_-]{43})/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no token in the mail:\n${text}`);
  return token;
}
