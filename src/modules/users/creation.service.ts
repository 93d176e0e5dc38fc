import { problems } from '../../../generated/problems.ts';
import type { User, UserCreate } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { hashToken, newToken } from '../../platform/crypto.ts';
import { newId } from '../../platform/ids.ts';
import type { Mail } from '../../platform/mailer.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { setInstallationMember } from '../organizations/index.ts';
import { accountMadeMail } from './creation.mail.ts';
import { normalizeEmail } from '../../platform/email-address.ts';
import * as repository from './users.repository.ts';
import { openAccount } from './users.service.ts';
import { DAY_MS } from '../../platform/durations.ts';

const INVITATION_LIFE_MS = 7 * DAY_MS;

/** What account creation needs from higher modules. */
export interface FirstDay {
  /**
   * Hashes a password.
   * @param about the user's name and address, which the password must not consist of
   * @throws AppError `password_rejected` (409) for a password that is easy to guess
   */
  readonly hashFirstPassword: (password: string, about: readonly string[]) => Promise<string>;
  /** Creates a new user's first organization and project, on their behalf. */
  readonly openWorkspace: (unit: AnonymousUnit, user: User) => Promise<{ readonly organization_id: string }>;
}

interface UserCreationSettings extends FirstDay {
  readonly publicUrl: string;
  /** Stores the mail in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
}

/** @throws AppError `email_taken` (409), `password_rejected` (409) */
export type CreateUser = (unit: Unit, input: UserCreate) => Promise<User>;

/** Lets an operator create an account: open at once with a password, or invited by mail to set one. */
export function createUserCreation(settings: UserCreationSettings): CreateUser {
  return async (unit, input) => {
    const { password, name } = input;
    const email = normalizeEmail(input.email);
    // Hashed before the transaction, which must not hold a connection meanwhile.
    const hash = password === undefined ? undefined : await settings.hashFirstPassword(password, [email, name]);
    return unit.db.transaction(async (db) => {
      const own = { ...unit, db };
      const user = await insert(own, { email, name, is_operator: input.is_operator ?? false });
      if (hash === undefined) {
        await invite(own, user, settings);
        return user;
      }
      const { organization_id } = await settings.openWorkspace(own, user);
      return openAccount(own, user, { name, password_hash: hash, home_organization_id: organization_id });
    });
  };
}

async function insert(unit: Unit, fields: Pick<User, 'email' | 'name' | 'is_operator'>): Promise<User> {
  const now = unit.now.toISOString();
  const user: User = {
    id: newId(),
    ...fields,
    email_verified_at: null,
    deactivated_at: null,
    home_organization_id: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  if (!(await repository.insertUser(unit.db, user))) throw problems.email_taken({ email: user.email });
  await record(unit, {
    audit: 'user.create',
    event: 'user.registered',
    resource: { type: 'user', id: user.id },
    organization_id: null,
    after: user,
    data: user,
  });
  if (user.is_operator) await setInstallationMember(unit, user.id, true);
  return user;
}

async function invite(unit: Unit, user: User, { publicUrl, sendMail }: UserCreationSettings): Promise<void> {
  const token = newToken();
  await repository.insertInvitationToken(unit.db, {
    token_hash: hashToken(token),
    user_id: user.id,
    created_at: unit.now,
    expires_at: new Date(unit.now.getTime() + INVITATION_LIFE_MS),
  });
  await sendMail(unit, accountMadeMail(user, publicUrl, token));
}
