import { createHash } from 'node:crypto';
import { problems } from '../../../generated/problems.ts';
import type { Credentials } from '../../../generated/v2/types.ts';
import { bearerChallenge } from '../../errors/bearer-challenge.ts';
import { newId } from '../../platform/ids.ts';
import { verifyPassword } from '../../platform/passwords.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import {
  endOwnSession,
  isKnownAddress,
  requireSession,
  rotateOwnSession,
  startSession,
  type CsrfTokens,
  type SessionCookie,
} from '../sessions/index.ts';
import { findAccount, requireUser } from '../users/index.ts';
import * as repository from './auth.repository.ts';
import type { Client } from './auth.types.ts';
import { createSessionAnswer, type SessionAnswer } from './session-answer.service.ts';
import { afterAttempt, waitOf, type ThrottleKind } from './throttle.policy.ts';

export interface LogInSettings {
  readonly csrf: Pick<CsrfTokens, 'issue'>;
  readonly cookie: SessionCookie;
  /** False where all limits are switched off: a fuzzer guesses without end. */
  readonly isThrottled: boolean;
}

export interface LogInService {
  /** @throws AppError `invalid_credentials` (401), `rate_limited` (429) */
  logIn(unit: AnonymousUnit, credentials: Credentials, client: Client): Promise<SessionAnswer>;
  /** Ends the session of the request. @throws AppError `session_required` (403) for an API key */
  logOut(unit: Unit): Promise<{ cookie: string }>;
  /** Puts a new id and token in the place of the session's. @throws AppError `session_required` (403) for an API key */
  rotate(unit: Unit): Promise<SessionAnswer>;
  /** @throws AppError `session_required` (403) for an API key */
  csrfToken(unit: Unit): string;
}

export function createLogInService({ csrf, cookie, isThrottled }: LogInSettings): LogInService {
  const answer = createSessionAnswer({ csrf, cookie });
  return {
    async logIn(unit, { email, password }, client) {
      const account = await findAccount(unit, email);
      // Asked for unknown accounts, too, and the hash is computed for them: the time tells nothing.
      const isKnown = await isKnownAddress(unit, account?.user.id ?? newId(), client.address);
      const subjects = isThrottled ? subjectsOf(email, client, isKnown) : [];
      await chargeAttempt(unit, subjects);
      const isRight = await verifyPassword(password, account?.password_hash ?? undefined);
      if (account === undefined || !isRight || account.user.email_verified_at === null) {
        throw problems.invalid_credentials({}, bearerChallenge);
      }
      const started = await unit.db.transaction(async (db) => {
        await takeBackCharge({ ...unit, db }, subjects);
        return startSession({ ...unit, db }, account.user, client);
      });
      return answer(started, account.user);
    },

    async logOut(unit) {
      await endOwnSession(unit, requireSession(unit));
      return { cookie: cookie.clear() };
    },

    async rotate(unit) {
      const started = await rotateOwnSession(unit, requireSession(unit));
      return answer(started, await requireUser(unit));
    },

    csrfToken: (unit) => csrf.issue(requireSession(unit)),
  };
}

interface Subject {
  readonly kind: ThrottleKind;
  readonly name: string;
}

/**
 * What an attempt is charged to, always in this order, so that attempts wait for each other and never in a circle. At an
 * address where the owner has a session, strangers' failures elsewhere do not slow the owner down.
 */
function subjectsOf(email: string, client: Client, isKnown: boolean): readonly Subject[] {
  const account = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  const address: Subject = { kind: 'address', name: `address ${client.address}` };
  return isKnown ? [address] : [{ kind: 'account', name: `account ${account}` }, address];
}

async function chargeAttempt(unit: AnonymousUnit, subjects: readonly Subject[]): Promise<void> {
  await unit.db.transaction(async (db) => {
    for (const { kind, name } of subjects) {
      const throttle = await repository.lockThrottle(db, name);
      const wait = waitOf(throttle, unit.now);
      if (wait > 0) {
        const headers = { 'retry-after': String(wait) };
        throw problems.rate_limited({ class: 'auth', retry_after: wait }, { headers });
      }
      await repository.saveThrottle(db, name, afterAttempt(throttle, kind, unit.now));
    }
  });
}

/** The owner has come in: the account starts afresh. Others may still be guessing from the same address. */
async function takeBackCharge(unit: AnonymousUnit, subjects: readonly Subject[]): Promise<void> {
  for (const { kind, name } of subjects) {
    if (kind === 'account') await repository.forgetThrottle(unit.db, name);
    else await repository.refundThrottle(unit.db, name, unit.now);
  }
}
