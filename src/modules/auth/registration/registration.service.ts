import { problems } from '../../../../generated/problems.ts';
import type { Registration, RegistrationReceipt, User, VerifiedAccount } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { hashToken, newToken } from '../../../platform/crypto.ts';
import { verifyPassword } from '../../../platform/passwords.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { normalizeEmail } from '../../../platform/email-address.ts';
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
  /** Stores a registration and mails its address. The response is the same for known and unknown addresses. */
  register(unit: AnonymousUnit, input: Registration): Promise<RegistrationReceipt>;
  /** Sends the link of a pending registration again. The response is the same whether or not there is one. */
  resend(unit: AnonymousUnit, email: string): Promise<RegistrationReceipt>;
  /**
   * Opens the account of a registration.
   * @throws AppError `token_invalid` (409)
   */
  verify(unit: AnonymousUnit, token: string): Promise<VerifiedAccount>;
}

export function createRegistrationService(settings: RegistrationSettings): RegistrationService {
  return {
    async register(unit, input) {
      // Hashed before the transaction, which must not hold a connection meanwhile. Hashed always, so that a known
      // address takes as long as an unknown one.
      const passwordHash = await hashRegistered(unit, input);
      await unit.db.transaction(async (db) => {
        const own = { ...unit, db };
        const { user, isNew } = await registerUser(own, input);
        // Counting locks the address, so that registrations of one address run one after the other.
        const isDue = await isMailDue(own, user.email, 'email_verification');
        const isVerified = user.email_verified_at !== null;
        const password_hash = isNew || isVerified ? passwordHash : await resolvePassword(own, user.id, passwordHash);
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
      // Read again under the lock, because another link of the same user may have been used meanwhile.
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
 * Returns the hash of a registration's password. If the pending registration has the same password, as when a form is
 * sent twice, its hash is reused. The comparison always runs, so that an address without a registration takes as long.
 */
async function hashRegistered(unit: AnonymousUnit, { email, name, password }: Registration): Promise<string> {
  const hash = await hashFirstPassword(password, [email, name]);
  const waiting = await repository.findWaitingHash(unit.db, normalizeEmail(email));
  return (await verifyPassword(password, waiting)) && waiting !== undefined ? waiting : hash;
}

/**
 * Returns the password for a registration of a known, unverified address: its own if every pending registration has the
 * same. Otherwise all of them lose theirs, because whoever follows the link cannot know whose registration it belongs
 * to: a stranger's password must not open the owner's account. An operator's invitation counts as a registration with
 * another password.
 */
async function resolvePassword(unit: AnonymousUnit, userId: string, passwordHash: string): Promise<string | null> {
  const waiting = await repository.findWaitingRegistration(unit.db, userId);
  if (waiting?.password_hash === passwordHash) return passwordHash;
  await repository.withdrawPasswords(unit.db, userId);
  return null;
}

/** Mails the link to the owner of the address again, if a registration is pending. */
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

/** Stores a token for the registration, and the mail that contains it. */
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
