import { problems } from '../../../generated/problems.ts';
import type { Registration, RegistrationReceipt, User, VerifiedAccount } from '../../../generated/v2/types.ts';
import { hashToken, newToken } from '../../platform/crypto.ts';
import { hashPassword } from '../../platform/passwords.ts';
import type { AnonymousUnit } from '../../platform/unit.ts';
import { lockUser, openAccount, registerUser } from '../users/index.ts';
import * as repository from './auth.repository.ts';
import type { Mail } from './auth.types.ts';
import { assertPasswordUncommon } from './passwords.policy.ts';
import { accountExistsMail, verificationMail } from './registration-mails.service.ts';

const HOUR_MS = 60 * 60 * 1000;
const TOKEN_LIFE_MS = 24 * HOUR_MS;
const MAILS_PER_HOUR_MAX = 5;

export interface RegistrationSettings {
  readonly publicUrl: string;
  /** Leaves the mail behind in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
  /** Makes a new user's first organization and project, on their behalf. */
  readonly openWorkspace: (
    unit: AnonymousUnit,
    user: User,
  ) => Promise<{ readonly organization_id: string; readonly project_id: string }>;
}

export interface RegistrationService {
  /** Takes a registration and writes to the address; whether that is known shows nowhere but in the mail. */
  register(unit: AnonymousUnit, input: Registration): Promise<RegistrationReceipt>;
  /** Opens the account of a registration. @throws AppError `token_invalid` (409) */
  verify(unit: AnonymousUnit, token: string): Promise<VerifiedAccount>;
}

export function createRegistrationService(settings: RegistrationSettings): RegistrationService {
  return {
    async register(unit, input) {
      assertPasswordUncommon(input.password, [input.email, input.name]);
      // Before the transaction, which must not keep a connection while it computes; and always, so that a known
      // address takes as long as an unknown one.
      const passwordHash = await hashPassword(input.password);
      const expiresAt = new Date(unit.now.getTime() + TOKEN_LIFE_MS);
      await unit.db.transaction(async (db) => {
        const own = { ...unit, db };
        const user = await registerUser(own, input);
        if (!(await isMailDue(own, user))) return;
        if (user.email_verified_at !== null) {
          await settings.sendMail(own, accountExistsMail(user, settings.publicUrl));
          return;
        }
        const token = newToken();
        await repository.insertRegistration(db, {
          token_hash: hashToken(token),
          user_id: user.id,
          name: input.name,
          password_hash: passwordHash,
          created_at: unit.now,
          expires_at: expiresAt,
        });
        const addressee = { email: user.email, name: input.name };
        await settings.sendMail(own, verificationMail(addressee, settings.publicUrl, token));
      });
      return { email: input.email.toLowerCase(), expires_at: expiresAt.toISOString() };
    },

    async verify(unit, token) {
      const hash = hashToken(token);
      const found = await repository.findRegistration(unit.db, hash, unit.now);
      const user = found && (await lockUser(unit, found.user_id));
      // Read again behind the lock: another link of the same user may have been followed meanwhile.
      const registration = user && (await repository.findRegistration(unit.db, hash, unit.now));
      if (user === undefined || registration === undefined) throw problems.token_invalid();
      await repository.useRegistrations(unit.db, user.id, unit.now);
      const { name, password_hash } = registration;
      const workspace = await workspaceOf(unit, { ...user, name }, settings);
      await openAccount(unit, user, { name, password_hash, home_organization_id: workspace.organization_id });
      return { user_id: user.id, email: user.email, ...workspace };
    },
  };
}

/** At most a few mails an hour, or anybody could flood an address through us. */
async function isMailDue(unit: AnonymousUnit, user: User): Promise<boolean> {
  const windowBegin = new Date(unit.now.getTime() - HOUR_MS);
  return (await repository.countRegistrationMail(unit.db, user.email, unit.now, windowBegin)) <= MAILS_PER_HOUR_MAX;
}

async function workspaceOf(unit: AnonymousUnit, user: User, { openWorkspace }: RegistrationSettings) {
  if (user.home_organization_id === null) return openWorkspace(unit, user);
  return { organization_id: user.home_organization_id, project_id: null };
}
