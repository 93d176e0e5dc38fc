import type { AnonymousUnit, Unit } from '../platform/unit.ts';

// Types that the generated handler interfaces are made of. They turn openapi-typescript's `operations[id]` into
// what a controller function takes and must answer, so that a wrong body or an undeclared status fails tsc.

type Content<T> = T extends { content: infer C } ? C[keyof C] : never;
type Params<Op, In extends string> = Op extends { parameters: infer P }
  ? In extends keyof P
    ? NonNullable<P[In]>
    : Record<never, never>
  : Record<never, never>;

/** The validated request: parameters decoded by their style, the body parsed. Header names in lower case. */
export interface HandlerRequest<Op> {
  readonly path: Params<Op, 'path'>;
  readonly query: Params<Op, 'query'>;
  readonly headers: LowercaseKeys<Params<Op, 'header'>>;
  readonly cookies: Params<Op, 'cookie'>;
  readonly body: Op extends { requestBody?: infer B } ? Content<NonNullable<B>> : undefined;
  /** What a handler of cookies and sessions needs to know of the connection. */
  readonly client: { readonly address: string; readonly user_agent: string | undefined };
}

type LowercaseKeys<T> = { [K in keyof T as Lowercase<K & string>]: T[K] };

/** One declared reply: `headers` holds what the operation sets itself (location, etag, set-cookie); the engine adds the rest. */
export type HandlerReply<Op> = Op extends { responses: infer R }
  ? {
      [S in keyof R & number]: {
        readonly status: S;
        readonly body: R[S] extends { content: infer C } ? C[keyof C] : undefined;
        readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      };
    }[keyof R & number]
  : never;

export type Handler<Op> = (request: HandlerRequest<Op>, unit: Unit) => Promise<HandlerReply<Op>>;
export type AnonymousHandler<Op> = (request: HandlerRequest<Op>, unit: AnonymousUnit) => Promise<HandlerReply<Op>>;
