import type { Actor } from '../../platform/unit.ts';
import type { Version } from '../../platform/versions.ts';

/** What the engine reports about an authenticated request. */
export interface OperationUse {
  readonly version: Version;
  readonly operation_id: string;
  readonly actor: Actor;
  readonly at: Date;
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
