import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Document } from 'openapi-backend';
import type { Db } from '../platform/database.ts';
import type { VersionPrecondition } from '../problems/precondition.ts';
import type { RequestState } from '../platform/request-state.ts';
import type { Actor, AnonymousUnit } from '../platform/unit.ts';
import type { Operation, Validators } from './operation.ts';
import type { RateLimiter } from './access/rate-limits.ts';
import type { RowTurns } from './unit/row-turns.ts';
import type { Version } from '../platform/versions.ts';

// What app.ts hands to the engine. The engine knows no module and no generated file; these are its only doors.

/** As much of a Koa context as the engine touches. */
export interface HttpContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** The caller's address, proxies that are trusted taken into account. */
  readonly ip: string;
  readonly state: RequestState;
  status: number;
  body: unknown;
}

/** A request as any handler gets it; `HandlerRequest<Op>` is its typed face. */
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
  /** Stands before everything else, where the body is a stream of records. */
  readonly lead?: string | undefined;
}

export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Method syntax, because the typed handlers of the generated interfaces take narrower requests and units. */
interface HandlerMethod {
  handle(request: AnyRequest, unit: AnonymousUnit): Promise<AnyResponse>;
}
export type AnyHandler = HandlerMethod['handle'];

/** What a security handler judges. */
export interface Credential {
  /** The bearer token, or the value of the cookie, header or query parameter that the scheme names. */
  readonly token: string;
  /** The organization that the path, or else X-Organization-Id where the operation takes it, names; undefined where neither does. */
  readonly organization_id: string | undefined;
  readonly address: string;
  readonly user_agent: string | undefined;
  readonly request_id: string;
  readonly now: Date;
  /** In a pair of schemes, for the second one: whom the first one found, and by which token. */
  readonly actor: Actor | undefined;
  readonly actor_token: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Returns who it is, or undefined where the credential does not hold; throws only for reasons that are not about
 * authentication (a dead database), and that error then is the response. The second scheme of a pair returns the actor
 * it is given. `organization_id: ''` in the actor says: no such organization for this user.
 */
export type SecurityHandler = (credential: Credential) => Actor | undefined | Promise<Actor | undefined>;

/**
 * Returns the id of what a path names in another way, such as a task by its key, for an actor who acts in an
 * organization; an id as it is. What does not exist gets an id that does not exist, so that the response is the same.
 */
export type PathResolver = (db: Db, actor: Actor, value: string) => string | Promise<string>;

export interface EngineLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** A response that would have broken the contract. */
export interface ContractBreach {
  readonly version: Version;
  readonly operation_id: string;
  readonly status: number;
  readonly part: BreachPart;
  /** Into the body; for other parts, the header's name or the status. */
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

/** An authenticated caller uses an operation, whatever the response will be. */
export interface OperationUse {
  readonly version: Version;
  readonly operation_id: string;
  readonly actor: Actor;
  readonly at: Date;
}

/** How long a request may take once its body has been read, in milliseconds. */
export interface TimeLimits {
  readonly readMs: number;
  readonly changeMs: number;
}

export interface EngineOptions {
  /** Undefined sets none. Streams of records have limits of their own. */
  readonly timeLimits?: TimeLimits | undefined;
  readonly version: Version;
  /** Every version that exists, for the response to an Accept that asks for another. */
  readonly versions: readonly string[];
  /** The bundled document. */
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly validators: Validators;
  /** By operationId; what is missing returns 501. */
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** By the name of the path parameter. */
  readonly resolvers?: Readonly<Record<string, PathResolver>>;
  /** By the name of the security scheme. */
  readonly security: Readonly<Record<string, SecurityHandler>>;
  /** Prefix of the cookies that carry credentials: `__Host-` where the server is reached over HTTPS. */
  readonly cookiePrefix: string;
  /** Undefined switches all limits off. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly db: Db;
  readonly cipher: ResponseCipher;
  readonly log: EngineLog;
  /** Told of every response that would have broken the contract; must not throw. */
  readonly onBreach: (breach: ContractBreach) => void;
  /** Told of every authenticated request, while its caller waits: it must return at once and must not throw. */
  readonly onUse: (use: OperationUse) => void;
  readonly clock: { now(): Date };
  /** How long operations are served beyond their sunset. */
  readonly sunsetExtensionMs: number;
  readonly streams: StreamLimits;
  /** Takes turns between requests that change one row; without it, all of them begin at once. */
  readonly turns?: RowTurns | undefined;
}

/** A stream of records holds a connection to the database for as long as its reader takes. */
export interface StreamLimits {
  /** So many at once; one more is refused with 503. */
  readonly openMax: number;
  /** A reader that takes nothing for so long is cut off. */
  readonly stallMs: number;
  /** No stream takes longer. */
  readonly durationMaxMs: number;
}
