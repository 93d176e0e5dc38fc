/** Requests in a closed loop: every connection sends its next request after a response. */
export interface Load {
  readonly port: number;
  /** Requests in their wire form, separated by NUL bytes. */
  readonly file: string;
  /** The first request to send. */
  readonly offset: number;
  readonly connections: number;
  readonly length: Length;
}

/** Seconds, or a number of requests: then a slow machine does the same work, and takes longer. */
export type Length = { readonly seconds: number } | { readonly requests: number };

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Statuses above 399, failed and timed out connections. */
  readonly errors: number;
}

export type SendLoad = (load: Load) => Promise<LoadResult>;
