import { problems } from '../../../../generated/problems.ts';
import type { MfaChallenge, MfaLogIn } from '../../../../generated/v2/types.ts';
import { bearerChallenge } from '../../../problems/bearer-challenge.ts';
import { hashToken, newToken } from '../../../platform/crypto.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { isKnownAddress, startSession } from '../../sessions/index.ts';
import { findAccountOf, lockOpenAccountForShare, isOpen } from '../../users/index.ts';
import type { Client } from '../auth.types.ts';
import * as repository from './mfa.repository.ts';
import { findConfirmedFactor } from './mfa.service.ts';
import type { SecondFactor } from './second-factor.service.ts';
import type { ToSessionResponse, SessionResponse } from '../log-in/session-response.service.ts';
import { chargeAttempt, codeSubject, refundCharges } from '../throttle/throttle.service.ts';

const CHALLENGE_LIFE_MS = 5 * 60 * 1000;
const ATTEMPTS_MAX = 5;

interface MfaLogInSettings {
  readonly response: ToSessionResponse;
  readonly secondFactor: SecondFactor;
  /** False if all limits are switched off. */
  readonly isThrottled: boolean;
}

/**
 * Completes a log-in with the second factor.
 * @throws AppError `mfa_challenge_invalid`, `mfa_code_invalid` (401), `rate_limited` (429)
 */
export type CompleteMfaLogIn = (unit: AnonymousUnit, input: MfaLogIn, client: Client) => Promise<SessionResponse>;

/** Creates a challenge for the second factor of a user whose password was right. */
export async function issueChallenge(unit: AnonymousUnit, userId: string): Promise<MfaChallenge> {
  const challenge_token = newToken();
  const expires_at = new Date(unit.now.getTime() + CHALLENGE_LIFE_MS);
  const challenge = { token_hash: hashToken(challenge_token), user_id: userId, expires_at, created_at: unit.now };
  await repository.insertChallenge(unit.db, challenge);
  return { kind: 'mfa_challenge', challenge_token, expires_at: expires_at.toISOString() };
}

export function createMfaLogIn({ response, secondFactor, isThrottled }: MfaLogInSettings): CompleteMfaLogIn {
  return async (unit, { challenge_token, code }, client) => {
    const hash = hashToken(challenge_token);
    const bounds = { now: unit.now, attemptsMax: ATTEMPTS_MAX };
    const challenge = await repository.findChallenge(unit.db, hash, bounds);
    const account = challenge && (await findAccountOf(unit, challenge.user_id));
    const user = account?.user;
    const factor = user && (await findConfirmedFactor(unit, user.id));
    if (account === undefined || user === undefined || factor === undefined || !isOpen(user)) {
      throw problems.mfa_challenge_invalid({}, bearerChallenge);
    }
    const isKnown = await isKnownAddress(unit, user.id, client.address);
    const subjects = isThrottled ? [codeSubject(user.id, isKnown ? client.address : undefined)] : [];
    await chargeAttempt(unit, subjects);
    if (!(await repository.attemptChallenge(unit.db, hash, bounds))) {
      throw problems.mfa_challenge_invalid({}, bearerChallenge);
    }
    return unit.db.transaction(async (db) => {
      const own = { ...unit, db };
      if (!(await lockOpenAccountForShare(own, account))) throw problems.mfa_challenge_invalid({}, bearerChallenge);
      if (!(await secondFactor.consume(own, factor, code))) throw problems.mfa_code_invalid({}, bearerChallenge);
      if (!(await repository.deleteChallenge(db, hash))) throw problems.mfa_challenge_invalid({}, bearerChallenge);
      await refundCharges(own, subjects);
      return response(await startSession(own, user, client, { isFactorShown: true }), user);
    });
  };
}
