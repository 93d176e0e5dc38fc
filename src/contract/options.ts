import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Document } from 'openapi-backend';
import type { Db } from '../platform/database.ts';
import type { VersionPrecondition } from '../problems/precondition.ts';
import type { RequestState } from '../platform/request-state.ts';
import type { Actor, AnonymousUnit, Unit } from '../platform/unit.ts';
import type { Operation, Validators } from './operation.ts';
import type { RateLimiter } from './access/rate-limits.ts';
import type { KeptRead } from './response/kept-read.ts';
import type { RowTurns } from './unit/row-turns.ts';
import type { Version } from '../platform/versions.ts';

// What app.ts passes to the engine. The engine imports no module and no generated file: it reaches both through these
// options only.

/** The part of a Koa context that the engine uses. */
export interface HttpContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** The caller's address, with trusted proxies taken into account. */
  readonly ip: string;
  readonly state: RequestState;
  status: number;
  body: unknown;
}

/** A request as every handler gets it. `HandlerRequest<Op>` is its typed form. */
export interface AnyRequest {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly headers: unknown;
  readonly cookies: unknown;
  readonly body: unknown;
  readonly content_type: string;
  readonly media_type: string | undefined;
  readonly precondition: VersionPrecondition;
  readonly client: { readonly address: string; readonly user_agent: string | undefined };
}

export interface AnyResponse {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: ResponseHeaders | undefined;
  /** The text before the first record, if the body is a stream of records. */
  readonly lead?: string | undefined;
}

export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Method syntax, because it lets the generated interfaces narrow the types of requests and units. */
interface HandlerMethod {
  handle(request: AnyRequest, unit: AnonymousUnit): Promise<AnyResponse>;
}
export type AnyHandler = HandlerMethod['handle'];

/** The credential that a security handler checks. */
export interface Credential {
  /** The bearer token, or the value of the cookie, header or query parameter that the scheme names. */
  readonly token: string;
  /**
   * The organization that the path names, or else X-Organization-Id if the operation takes it; undefined if neither
   * names one.
   */
  readonly organization_id: string | undefined;
  readonly address: string;
  readonly user_agent: string | undefined;
  readonly request_id: string;
  readonly now: Date;
  /** For the second scheme of a pair: the actor that the first scheme found, and the token that it used. */
  readonly actor: Actor | undefined;
  readonly actor_token: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Returns the actor, or undefined if the credential is not valid. Throws for other reasons only (such as a failed
 * database), and the response is then that error. The second scheme of a pair returns the actor that it was given.
 * `organization_id: ''` in the actor means that the user does not belong to the named organization.
 */
export type SecurityHandler = (credential: Credential) => Actor | undefined | Promise<Actor | undefined>;

/**
 * Resolves another name in a path, such as a task's key, to an id, for an actor who acts in an organization. An id is
 * returned unchanged. For a resource that does not exist it returns an id that does not exist, so that the response is
 * the same 404.
 */
export type PathResolver = (db: Db, actor: Actor, value: string) => string | Promise<string>;

/**
 * Returns a replica that may serve the caller's read, or undefined if the primary must. Called for operations with
 * `x-consistency: bounded`.
 */
export type ReplicaChoice = (primary: Db, caller: Pick<Unit, 'actor' | 'now'>) => Promise<Db | undefined>;

export interface EngineLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** A response that the engine held back because it breaks the contract. */
export interface ContractBreach {
  readonly version: Version;
  readonly operation_id: string;
  readonly status: number;
  readonly part: BreachPart;
  /** A JSON pointer into the body; for other parts, the name of the header or the status. */
  readonly pointer: string;
  /** The rule that was broken. */
  readonly keyword: string;
  readonly at: Date;
}

/** The part of a response that broke the contract. */
export type BreachPart = 'status' | 'content_type' | 'header' | 'body';

/** Authenticated encryption (AES-256-GCM with a key id) of responses that are kept for idempotency. */
export interface ResponseCipher {
  seal(plain: Buffer): Buffer;
  open(sealed: Buffer): Buffer;
}

/** An authenticated caller's use of an operation, whatever the response is. */
export interface OperationUse {
  readonly version: Version;
  readonly operation_id: string;
  readonly actor: Actor;
  readonly at: Date;
  /** The names of the query parameters that were sent; none if the request was refused before its handler. */
  readonly query_parameters: readonly string[];
  /** The names of the members that were sent, if the body is an object. */
  readonly body_fields: readonly string[];
}

/** The longest time that a request may take after its body has been read, in milliseconds. */
export interface TimeLimits {
  readonly readMs: number;
  readonly changeMs: number;
}

export interface EngineOptions {
  /** Undefined means no deadline. Streams of records have their own limits. */
  readonly timeLimits?: TimeLimits | undefined;
  readonly version: Version;
  /** All existing versions, for the response to an Accept header that asks for another version. */
  readonly versions: readonly string[];
  /** The bundled document. */
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly validators: Validators;
  /** operationId -> handler. An operation without a handler returns 501. */
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** Name of the path parameter -> resolver. */
  readonly resolvers?: Readonly<Record<string, PathResolver>>;
  /** Name of the security scheme -> handler. */
  readonly security: Readonly<Record<string, SecurityHandler>>;
  /** Prefix of the cookies that carry credentials: `__Host-` where the server is reached over HTTPS. */
  readonly cookiePrefix: string;
  /** operationId -> where the responses of a read are kept. Those of other operations are not. */
  readonly kept?: Readonly<Record<string, KeptRead>> | undefined;
  /** Undefined switches all rate limits off. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly db: Db;
  /** Undefined if there is no replica. */
  readonly chooseReplica?: ReplicaChoice | undefined;
  readonly cipher: ResponseCipher;
  readonly log: EngineLog;
  /** Called for every response that would break the contract. Must not throw. */
  readonly onBreach: (breach: ContractBreach) => void;
  /** Called for every authenticated request while its caller waits. Must return at once and must not throw. */
  readonly onUse: (use: OperationUse) => void;
  readonly clock: { now(): Date };
  /** How long operations are still served after their sunset. */
  readonly sunsetExtensionMs: number;
  readonly streams: StreamLimits;
  /** Queues requests that change the same row. Without it, all of them start at once. */
  readonly turns?: RowTurns | undefined;
}

/** A stream of records holds a database connection until its reader has read it. */
export interface StreamLimits {
  /** The greatest number of streams at the same time. Further ones are refused with 503. */
  readonly openMax: number;
  /** A reader that reads nothing for this long is disconnected. */
  readonly stallMs: number;
  /** The longest time that a stream may take. */
  readonly durationMaxMs: number;
}
