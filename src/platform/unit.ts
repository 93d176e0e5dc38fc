import type { Db } from './database.ts';

export type Role = 'owner' | 'admin' | 'member' | 'viewer';

/** Who acts: one user, through one credential, in one organization. */
export interface Actor {
  readonly user_id: string;
  /** The session or API key that authenticated the request. */
  readonly credential_id: string;
  readonly credential_type: 'session' | 'api_key';
  readonly organization_id: string;
  readonly role: Role;
  /** Scopes of the API key; undefined for a session, which may do all that its user may. */
  readonly scopes: readonly string[] | undefined;
  readonly is_operator: boolean;
}

/**
 * One request's (or job's) unit of work. For an unsafe operation `db` is an open transaction that the engine
 * commits after the reply has been validated; services open savepoints only.
 */
export interface Unit {
  readonly db: Db;
  readonly actor: Actor;
  readonly request_id: string;
  /** The application's clock, read once; never SQL's now(). */
  readonly now: Date;
}

/** The unit of an operation that may be called without credentials. */
export type AnonymousUnit = Omit<Unit, 'actor'> & { readonly actor: Actor | undefined };
