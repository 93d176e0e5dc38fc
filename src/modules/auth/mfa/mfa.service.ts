import { problems } from '../../../../generated/problems.ts';
import type { RecoveryCodes, TotpEnrolment } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { describeTotp, newTotpSecret } from '../../../platform/one-time-passwords.ts';
import type { Mail } from '../../../platform/mailer.ts';
import type { AnonymousUnit, Unit } from '../../../platform/unit.ts';
import { requireFreshSession, requireSession, rotateOwnSession } from '../../sessions/index.ts';
import { lockOwnUser, requireUser } from '../../users/index.ts';
import type { TotpFactor } from '../auth.types.ts';
import { factorOnMail, factorRemovedMail } from './mfa.mail.ts';
import * as repository from './mfa.repository.ts';
import type { SecondFactor } from './second-factor.service.ts';
import type { ToSessionResponse, SessionResponse } from '../log-in/session-response.service.ts';
import { chargeAttempt, codeSubject, refundCharges } from '../throttle/throttle.service.ts';

interface MfaSettings {
  readonly response: ToSessionResponse;
  readonly secondFactor: SecondFactor;
  /** Stores the mail in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
  /** False if all limits are switched off. */
  readonly isThrottled: boolean;
}

/**
 * Manages the second factor of the acting user. Every function needs a session; most need one that began moments ago.
 */
export interface MfaService {
  /** @throws AppError `session_required`, `fresh_session_required` (403), `mfa_already_on` (409) */
  enrol(unit: Unit): Promise<TotpEnrolment>;
  /** @throws AppError `session_required` (403), `mfa_not_enrolled`, `mfa_code_wrong` (409), `rate_limited` */
  confirm(unit: Unit, code: string): Promise<RecoveryCodes & { readonly response: SessionResponse }>;
  /** @throws AppError `session_required`, `fresh_session_required` (403), `mfa_not_on` (409) */
  remove(unit: Unit): Promise<void>;
  /** @throws AppError `session_required`, `fresh_session_required` (403), `mfa_not_on` (409) */
  regenerateCodes(unit: Unit): Promise<RecoveryCodes>;
}

export function createMfaService({ response, secondFactor, sendMail, isThrottled }: MfaSettings): MfaService {
  return {
    async enrol(unit) {
      await requireFreshSession(unit);
      const user = await lockOwnUser(unit);
      const secret = newTotpSecret();
      const sealed = secondFactor.seal(user.id, secret);
      if (!(await repository.savePendingFactor(unit.db, user.id, sealed, unit.now))) throw problems.mfa_already_on();
      await record(unit, { audit: 'mfa.enrol', resource: factorOf(unit) });
      return describeTotp(secret, user.email);
    },

    async confirm(unit, code) {
      const sessionId = requireSession(unit);
      const user = await requireUser(unit);
      const factor = await repository.findFactor(unit.db, user.id);
      if (factor?.confirmed_at !== null) throw problems.mfa_not_enrolled();
      const subjects = isThrottled ? [codeSubject(user.id)] : [];
      await chargeAttempt(unit, subjects);
      const step = secondFactor.stepOf(factor, code, unit.now);
      if (step === undefined) throw problems.mfa_code_wrong();
      return unit.db.transaction(async (db) => {
        const own = { ...unit, db };
        if (!(await repository.confirmFactor(db, factor, step, unit.now))) throw problems.mfa_not_enrolled();
        await refundCharges(own, subjects);
        const recovery_codes = await secondFactor.renewRecoveryCodes(own, user.id);
        await record(own, { audit: 'mfa.confirm', resource: factorOf(own) });
        await sendMail(own, factorOnMail(user));
        const started = await rotateOwnSession(own, sessionId, { isFactorShown: true });
        return { recovery_codes, response: response(started, user) };
      });
    },

    async remove(unit) {
      await requireFullProof(unit);
      if (!(await repository.deleteFactor(unit.db, unit.actor.user_id))) throw problems.mfa_not_on();
      await record(unit, { audit: 'mfa.remove', resource: factorOf(unit) });
      await sendMail(unit, factorRemovedMail(await requireUser(unit)));
    },

    async regenerateCodes(unit) {
      await requireFullProof(unit);
      if ((await findConfirmedFactor(unit, unit.actor.user_id)) === undefined) throw problems.mfa_not_on();
      const recovery_codes = await secondFactor.renewRecoveryCodes(unit, unit.actor.user_id);
      await record(unit, { audit: 'mfa.regenerate_codes', resource: factorOf(unit) });
      return { recovery_codes };
    },
  };
}

/** Returns the confirmed factor that a log-in of the user must show in addition to the password; undefined if there is none. */
export async function findConfirmedFactor(unit: AnonymousUnit, userId: string): Promise<TotpFactor | undefined> {
  const factor = await repository.findFactor(unit.db, userId);
  return factor === undefined || factor.confirmed_at === null ? undefined : factor;
}

/**
 * Returns the session of the request if it began moments ago with every factor of the user. Where a second factor is
 * on, a recent password alone must not change how the account is protected (OWASP ASVS 5.0, 7.5.1).
 * @throws AppError `session_required`, `fresh_session_required` (403)
 */
export async function requireFullProof(unit: Unit): Promise<string> {
  requireSession(unit);
  return requireFreshSession(unit, (await findConfirmedFactor(unit, unit.actor.user_id)) !== undefined);
}

/** The audit log records the change only, never the secret or the codes. */
function factorOf({ actor }: Unit): { readonly type: 'user'; readonly id: string } {
  return { type: 'user', id: actor.user_id };
}
