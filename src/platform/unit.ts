import type { Db } from './database.ts';

export type Role = 'owner' | 'admin' | 'member' | 'viewer';

/** Who acts: one user, through one credential, in one organization. */
export type Actor = Principal & (Credentialed | Uncredentialed);

interface Principal {
  readonly user_id: string;
  /** Empty where the user belongs to no organization; such an actor reaches no operation that needs one. */
  readonly organization_id: string;
  readonly role: Role;
  /** Scopes of the API key; undefined for a session, which may do all that its user may. */
  readonly scopes: readonly string[] | undefined;
  readonly is_operator: boolean;
}

/** The session or API key that authenticated the request. */
interface Credentialed {
  readonly credential_type: 'session' | 'api_key';
  readonly credential_id: string;
}

/** Work that is done for a user outside of an authenticated request: in a job, or while they sign up. */
interface Uncredentialed {
  readonly credential_type: null;
  readonly credential_id: null;
}

/**
 * One request's (or job's) unit of work. For an unsafe operation `db` is an open transaction that the engine
 * commits after the response has been validated; services open savepoints only.
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

/** The organization that a unit works in; null where its actor belongs to none, as a column of the database has it. */
export function organizationIn({ actor }: Pick<AnonymousUnit, 'actor'>): string | null {
  return actor === undefined || actor.organization_id === '' ? null : actor.organization_id;
}
