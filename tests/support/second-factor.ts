import { Secret, TOTP } from 'otpauth';
import { clientsOf, createSession, type Account } from './accounts.ts';
import type { TestApp } from './app.ts';
import { bodyOf } from './factories.ts';

/** Returns the code of an authenticator app, `steps` steps of thirty seconds from now. */
export function codeOf(secret: string, now: Date, steps = 0): string {
  const timestamp = now.getTime() + steps * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Returns a code that is not valid within two steps of now. */
export function wrongCodeOf(secret: string, now: Date): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, now, steps));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
}

type Owner = Pick<Account, 'user_id' | 'organization_id'>;

/** Starts the enrolment of a second factor. Returns its secret, which is not confirmed yet. */
export async function enrol(app: TestApp, owner: Owner): Promise<string> {
  const { token } = await createSession(app, owner);
  return bodyOf(await clientsOf(app, token).v2.POST('/api/v2/me/mfa/totp')).secret;
}

export interface Authenticator {
  readonly secret: string;
  readonly recovery_codes: readonly string[];
  /** The token of the session that has just shown the factor. */
  readonly proven: string;
}

/** Enables the second factor of an account. This uses the code of the previous step, so later codes are still valid. */
export async function turnOn(app: TestApp, owner: Owner): Promise<Authenticator> {
  const { token } = await createSession(app, owner);
  const { v2 } = clientsOf(app, token);
  const { secret } = bodyOf(await v2.POST('/api/v2/me/mfa/totp'));
  const body = { code: codeOf(secret, app.clock.now(), -1) };
  const { recovery_codes, session_start } = bodyOf(await v2.POST('/api/v2/me/mfa/totp/confirmation', { body }));
  return { secret, recovery_codes, proven: session_start.token };
}
