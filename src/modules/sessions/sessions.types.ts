import type { SessionFacts } from '../../../generated/v2/types.ts';
import type { Role } from '../../platform/unit.ts';

export const sessionColumns = [
  'id',
  'user_id',
  'organization_id',
  'address',
  'user_agent',
  'suspicion',
  'suspected_at',
  'created_at',
  'last_active_at',
  'expires_at',
] as const satisfies readonly (keyof SessionFacts)[];

/** Where a session comes from. */
export interface Client {
  readonly address: string;
  readonly user_agent: string | undefined;
}

/** What an authenticator is given: the parts of the engine's credential that it reads. */
export interface PresentedToken {
  readonly token: string;
  /** The organization that the request names, if any. */
  readonly organization_id: string | undefined;
  /** Where the request comes from. */
  readonly address: string;
  readonly request_id: string;
  readonly now: Date;
}

/** A live session, its user, and their membership in the requested organization (nulls if there is none). */
export interface AuthenticatedSession {
  readonly id: string;
  readonly user_id: string;
  readonly last_active_at: string;
  readonly expires_at: string;
  /** The network of its latest request; null if it is not stored. */
  readonly network: string | null;
  readonly is_suspicious: boolean;
  readonly is_operator: boolean;
  readonly organization_id: string | null;
  readonly role: Role | null;
}

export interface SessionFilters {
  readonly user_id?: string | undefined;
  readonly organization_id?: string | undefined;
  readonly address?: string | undefined;
  readonly is_suspicious?: boolean | undefined;
}
