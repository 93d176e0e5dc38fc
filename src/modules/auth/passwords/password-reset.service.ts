import { problems } from '../../../../generated/problems.ts';
import type { PasswordReset, PasswordResetReceipt, User } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { hashToken, newToken } from '../../../platform/crypto.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { endApiKeys, listKeysOf } from '../../api-keys/index.ts';
import { normalizeEmail } from '../../../platform/email-address.ts';
import { endOtherSessions } from '../../sessions/index.ts';
import { findAccount, findAccountOf, isOpen, lockUser, openAccount } from '../../users/index.ts';
import * as repository from '../auth.repository.ts';
import type { LinkSettings, OpenWorkspace } from '../auth.types.ts';
import { requestLink } from '../links/link-request.service.ts';
import { prepareNewPassword, setPassword } from './new-password.service.ts';
import { passwordChangedMail, passwordResetMail } from './passwords.mail.ts';
import { accountSubject, refundCharges } from '../throttle/throttle.service.ts';
import { HOUR_MS } from '../../../platform/durations.ts';

interface PasswordResetSettings extends LinkSettings {
  readonly openWorkspace: OpenWorkspace;
}

export interface PasswordResetService {
  /** Mails a link to an address if it has an account. The response is the same for every address. */
  request(unit: AnonymousUnit, email: string): Promise<PasswordResetReceipt>;
  /** @throws AppError `token_invalid`, `password_rejected`, `password_reused` (409) */
  reset(unit: AnonymousUnit, input: PasswordReset): Promise<void>;
}

export function createPasswordResetService(settings: PasswordResetSettings): PasswordResetService {
  const { publicUrl, sendMail, openWorkspace } = settings;
  return {
    async request(unit, email) {
      await requestLink(unit, email, 'password_reset');
      return { email: normalizeEmail(email), expires_at: expiryOf(unit).toISOString() };
    },

    async reset(unit, { token, password, revoke_api_keys = false }) {
      const hash = hashToken(token);
      const userId = await repository.findReset(unit.db, hash, unit.now);
      const account = userId === undefined ? undefined : await findAccountOf(unit, userId);
      if (account?.user.deactivated_at !== null) throw problems.token_invalid();
      const passwordHash = await prepareNewPassword(unit, account, password);
      await unit.db.transaction(async (db) => {
        const own = { ...unit, db };
        const user = await lockUser(own, account.user.id);
        // Read again under the lock, because a concurrent request may have used the link.
        const isUsed = (await repository.findReset(db, hash, unit.now)) === undefined;
        const isWithdrawn = isUsed || user?.deactivated_at !== null;
        if (isWithdrawn || !(await setPassword(own, account, passwordHash))) throw problems.token_invalid();
        await finishReset(own, user);
        if (user.email_verified_at === null) await openInvitedAccount(own, user, passwordHash, openWorkspace);
        if (revoke_api_keys) await endApiKeys(own, user.id);
        await sendMail(own, passwordChangedMail(account.user, publicUrl, await listKeysOf(own, user.id)));
      });
    },
  };
}

/** Mails a reset link to the address, if it has an account that is open. */
export async function sendResetLink(
  unit: AnonymousUnit,
  email: string,
  { publicUrl, sendMail }: LinkSettings,
): Promise<void> {
  const account = await findAccount(unit, email);
  if (account === undefined || !isOpen(account.user)) return;
  const { user } = account;
  const token = newToken();
  const reset = { token_hash: hashToken(token), user_id: user.id };
  await repository.insertReset(unit.db, { ...reset, created_at: unit.now, expires_at: expiryOf(unit) });
  await record(unit, {
    audit: 'password.request_reset',
    resource: { type: 'user', id: user.id },
    organization_id: user.home_organization_id,
  });
  await sendMail(unit, passwordResetMail(user, publicUrl, token));
}

function expiryOf({ now }: AnonymousUnit): Date {
  return new Date(now.getTime() + HOUR_MS);
}

/** Opens an account that an operator has created. Following the link of its invitation verifies the address. */
async function openInvitedAccount(
  unit: AnonymousUnit,
  user: User,
  passwordHash: string,
  openWorkspace: PasswordResetSettings['openWorkspace'],
): Promise<void> {
  // The links of registrations of the address would replace the password that its owner has just chosen.
  await repository.useTokens(unit.db, user.id, 'email_verification', unit.now);
  const { organization_id } = await openWorkspace(unit, user);
  await openAccount(unit, user, {
    name: user.name,
    password_hash: passwordHash,
    home_organization_id: organization_id,
  });
}

/** Ends every session that the old password opened, and every other link. */
async function finishReset(
  unit: AnonymousUnit,
  user: { readonly id: string; readonly email: string; readonly home_organization_id: string | null },
): Promise<void> {
  await record(unit, {
    audit: 'password.reset',
    resource: { type: 'user', id: user.id },
    organization_id: user.home_organization_id,
    user_id: user.id,
  });
  await repository.useTokens(unit.db, user.id, 'password_reset', unit.now);
  await endOtherSessions(unit, user.id, null);
  await refundCharges(unit, [accountSubject(user.email)]);
}
