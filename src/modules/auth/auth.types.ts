import type { Mail } from '../../platform/mailer.ts';
import type { User } from '../../../generated/v2/types.ts';
import type { AnonymousUnit } from '../../platform/unit.ts';

/** Where a request comes from. */
export interface Client {
  readonly address: string;
  readonly user_agent: string | undefined;
}

/** What a mail with a token is for. */
export type TokenPurpose = 'email_verification' | 'password_reset';

/** What mails with a link are made with. */
export interface LinkSettings {
  /** Links begin with it. */
  readonly publicUrl: string;
  /** Leaves the mail behind in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
}

/** Makes a new user's first organization and project, on their behalf; onboarding does it, which ranks above. */
export type OpenWorkspace = (
  unit: AnonymousUnit,
  user: User,
) => Promise<{ readonly organization_id: string; readonly project_id: string }>;

/** Mails that somebody else may cause; each kind is counted by itself. */
export type MailPurpose = TokenPurpose | 'suspicious_session';

/** A registration that waits for its link to be followed. */
export interface PendingRegistration {
  readonly token_hash: Buffer;
  readonly user_id: string;
  readonly name: string;
  readonly password_hash: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

/** A new password that may be set by whoever follows the link. */
export interface PendingReset {
  readonly token_hash: Buffer;
  readonly user_id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}

export interface FoundRegistration {
  readonly user_id: string;
  readonly name: string;
  /** Null where nobody can tell which of several is the owner's. */
  readonly password_hash: string | null;
}

/** Failed log-ins of one subject: an account, or a client's address. */
export interface Throttle {
  readonly failures: number;
  readonly blocked_until: Date;
  readonly updated_at: Date;
}

/** The authenticator of a user. */
export interface TotpFactor {
  readonly user_id: string;
  /** Encrypted. */
  readonly secret: Buffer;
  /** Null until a first code has come. */
  readonly confirmed_at: string | null;
  readonly last_step: number | null;
}

/** A log-in that waits for the second factor. */
export interface MfaChallengeRow {
  readonly token_hash: Buffer;
  readonly user_id: string;
}
