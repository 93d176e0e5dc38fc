import type { KeepingRule } from '../controller/keeping.ts';

/**
 * A validated response, and what a repetition of its request needs. It is JSON, except for the bytes of the body, because
 * processes may share it.
 */
export interface KeptResponse {
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
    readonly contentType: string | undefined;
    readonly body: Buffer | undefined;
  };
  /** The names of the query parameters that the request has. */
  readonly query_parameters: readonly string[];
  /** The path parameters, if the path has other names than ids. */
  readonly path?: Readonly<Record<string, unknown>>;
}

/** Where the responses of an operation are kept. The part of src/cache that the engine uses. */
export interface ResponseCache {
  get(key: string): KeptResponse | undefined;
  fetch(key: string, load: () => Promise<LoadedResponse>): Promise<KeptResponse>;
}

export interface LoadedResponse {
  readonly value: KeptResponse;
  readonly tags: readonly string[];
  readonly isKept: boolean;
}

/** A read whose responses are kept. */
export interface KeptRead {
  readonly cache: ResponseCache;
  readonly rule: KeepingRule;
}
