import type { User, UserStatus } from '../../../generated/v2/types.ts';

/** A user with the password hash, which never leaves the server. */
export interface Account {
  readonly user: User;
  /** Null until the address is verified. */
  readonly password_hash: string | null;
}

/** What the first verification sets for a registered user. */
export interface Opening {
  readonly name: string;
  /** Null for an account without a password. */
  readonly password_hash: string | null;
  readonly home_organization_id: string;
}

/** A user's changes of their own profile; absent fields stay. */
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

/** A token that lets an invited user set a password. The token itself is only in their mail. */
export interface InvitationToken {
  readonly token_hash: Buffer;
  readonly user_id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}
