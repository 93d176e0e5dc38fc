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

/** Settings for sending mails with a link. */
export interface LinkSettings {
  /** The base of every link. */
  readonly publicUrl: string;
  /** Stores the mail in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
}

/**
 * Creates a new user's first organization and project, on their behalf. The onboarding module implements it, because it
 * ranks above this one.
 */
export type OpenWorkspace = (
  unit: AnonymousUnit,
  user: User,
) => Promise<{ readonly organization_id: string; readonly project_id: string }>;

/** Mails that a third party can trigger. Each kind has its own quota. */
export type MailPurpose = TokenPurpose | 'suspicious_session';

/** A registration whose link has not been followed yet. */
export interface PendingRegistration {
  readonly token_hash: Buffer;
  readonly user_id: string;
  readonly name: string;
  readonly password_hash: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

/** A password reset whose link has not been followed yet. */
export interface PendingReset {
  readonly token_hash: Buffer;
  readonly user_id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}

export interface FoundRegistration {
  readonly user_id: string;
  readonly name: string;
  /** Null if several registrations differ, so that nobody can say which password is the owner's. */
  readonly password_hash: string | null;
}

/** Failed log-ins of one subject: an account, or a client's address. */
export interface Throttle {
  readonly failures: number;
  readonly blocked_until: Date;
  readonly updated_at: Date;
}

/** The TOTP authenticator of a user. */
export interface TotpFactor {
  readonly user_id: string;
  /** Encrypted. */
  readonly secret: Buffer;
  /** Null until the user has confirmed the factor with a first code. */
  readonly confirmed_at: string | null;
  readonly last_step: number | null;
}

/** A log-in that waits for its second factor. */
export interface MfaChallengeRow {
  readonly token_hash: Buffer;
  readonly user_id: string;
}
