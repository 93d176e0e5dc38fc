import type { Db } from './database.ts';
import type { TraceContext } from './tracing/tracer.ts';
import { newId } from './ids.ts';

export type Role = 'owner' | 'admin' | 'member' | 'viewer';

/** The caller: one user with one credential in one organization. */
export type Actor = Principal & (Credentialed | Uncredentialed);

interface Principal {
  readonly user_id: string;
  /** Empty if the user belongs to no organization. Such an actor cannot call operations that need one. */
  readonly organization_id: string;
  readonly role: Role;
  /** Scopes of the API key; undefined for a session, which has all permissions of its user. */
  readonly scopes: readonly string[] | undefined;
  readonly is_operator: boolean;
}

/** The session or API key that authenticated the request. */
interface Credentialed {
  readonly credential_type: 'session' | 'api_key';
  readonly credential_id: string;
}

/** For work on behalf of a user outside of an authenticated request: in a job, or during sign-up. */
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
  /**
   * A replica whose data is recent enough, for the reads of an operation with `x-consistency: bounded`; undefined if
   * there is none. Only bounded-read.ts uses it: what authorizes the caller is read from `db`.
   */
  readonly replica?: Db | undefined;
  readonly actor: Actor;
  readonly request_id: string;
  /** The span that the unit belongs to, which its jobs and events link to; undefined if tracing is off. */
  readonly trace?: TraceContext | undefined;
  /** Read once from the application's clock. Statements use it instead of SQL's now(). */
  readonly now: Date;
  /**
   * The id of the resource that the unit creates; by default a new one. The demo has the ids of the documents' examples,
   * so that the examples can be tried out.
   */
  readonly resource_id?: string | undefined;
  /**
   * Calls the function once the changes of the request are committed, such as to count them. It must not throw. Undefined
   * for reads, and outside of requests.
   */
  readonly afterCommit?: ((work: () => void) => void) | undefined;
}

/** The unit of an operation that can be called without credentials. */
export type AnonymousUnit = Omit<Unit, 'actor'> & { readonly actor: Actor | undefined };

/** Returns the organization of a unit's actor; null, as in the database's columns, if there is none. */
export function organizationIn({ actor }: Pick<AnonymousUnit, 'actor'>): string | null {
  return actor === undefined || actor.organization_id === '' ? null : actor.organization_id;
}

/** Returns the id for the resource that the unit creates. */
export function resourceIdOf({ resource_id = newId() }: Pick<AnonymousUnit, 'resource_id'>): string {
  return resource_id;
}
