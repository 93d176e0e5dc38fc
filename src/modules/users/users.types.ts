import type { User } from '../../../generated/v2/types.ts';

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
