import type { clientOperations, readsOfUpdates, StreamedRecords } from '../../generated/client.ts';
import type { operations } from '../../generated/v2/types.ts';

// What a call of each operation takes and returns, computed from the types of the contract.

export type OperationId = keyof typeof clientOperations;
/** The PATCH operations whose resource has an ETag. */
export type UpdateId = keyof typeof readsOfUpdates;
/** The operation that reads what an update changes. */
export type ReadOf<Id extends UpdateId> = (typeof readsOfUpdates)[Id];
/** The operations that stream records. */
export type StreamId = keyof StreamedRecords;
export type StreamedRecord<Id extends StreamId> = StreamedRecords[Id];

/** A body that is sent unchanged. */
export type RawBody = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

type ParametersOf<Id extends OperationId> = operations[Id]['parameters'];
type HeaderName<Id extends OperationId> =
  ParametersOf<Id> extends { header?: infer Header } ? (Header extends object ? keyof Header : never) : never;

type PathInput<Id extends OperationId> =
  ParametersOf<Id> extends { path: infer Path } ? { readonly path: Path } : { readonly path?: undefined };
type QueryInput<Id extends OperationId> =
  ParametersOf<Id> extends { query: infer Query }
    ? { readonly query: Query }
    : ParametersOf<Id> extends { query?: infer Query }
      ? { readonly query?: Query | undefined }
      : { readonly query?: undefined };

type RequestContent<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer Content } }
  ? Content
  : never;
/** A body of one media type: JSON as its schema describes it, other types as text. Bytes are sent as they are. */
type BodyInput<Content> = {
  [Type in keyof Content]: {
    readonly body: (Type extends `${string}/json` | `${string}+json` ? Content[Type] : string) | RawBody;
    /** The media type of the body. By default the first that the operation takes. */
    readonly contentType: Type;
  };
}[keyof Content];
/** The media type may be absent if the body fits every media type of the operation. */
interface JsonBodyInput<Content> {
  readonly body: Content[Extract<keyof Content, `${string}/json` | `${string}+json`>];
  readonly contentType?: undefined;
}
type ContentInput<Id extends OperationId> = [RequestContent<Id>] extends [never]
  ? { readonly body?: undefined; readonly contentType?: undefined }
  : JsonBodyInput<RequestContent<Id>> | BodyInput<RequestContent<Id>>;

type IfDeclared<Id extends OperationId, Name extends string, Input> =
  Name extends HeaderName<Id> ? Input : { readonly [Key in keyof Input]?: undefined };

interface KeyInput {
  /** Makes the request safe to repeat. By default the client makes one for each call. */
  readonly idempotencyKey?: string | undefined;
}
interface MatchInput {
  /** The ETag that the resource must still have. Otherwise the call throws `precondition_failed`. */
  readonly ifMatch?: string | undefined;
}
interface NoneMatchInput {
  /** For a PUT: `*` if the resource must not exist yet. */
  readonly ifNoneMatch?: string | undefined;
}
interface OrganizationInput {
  /** The organization that the call acts in. By default the one of `createArchitect`. */
  readonly organizationId?: string | undefined;
}

/** What every call takes. */
export interface CommonInput {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Ends the call, also while it waits for a retry. The call then throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/** Operations that respond with 304 if the ETag of the caller is current. */
export type RevalidatedId = {
  [Id in OperationId]: 'If-None-Match' extends HeaderName<Id>
    ? (typeof clientOperations)[Id]['method'] extends 'GET'
      ? Id
      : never
    : never;
}[OperationId];

type AcceptInput<Id extends OperationId> = (typeof clientOperations)[Id]['response'] extends readonly [
  infer First,
  infer Second,
]
  ? { /** The media type of the response. */ readonly accept?: First | Second | undefined }
  : { readonly accept?: undefined };

type PlainInput<Id extends OperationId> = PathInput<Id> &
  QueryInput<Id> &
  ContentInput<Id> &
  AcceptInput<Id> &
  IfDeclared<Id, 'Idempotency-Key', KeyInput> &
  IfDeclared<Id, 'If-Match', MatchInput> &
  IfDeclared<Id, 'X-Organization-Id', OrganizationInput> &
  CommonInput;

/** What a call of the operation takes. */
export type CallInput<Id extends OperationId> = PlainInput<Id> &
  (Id extends RevalidatedId ? { readonly ifNoneMatch?: undefined } : IfDeclared<Id, 'If-None-Match', NoneMatchInput>);

/** What a call takes that may find that nothing has changed. */
export type RevalidationInput<Id extends RevalidatedId> = PlainInput<Id> & {
  /** The ETag of what the caller has. If it is current, the result is a `NotModified`. */
  readonly ifNoneMatch: string | undefined;
};

/** The second argument may be absent if it has no required member. */
export type Arguments<Input> = Record<never, never> extends Input ? [input?: Input] : [input: Input];

/** The body of an update. */
export type PatchOf<Id extends UpdateId> = JsonBodyInput<RequestContent<Id>>['body'];
/** What `update` takes: what the call takes, except what `update` finds out by itself. */
export type UpdateInput<Id extends UpdateId> = PathInput<Id> &
  IfDeclared<Id, 'X-Organization-Id', OrganizationInput> &
  CommonInput & {
    /** How often the resource is read and written before the 412 is thrown; 4 by default. */
    readonly attempts?: number | undefined;
  };

type SuccessOf<Id extends OperationId> = operations[Id]['responses'][Extract<
  keyof operations[Id]['responses'],
  200 | 201 | 202 | 204 | 207
>];
/** The body of the successful response; undefined if it has none. */
export type DataOf<Id extends OperationId> =
  SuccessOf<Id> extends infer Success
    ? Success extends { content: infer Content }
      ? Content[keyof Content]
      : undefined
    : never;

export interface CallResult<Id extends OperationId> {
  readonly data: DataOf<Id>;
  /** The version of the resource, for `ifMatch` and `ifNoneMatch`. */
  readonly etag: SuccessOf<Id> extends { headers: { ETag: string } } ? string : undefined;
  /** Status and headers. The body has been read. */
  readonly response: Response;
  readonly notModified: false;
}

/** The response 304: what the caller has is current. */
export interface NotModified {
  readonly data: undefined;
  readonly etag: string;
  readonly response: Response;
  readonly notModified: true;
}

/** The operations that return a list in pages. */
export type PagedId = {
  [Id in OperationId]: (typeof clientOperations)[Id]['isPage'] extends true ? Id : never;
}[OperationId];
export type PageOf<Id extends PagedId> = DataOf<Id>;
/** An entry of a page. */
export type ItemOf<Id extends PagedId> = DataOf<Id> extends { data: readonly (infer Item)[] } ? Item : never;
