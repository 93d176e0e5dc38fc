import { problems } from '../../../../generated/problems.ts';
import type { PasswordChange } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { verifyPassword } from '../../../platform/passwords.ts';
import type { Mail } from '../../../platform/mailer.ts';
import type { AnonymousUnit, Unit } from '../../../platform/unit.ts';
import { endApiKeys, listKeysOf } from '../../api-keys/index.ts';
import { endOtherSessions, requireFreshSession, requireSession, rotateOwnSession } from '../../sessions/index.ts';
import { requireAccount } from '../../users/index.ts';
import { useTokens } from '../auth.repository.ts';
import { findConfirmedFactor } from '../mfa/mfa.service.ts';
import { prepareNewPassword, setPassword } from './new-password.service.ts';
import { passwordChangedMail } from './passwords.mail.ts';
import type { ToSessionResponse, SessionResponse } from '../log-in/session-response.service.ts';
import { changeSubject, chargeAttempt, refundCharges } from '../throttle/throttle.service.ts';

interface PasswordChangeSettings {
  readonly publicUrl: string;
  readonly response: ToSessionResponse;
  /** Stores the mail in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
  /** False if all limits are switched off. */
  readonly isThrottled: boolean;
}

/**
 * Changes the password of the acting user, ends their other sessions and replaces the current one.
 * @throws AppError `session_required`, `fresh_session_required` (403), `password_wrong`, `password_rejected`,
 *   `password_reused` (409), `rate_limited`
 */
export type ChangePassword = (unit: Unit, change: PasswordChange) => Promise<SessionResponse>;

export function createPasswordChange({
  publicUrl,
  response,
  sendMail,
  isThrottled,
}: PasswordChangeSettings): ChangePassword {
  return async (unit, change) => {
    const sessionId = requireSession(unit);
    if ((await findConfirmedFactor(unit, unit.actor.user_id)) !== undefined) await requireFreshSession(unit, true);
    const account = await requireAccount(unit);
    const { user, password_hash } = account;
    // Somebody who uses another person's session must not guess faster here than in a log-in.
    const subjects = isThrottled ? [changeSubject(user.id)] : [];
    await chargeAttempt(unit, subjects);
    if (!(await verifyPassword(change.current_password, password_hash ?? undefined))) throw problems.password_wrong();
    await unit.db.transaction((db) => refundCharges({ ...unit, db }, subjects));
    const passwordHash = await prepareNewPassword(unit, account, change.new_password);
    return unit.db.transaction(async (db) => {
      const own = { ...unit, db };
      // A concurrent request has changed the password since it was checked.
      if (!(await setPassword(own, account, passwordHash))) throw problems.password_wrong();
      await record(own, { audit: 'password.change', resource: { type: 'user', id: user.id } });
      await useTokens(db, user.id, 'password_reset', unit.now);
      await endOtherSessions(own, user.id, sessionId);
      if (change.revoke_api_keys === true) await endApiKeys(own, user.id);
      await sendMail(own, passwordChangedMail(user, publicUrl, await listKeysOf(own, user.id)));
      return response(await rotateOwnSession(own, sessionId, { isProvenAnew: true }), user);
    });
  };
}
