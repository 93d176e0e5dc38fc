import type { Actor } from '../../platform/unit.ts';
import type { Version } from '../../platform/versions.ts';

/** What the engine reports about an authenticated request. */
export interface OperationUse {
  readonly version: Version;
  readonly operation_id: string;
  readonly actor: Actor;
  readonly at: Date;
  /** The names of the query parameters that were sent. */
  readonly query_parameters: readonly string[];
  /** The names of the body's members that were sent. */
  readonly body_fields: readonly string[];
}

/** How often one credential used one operation on one day. */
export interface UsageCount {
  readonly credential_id: string;
  readonly credential_type: 'session' | 'api_key';
  readonly user_id: string;
  readonly version: Version;
  readonly operation_id: string;
  /** YYYY-MM-DD, in UTC. */
  readonly used_on: string;
  readonly requests: number;
}

/** A count in memory, with the names of everything that was sent. */
export type CountedUse = Omit<UsageCount, 'requests'> & {
  requests: number;
  /** The organization of an API key; null for a session, which may act in several. */
  readonly organization_id: string | null;
  readonly query_parameters: Set<string>;
  readonly body_fields: Set<string>;
};

/** What one API key used of one operation. */
export interface KeyUse {
  readonly credential_id: string;
  readonly organization_id: string;
  readonly user_id: string;
  readonly version: Version;
  readonly operation_id: string;
  /** Name -> the last day on which it was sent: YYYY-MM-DD, in UTC. */
  readonly query_parameters: Readonly<Record<string, string>>;
  readonly body_fields: Readonly<Record<string, string>>;
  readonly last_used_on: string;
}

/** Whose keys, which operations, and from which day on. */
export interface KeyUsageFilters {
  /** Undefined for the keys of all organizations. */
  readonly organization_id: string | undefined;
  readonly operation_id?: readonly string[] | undefined;
  readonly version?: Version | undefined;
  /** YYYY-MM-DD, in UTC. */
  readonly since: string;
}

/** How often a user's sessions together, or one of their API keys, used one operation. */
export interface UsageSum {
  readonly version: Version;
  readonly operation_id: string;
  /** Null for sessions. */
  readonly api_key_id: string | null;
  readonly requests: number;
  readonly last_used_on: string;
}

/** Which counts: those of one credential, or of all credentials that a user has or had. */
export type UsageOwner =
  | { readonly credential_id: string; readonly user_id?: undefined }
  | { readonly user_id: string; readonly credential_id?: undefined };
