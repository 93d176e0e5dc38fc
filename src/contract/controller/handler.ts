import type { EngineHeader } from '../vocabulary.ts';
import type { VersionPrecondition } from '../../problems/precondition.ts';
import type { AnonymousUnit, Unit } from '../../platform/unit.ts';

// The generated handler interfaces are built from these types. They derive from openapi-typescript's `operations[id]`
// what a controller function takes and must return, so that tsc refuses a wrong body or an undeclared status.

type None = Record<never, never>;
/** openapi-typescript writes `query?: never` if an operation has no query parameters. */
type Present<T> = [NonNullable<T>] extends [never] ? None : NonNullable<T>;
type Params<Op, In extends string> = Op extends { parameters: infer P }
  ? In extends keyof P
    ? Present<P[In]>
    : None
  : None;
type LowercaseKeys<T> = { [K in keyof T as Lowercase<K & string>]: T[K] };
/** The engine fills in defaults, so these parameters are never absent. */
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

/** The media types of the successful responses; undefined if those have no body. */
type SuccessTypes<Op> = Op extends { responses: infer R }
  ? OrUndefined<{ [S in keyof R]: S extends SuccessStatus ? TypesOf<R[S]> : never }[keyof R]>
  : undefined;
type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 207;
type TypesOf<T> = T extends { content: infer C } ? keyof C & string : never;
type OrUndefined<T> = [T] extends [never] ? undefined : T;

/**
 * The validated request: the parameters are decoded by their style, and the body is parsed. Header names are in lower
 * case. `Defaulted` lists the parameters that have a default.
 */
export interface HandlerRequest<Op, Defaulted extends string = never> {
  readonly path: Params<Op, 'path'>;
  readonly query: Filled<Params<Op, 'query'>, Defaulted>;
  readonly headers: LowercaseKeys<Filled<Params<Op, 'header'>, Defaulted>>;
  readonly cookies: Filled<Params<Op, 'cookie'>, Defaulted>;
  readonly body: Body<Op>;
  /** The declared media type that the body matches; empty without a body. */
  readonly content_type: RequestTypes<Op>;
  /** The declared media type of the successful response that the caller prefers. */
  readonly media_type: SuccessTypes<Op>;
  /**
   * The preconditions in If-Match and If-None-Match. If the operation declares these headers, its service checks them
   * while it holds the row lock.
   */
  readonly precondition: VersionPrecondition;
  /** The connection, for handlers that set cookies or create sessions. */
  readonly client: {
    readonly address: string;
    readonly user_agent: string | undefined;
    /** All headers as received, for the few whose names no document can list (`ce-…` of CloudEvents). */
    readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  };
}

type HeaderValue = string | readonly string[];
/** Lists set `link` themselves. If an operation has a successor, the engine sets it. */
type OwnHeaders<T> = { [K in keyof T as OwnName<K>]: K extends 'Link' ? HeaderValue | undefined : HeaderValue };
type OwnName<K> = K extends string ? (string extends K ? never : Exclude<Lowercase<K>, EngineHeader>) : never;
type RequiredOwn<T> = { [K in keyof T as K extends 'Link' ? never : undefined extends T[K] ? never : K]: T[K] };
type ResponseHeaders<T> = Readonly<Partial<OwnHeaders<T>> & OwnHeaders<RequiredOwn<T>>>;
type HeadersMember<T> =
  None extends ResponseHeaders<T>
    ? { readonly headers?: ResponseHeaders<T> | undefined }
    : { readonly headers: ResponseHeaders<T> };

/** A handler cannot return an error body. Handlers throw, and one middleware writes the error body. */
type IsProblem<T> = T extends { content: { 'application/problem+json': unknown } } ? true : false;

/**
 * One declared response. `headers` holds the headers that the operation sets itself; required headers must be present.
 */
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

/** The handler of an operation whose security admits callers without credentials. */
export type AnonymousHandler<Op, Defaulted extends string = never> = (
  request: HandlerRequest<Op, Defaulted>,
  unit: AnonymousUnit,
) => Promise<HandlerResponse<Op>>;

/**
 * Records, or a body of one of the other declared media types. `content-type` names the media type, which determines
 * the type of the records. A stream is read while it is sent, an array is sent as a whole.
 */
export type RecordsResponse<Op, Records> = Op extends {
  responses: { 200: { headers: infer H; content: infer Declared } };
}
  ? {
      [MediaType in keyof Declared]: {
        readonly status: 200;
        readonly headers: ResponseHeaders<H> & { readonly 'content-type': MediaType };
        readonly body: MediaType extends keyof Records
          ? AsyncIterable<Records[MediaType]> | readonly Records[MediaType][]
          : Declared[MediaType];
      };
    }[keyof Declared]
  : never;

/**
 * The handler of an operation that returns records. `Records` maps a media type to the type of its records.
 */
export type RecordsHandler<Op, Records, Defaulted extends string = never> = (
  request: HandlerRequest<Op, Defaulted>,
  unit: Unit,
) => Promise<RecordsResponse<Op, Records>>;
