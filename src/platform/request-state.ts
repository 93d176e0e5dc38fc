import type { Actor } from './unit.ts';
import type { Version } from './versions.ts';

/** What the caller takes of the content codings that there are. */
export interface ContentEncoding {
  /** Undefined: the bytes as they are. */
  readonly coding: 'br' | 'gzip' | undefined;
  readonly isIdentityRefused: boolean;
}

/**
 * What the parts of one request tell each other through Koa's `ctx.state`. src/http makes it when the request
 * arrives; the engine adds `operation` as soon as the path and method match and `actor` once it is known; the log
 * and the metrics read it after the response has been sent.
 */
export interface RequestState {
  readonly request_id: string;
  /** performance.now() when the request arrived. */
  readonly startedAt: number;
  operation: { readonly id: string; readonly version: Version } | undefined;
  actor: Actor | undefined;
  /** Code of the problem that was answered. */
  problem_code: string | undefined;
  /** What has been written of a body that is made while it is sent; its length is nowhere else. */
  streamed_bytes: number;
  /** How the response will be compressed; whoever must not be compressed sets it back. */
  encoding: ContentEncoding;
  /** What the path takes, once somebody has asked by OPTIONS: its methods, and the headers of requests, as lists. */
  offer: { readonly methods: string; readonly headers: string } | undefined;
}
