import type { Version } from '../platform/versions.ts';
import type { Consistency, RequiredRole } from './vocabulary.ts';
/**
 * The operation table, with one row per operation. `make generate` writes it from the contract. It holds everything
 * that the engine enforces.
 */
export interface Operation {
  /** The operationId, which is also the name of the controller function. */
  readonly id: string;
  readonly version: Version;
  readonly method: HttpMethod;
  /** The path template on the wire: `/api/v2/tasks/{task_id}`. */
  readonly path: string;
  readonly tag: string;
  /** The alternatives. Within one, every scheme must hold. An empty array means public. */
  readonly security: readonly SecurityRequirement[];
  readonly role: RequiredRole;
  readonly rateClass: string;
  /** `none`: the service manages its own steps; `unit`: the engine opens, validates and commits. */
  readonly transaction: 'unit' | 'none';
  /** `bounded`: its data may be read from a replica, if the caller's own changes are there. */
  readonly consistency: Consistency;
  /** True if the operation declares the Idempotency-Key header. */
  readonly isIdempotencyKeyed: boolean;
  readonly deprecation: Deprecation | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  /** Declared responses by status code. */
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  readonly audit: string | undefined;
  readonly emits: readonly string[];
  /** True if a field of a stored response is marked x-sensitive: the response is encrypted at rest. */
  readonly hasSensitiveResponse: boolean;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Scheme name -> required scopes. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

/** From `deprecated`, `x-deprecated-at`, `x-sunset` and `x-successor`. */
export interface Deprecation {
  /** Unix seconds, RFC 9745. */
  readonly deprecatedAt: number;
  /** HTTP date, RFC 8594. */
  readonly sunset: string;
  readonly successor: Successor;
}

/** The operation that `x-successor` names. */
export interface Successor {
  readonly id: string;
  readonly method: HttpMethod;
  /** A path template. */
  readonly path: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly style: 'form' | 'simple' | 'label' | 'matrix' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  readonly explode: boolean;
  /** The type that the text is decoded to before validation; for objects and arrays, the types of their members. */
  readonly type: ParameterType;
  /** Key into the validators. */
  readonly validator: string;
  /** The value of an absent optional parameter. */
  readonly default?: unknown;
}

export type ParameterType =
  /**
   * `uuid`: accepted in either case, passed to the handler in lower case. `instant`: passed to the handler with at most
   * six decimals.
   */
  | { readonly kind: 'string' | 'uuid' | 'instant' | 'integer' | 'number' | 'boolean' }
  | { readonly kind: 'array'; readonly items: ParameterType }
  | {
      readonly kind: 'object';
      readonly properties: Readonly<Record<string, ParameterType>>;
      readonly additional: boolean;
    }
  /** `content:` instead of `schema:`: the text is JSON. */
  | { readonly kind: 'json' };

export interface RequestBody {
  readonly required: boolean;
  /** Media type -> validator key; undefined if any content is accepted (text, binary). */
  readonly content: Readonly<Record<string, string | undefined>>;
  readonly bytesMax: number;
}

export interface ResponseSpec {
  /** Header name in lower case -> header. */
  readonly headers: Readonly<Record<string, ResponseHeader>>;
  readonly content: Readonly<Record<string, string | undefined>>;
  /** Media type -> its records, if the body is a stream of records. */
  readonly records?: Readonly<Record<string, RecordSpec>>;
}

/** From the `contentSchema` of the stream's text. */
export interface RecordSpec {
  /** Key into the validators. */
  readonly validator: string;
  /** The members of a record in the order of its schema; empty if the schema's alternatives differ. */
  readonly columns: readonly string[];
}

export interface ResponseHeader {
  /** Whether the header is required. */
  readonly required: boolean;
  readonly type: ParameterType;
  /** Whether the members of an object are written as `name=value`. */
  readonly explode?: boolean;
  /** Key into the validators. */
  readonly validator: string;
}

/** A compiled validator, as ajv's standalone code exports it. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The member whose name is wrong, in what `propertyNames` says about it. */
  readonly propertyName?: string;
}

/** What generated/validators.cjs exports. */
export interface Validators {
  /** SHA-256 of the bundles it was compiled from; the server refuses to start when they differ. */
  readonly hash: string;
  readonly byKey: Readonly<Record<string, Validate>>;
}
