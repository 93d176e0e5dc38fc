import type { User, UserStatus } from '../../../generated/v2/types.ts';

/** A user together with what opens the account; the hash never leaves the server. */
export interface Account {
  readonly user: User;
  /** Null until the address is verified. */
  readonly password_hash: string | null;
}

/** What the first verification makes of a registered user. */
export interface Opening {
  readonly name: string;
  /** Null for an account that no password opens. */
  readonly password_hash: string | null;
  readonly home_organization_id: string;
}

/** What users change of themselves; what is absent stays. */
export interface ProfileChange {
  readonly name?: string | undefined;
  readonly home_organization_id?: string | undefined;
}

export const userColumns = [
  'id',
  'email',
  'name',
  'is_operator',
  'email_verified_at',
  'deactivated_at',
  'home_organization_id',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof User)[];

export interface UserFilters {
  readonly q?: string | undefined;
  readonly email?: string | undefined;
  readonly status?: readonly UserStatus[] | undefined;
  readonly is_operator?: boolean | undefined;
}

/** What lets an invited user set a password; the token itself is in their mail only. */
export interface InvitationToken {
  readonly token_hash: Buffer;
  readonly user_id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}
