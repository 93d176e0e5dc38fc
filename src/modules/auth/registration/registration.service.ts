import { problems } from '../../../../generated/problems.ts';
import type { Registration, RegistrationReceipt, User, VerifiedAccount } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { hashToken, newToken } from '../../../platform/crypto.ts';
import { verifyPassword } from '../../../platform/passwords.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { normalizeEmail } from '../../../platform/names.ts';
import { findAccount, lockUser, openAccount, registerUser } from '../../users/index.ts';
import * as repository from '../auth.repository.ts';
import type { FoundRegistration, LinkSettings, OpenWorkspace } from '../auth.types.ts';
import { hashFirstPassword } from '../passwords/first-password.service.ts';
import { requestLink } from '../links/link-request.service.ts';
import { isMailDue } from '../links/mail-quota.service.ts';
import { accountExistsMail, verificationMail } from './registration.mail.ts';
import { HOUR_MS } from '../../../platform/durations.ts';

const TOKEN_LIFE_MS = 24 * HOUR_MS;

interface RegistrationSettings extends LinkSettings {
  readonly openWorkspace: OpenWorkspace;
}

export interface RegistrationService {
  /** Takes a registration and writes to the address; whether that is known shows nowhere but in the mail. */
  register(unit: AnonymousUnit, input: Registration): Promise<RegistrationReceipt>;
  /** Sends the link of a registration that waits once more; whether there is one shows nowhere but in the mail. */
  resend(unit: AnonymousUnit, email: string): Promise<RegistrationReceipt>;
  /** Opens the account of a registration. @throws AppError `token_invalid` (409) */
  verify(unit: AnonymousUnit, token: string): Promise<VerifiedAccount>;
}

export function createRegistrationService(settings: RegistrationSettings): RegistrationService {
  return {
    async register(unit, input) {
      // Before the transaction, which must not keep a connection while it computes; and always, so that a known
      // address takes as long as an unknown one.
      const passwordHash = await hashRegistered(unit, input);
      await unit.db.transaction(async (db) => {
        const own = { ...unit, db };
        const { user, isNew } = await registerUser(own, input);
        // Counting takes the lock of the address: registrations of one address come here one by one.
        const isDue = await isMailDue(own, user.email, 'email_verification');
        const isVerified = user.email_verified_at !== null;
        const password_hash = isNew || isVerified ? passwordHash : await settlePassword(own, user.id, passwordHash);
        if (!isDue) return;
        if (isVerified) await settings.sendMail(own, accountExistsMail(user, settings.publicUrl));
        else await sendLink(own, user.email, { user_id: user.id, name: input.name, password_hash }, settings);
      });
      return receiptOf(unit, input.email);
    },

    async resend(unit, email) {
      await requestLink(unit, email, 'email_verification');
      return receiptOf(unit, email);
    },

    async verify(unit, token) {
      const hash = hashToken(token);
      const found = await repository.findRegistration(unit.db, hash, unit.now);
      const user = found && (await lockUser(unit, found.user_id));
      // Read again behind the lock: another link of the same user may have been followed meanwhile.
      const registration = user && (await repository.findRegistration(unit.db, hash, unit.now));
      if (user === undefined || registration === undefined) throw problems.token_invalid();
      await repository.useTokens(unit.db, user.id, 'email_verification', unit.now);
      const { name, password_hash } = registration;
      const workspace = await workspaceOf(unit, { ...user, name }, settings);
      await openAccount(unit, user, { name, password_hash, home_organization_id: workspace.organization_id });
      return { user_id: user.id, email: user.email, has_password: password_hash !== null, ...workspace };
    },
  };
}

/**
 * The hash of a registration's password: that of the registration that waits where both have the same password, as when
 * a form is sent twice. Compared always, so that an address without a registration takes as long.
 */
async function hashRegistered(unit: AnonymousUnit, { email, name, password }: Registration): Promise<string> {
  const hash = await hashFirstPassword(password, [email, name]);
  const waiting = await repository.findWaitingHash(unit.db, normalizeEmail(email));
  return (await verifyPassword(password, waiting)) && waiting !== undefined ? waiting : hash;
}

/**
 * The password that a registration of a known, unverified address brings: its own only if every registration that waits
 * has the same. Otherwise all of them lose theirs, because whoever follows the link cannot tell whose registration it
 * is of: a stranger's password must not open the owner's account. An operator's invitation counts as another one.
 */
async function settlePassword(unit: AnonymousUnit, userId: string, passwordHash: string): Promise<string | null> {
  const waiting = await repository.findWaitingRegistration(unit.db, userId);
  if (waiting?.password_hash === passwordHash) return passwordHash;
  await repository.withdrawPasswords(unit.db, userId);
  return null;
}

/** Writes to the owner of the address once more, if a registration of it waits. */
export async function resendVerificationLink(
  unit: AnonymousUnit,
  email: string,
  settings: LinkSettings,
): Promise<void> {
  const account = await findAccount(unit, email);
  if (account?.user.email_verified_at !== null) return;
  const waiting = await repository.findWaitingRegistration(unit.db, account.user.id);
  if (waiting === undefined) return;
  await record(unit, {
    audit: 'user.resend_verification',
    resource: { type: 'user', id: waiting.user_id },
    organization_id: null,
  });
  await sendLink(unit, account.user.email, waiting, settings);
}

/** Leaves a token for the registration and the mail that holds it. */
async function sendLink(
  unit: AnonymousUnit,
  email: string,
  { user_id, name, password_hash }: FoundRegistration,
  { sendMail, publicUrl }: LinkSettings,
): Promise<void> {
  const token = newToken();
  const expiresAt = expiryOf(unit);
  const registration = { token_hash: hashToken(token), user_id, name, password_hash };
  await repository.insertRegistration(unit.db, { ...registration, created_at: unit.now, expires_at: expiresAt });
  const isWithoutPassword = password_hash === null;
  await sendMail(unit, verificationMail(email, publicUrl, { token, isWithoutPassword }));
}

function expiryOf({ now }: AnonymousUnit): Date {
  return new Date(now.getTime() + TOKEN_LIFE_MS);
}

function receiptOf(unit: AnonymousUnit, email: string): RegistrationReceipt {
  return { email: normalizeEmail(email), expires_at: expiryOf(unit).toISOString() };
}

async function workspaceOf(unit: AnonymousUnit, user: User, { openWorkspace }: RegistrationSettings) {
  if (user.home_organization_id === null) return openWorkspace(unit, user);
  return { organization_id: user.home_organization_id, project_id: null };
}
