import { Secret, TOTP } from 'otpauth';
import { clientsOf, createSession, type Account, type AccountHost } from './accounts.ts';
import { bodyOf } from './factories.ts';

const STEP_MS = 30_000;

const stepAt = (now: Date): number => Math.floor(now.getTime() / STEP_MS);

/** Returns the code of an authenticator app, `steps` steps of thirty seconds from now. */
export function codeOf(secret: string, now: Date, steps = 0): string {
  const timestamp = now.getTime() + steps * STEP_MS;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Returns a code that is not valid within two steps of now. */
export function wrongCodeOf(secret: string, now: Date): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, now, steps));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
}

type Owner = Pick<Account, 'user_id' | 'organization_id'>;

/** Starts the enrolment of a second factor. Returns its secret, which is not confirmed yet. */
export async function enrol(app: AccountHost, owner: Owner): Promise<string> {
  const { token } = await createSession(app, owner);
  return bodyOf(await clientsOf(app, token).v2.POST('/api/v2/me/mfa/totp')).secret;
}

export interface Authenticator {
  readonly secret: string;
  readonly recovery_codes: readonly string[];
  /** The code that enabled the factor. */
  readonly confirmed: string;
  /** The token of the session that has just shown the factor. */
  readonly proven: string;
}

/**
 * Enables the second factor of an account. This uses the code of the previous step, so later codes are still valid. A
 * code that has become two steps old on its way is sent once more, as that of the new previous step.
 */
export async function turnOn(app: AccountHost, owner: Owner): Promise<Authenticator> {
  const { token } = await createSession(app, owner);
  const { v2 } = clientsOf(app, token);
  const { secret } = bodyOf(await v2.POST('/api/v2/me/mfa/totp'));
  const confirm = async () => {
    const sentAt = app.clock.now();
    const code = codeOf(secret, sentAt, -1);
    return { sentAt, code, result: await v2.POST('/api/v2/me/mfa/totp/confirmation', { body: { code } }) };
  };
  const first = await confirm();
  const isLate = first.result.response.status === 409 && stepAt(app.clock.now()) !== stepAt(first.sentAt);
  const { code, result } = isLate ? await confirm() : first;
  const { recovery_codes, session_start } = bodyOf(result);
  return { secret, recovery_codes, confirmed: code, proven: session_start.token };
}
