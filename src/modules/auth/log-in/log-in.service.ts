import { problems } from '../../../../generated/problems.ts';
import type { Credentials, MfaChallenge } from '../../../../generated/v2/types.ts';
import { bearerChallenge } from '../../../problems/bearer-challenge.ts';
import { newId } from '../../../platform/ids.ts';
import { verifyPassword } from '../../../platform/passwords.ts';
import type { AnonymousUnit, Unit } from '../../../platform/unit.ts';
import {
  endOwnSession,
  isKnownAddress,
  requireSession,
  rotateOwnSession,
  startSession,
  type CsrfTokens,
  type SessionCookie,
} from '../../sessions/index.ts';
import { findAccount, lockOpenAccountForShare, isOpen, requireUser } from '../../users/index.ts';
import type { Client } from '../auth.types.ts';
import { issueChallenge } from '../mfa/mfa-log-in.service.ts';
import { findConfirmedFactor } from '../mfa/mfa.service.ts';
import type { ToSessionResponse, SessionResponse } from './session-response.service.ts';
import {
  accountSubject,
  addressSubject,
  chargeAttempt,
  ownSubject,
  refundCharges,
  type Subject,
} from '../throttle/throttle.service.ts';

interface LogInSettings {
  readonly response: ToSessionResponse;
  readonly csrf: Pick<CsrfTokens, 'issue'>;
  readonly cookie: Pick<SessionCookie, 'clear'>;
  /** False if all limits are switched off, as for fuzzing, which guesses without end. */
  readonly isThrottled: boolean;
}

export interface LogInService {
  /** @throws AppError `invalid_credentials` (401), `rate_limited` (429) */
  logIn(unit: AnonymousUnit, credentials: Credentials, client: Client): Promise<SessionResponse | MfaChallenge>;
  /**
   * As logIn, for clients that cannot handle a second factor.
   * @throws AppError `mfa_required` (401), too
   */
  logInByPassword(unit: AnonymousUnit, credentials: Credentials, client: Client): Promise<SessionResponse>;
  /** Ends the session of the request. @throws AppError `session_required` (403) for an API key */
  logOut(unit: Unit): Promise<{ cookie: string }>;
  /**
   * Replaces the id and token of the session.
   * @throws AppError `session_required` (403) for an API key
   */
  rotate(unit: Unit): Promise<SessionResponse>;
  /** @throws AppError `session_required` (403) for an API key */
  csrfToken(unit: Unit): string;
}

export function createLogInService({ response, csrf, cookie, isThrottled }: LogInSettings): LogInService {
  const logIn: LogInService['logIn'] = async (unit, { email, password }, client) => {
    const account = await findAccount(unit, email);
    // This look-up and the hash are also computed for unknown accounts, so that timing does not reveal whether one
    // exists.
    const isKnown = await isKnownAddress(unit, account?.user.id ?? newId(), client.address);
    const subjects = isThrottled ? subjectsOf(email, client, isKnown) : [];
    await chargeAttempt(unit, subjects);
    const isRight = await verifyPassword(password, account?.password_hash ?? undefined);
    if (account === undefined || !isRight || !isOpen(account.user)) {
      throw problems.invalid_credentials({}, bearerChallenge);
    }
    const { user } = account;
    return unit.db.transaction(async (db) => {
      const own = { ...unit, db };
      if (!(await lockOpenAccountForShare(own, account))) throw problems.invalid_credentials({}, bearerChallenge);
      await refundCharges(own, subjects);
      if ((await findConfirmedFactor(own, user.id)) !== undefined) return issueChallenge(own, user.id);
      return response(await startSession(own, user, client), user);
    });
  };

  return {
    logIn,

    async logInByPassword(unit, credentials, client) {
      const outcome = await logIn(unit, credentials, client);
      // No client gets the challenge's token; a sweep deletes the challenge once it has expired.
      if ('kind' in outcome) throw problems.mfa_required({}, bearerChallenge);
      return outcome;
    },

    async logOut(unit) {
      await endOwnSession(unit, requireSession(unit));
      return { cookie: cookie.clear() };
    },

    async rotate(unit) {
      const started = await rotateOwnSession(unit, requireSession(unit));
      return response(started, await requireUser(unit));
    },

    csrfToken: (unit) => csrf.issue(requireSession(unit)),
  };
}

/**
 * Returns the subjects that an attempt is charged to. At an address where the owner has logged in before, the owner is
 * not slowed down by attempts at the account from elsewhere, nor by attempts at other accounts from that address.
 */
function subjectsOf(email: string, client: Client, isKnown: boolean): readonly Subject[] {
  if (isKnown) return [ownSubject(email, client.address)];
  return [accountSubject(email), addressSubject(client.address)];
}
