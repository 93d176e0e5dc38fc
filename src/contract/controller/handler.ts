import type { EngineHeader } from '../vocabulary.ts';
import type { VersionPrecondition } from '../../problems/precondition.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';

// Types that the generated handler interfaces are made of. They turn openapi-typescript's `operations[id]` into
// what a controller function takes and must return, so that a wrong body or an undeclared status fails tsc.

type None = Record<never, never>;
/** openapi-typescript writes `query?: never` for what an operation does not have. */
type Present<T> = [NonNullable<T>] extends [never] ? None : NonNullable<T>;
type Params<Op, In extends string> = Op extends { parameters: infer P }
  ? In extends keyof P
    ? Present<P[In]>
    : None
  : None;
type LowercaseKeys<T> = { [K in keyof T as Lowercase<K & string>]: T[K] };
/** The engine fills defaults in, so that these are never absent. */
type Filled<T, Names extends string> = { [K in keyof T as K extends Names ? K : never]-?: Exclude<T[K], undefined> } & {
  [K in keyof T as K extends Names ? never : K]: T[K];
};

type Content<T> = T extends { content: infer C } ? C[keyof C] : never;
type Body<Op> = Op extends { requestBody: infer B }
  ? Content<B>
  : Op extends { requestBody?: infer B }
    ? [NonNullable<B>] extends [never]
      ? undefined
      : Content<NonNullable<B>> | undefined
    : undefined;

type RequestTypes<Op> = Op extends { requestBody?: infer B } ? TypesOf<NonNullable<B>> | '' : '';

/** Media types of the successes; undefined where they have no body. */
type SuccessTypes<Op> = Op extends { responses: infer R }
  ? OrUndefined<{ [S in keyof R]: S extends SuccessStatus ? TypesOf<R[S]> : never }[keyof R]>
  : undefined;
type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 207;
type TypesOf<T> = T extends { content: infer C } ? keyof C & string : never;
type OrUndefined<T> = [T] extends [never] ? undefined : T;

/**
 * The validated request: parameters decoded by their style, the body parsed. Header names in lower case.
 * `Defaulted` names the parameters that have a default.
 */
export interface HandlerRequest<Op, Defaulted extends string = never> {
  readonly path: Params<Op, 'path'>;
  readonly query: Filled<Params<Op, 'query'>, Defaulted>;
  readonly headers: LowercaseKeys<Filled<Params<Op, 'header'>, Defaulted>>;
  readonly cookies: Filled<Params<Op, 'cookie'>, Defaulted>;
  readonly body: Body<Op>;
  /** What of the declared media types the body is; empty without one. */
  readonly content_type: RequestTypes<Op>;
  /** The one of the declared media types of its success that the caller prefers. */
  readonly media_type: SuccessTypes<Op>;
  /** What If-Match and If-None-Match ask: of operations that declare them, the service judges it under its lock. */
  readonly precondition: VersionPrecondition;
  /** What a handler of cookies and sessions needs to know of the connection. */
  readonly client: { readonly address: string; readonly user_agent: string | undefined };
}

type HeaderValue = string | readonly string[];
/** `link` is the handler's in lists, and the engine's where it names a successor. */
type OwnHeaders<T> = { [K in keyof T as OwnName<K>]: K extends 'Link' ? HeaderValue | undefined : HeaderValue };
type OwnName<K> = K extends string ? (string extends K ? never : Exclude<Lowercase<K>, EngineHeader>) : never;
type RequiredOwn<T> = { [K in keyof T as K extends 'Link' ? never : undefined extends T[K] ? never : K]: T[K] };
type ResponseHeaders<T> = Readonly<Partial<OwnHeaders<T>> & OwnHeaders<RequiredOwn<T>>>;
type HeadersMember<T> =
  None extends ResponseHeaders<T>
    ? { readonly headers?: ResponseHeaders<T> | undefined }
    : { readonly headers: ResponseHeaders<T> };

/** Error bodies are written by one middleware, from what is thrown; a handler cannot respond with one. */
type IsProblem<T> = T extends { content: { 'application/problem+json': unknown } } ? true : false;

/** One declared response. `headers` holds what the operation sets itself: what the document demands must be there. */
export type HandlerResponse<Op> = Op extends { responses: infer R }
  ? {
      [S in keyof R & number]: IsProblem<R[S]> extends true
        ? never
        : {
            readonly status: S;
            readonly body: R[S] extends { content: infer C } ? C[keyof C] : undefined;
          } & (R[S] extends { headers: infer H } ? HeadersMember<H> : unknown);
    }[keyof R & number]
  : never;

export type Handler<Op, Defaulted extends string = never> = (
  request: HandlerRequest<Op, Defaulted>,
  unit: Unit,
) => Promise<HandlerResponse<Op>>;

/** The handler of an operation whose security lets callers without credentials in. */
export type AnonymousHandler<Op, Defaulted extends string = never> = (
  request: HandlerRequest<Op, Defaulted>,
  unit: AnonymousUnit,
) => Promise<HandlerResponse<Op>>;

/** One stream of records; `content-type` says which of the media types, and thereby what its records are. */
export type RecordsResponse<Op, Records> = Op extends { responses: { 200: { headers: infer H } } }
  ? {
      [MediaType in keyof Records]: {
        readonly status: 200;
        readonly headers: ResponseHeaders<H> & { readonly 'content-type': MediaType };
        readonly body: AsyncIterable<Records[MediaType]>;
      };
    }[keyof Records]
  : never;

/** The handler of an operation that returns a stream of records. `Records`: media type -> record. */
export type RecordsHandler<Op, Records, Defaulted extends string = never> = (
  request: HandlerRequest<Op, Defaulted>,
  unit: Unit,
) => Promise<RecordsResponse<Op, Records>>;
