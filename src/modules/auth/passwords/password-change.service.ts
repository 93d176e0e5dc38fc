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
import { changeSubject, chargeAttempt, takeBackCharge } from '../throttle/throttle.service.ts';

interface PasswordChangeSettings {
  readonly publicUrl: string;
  readonly response: ToSessionResponse;
  /** Leaves the mail behind in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
  /** False where all limits are switched off. */
  readonly isThrottled: boolean;
}

/**
 * Changes the password of the acting user, ends their other sessions and puts a new one in the place of this one.
 * @throws AppError `session_required`, `fresh_session_required` (403), `password_wrong`, `password_rejected`, `password_reused` (409), `rate_limited`
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
    // Whoever sits at somebody else's session guesses no faster here than in a log-in.
    const subjects = isThrottled ? [changeSubject(user.id)] : [];
    await chargeAttempt(unit, subjects);
    if (!(await verifyPassword(change.current_password, password_hash ?? undefined))) throw problems.password_wrong();
    await unit.db.transaction((db) => takeBackCharge({ ...unit, db }, subjects));
    const passwordHash = await prepareNewPassword(unit, account, change.new_password);
    return unit.db.transaction(async (db) => {
      const own = { ...unit, db };
      // Changed by another request meanwhile: the current password is no longer what it was when it was checked.
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
