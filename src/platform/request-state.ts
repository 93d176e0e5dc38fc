import type { AppError } from '../problems/app-error.ts';
import type { Actor } from './unit.ts';
import type { Version } from './versions.ts';

/** The content coding of a response, negotiated from Accept-Encoding. */
export interface ContentEncoding {
  /** Undefined for an uncompressed response. */
  readonly coding: 'br' | 'gzip' | undefined;
  readonly isIdentityRefused: boolean;
}

/**
 * The state of one request in Koa's `ctx.state`. src/http creates it when the request arrives. The engine sets
 * `operation` when path and method match, and `actor` after authentication. The log and the metrics read it after the
 * response has been sent.
 */
export interface RequestState {
  readonly request_id: string;
  /** performance.now() when the request arrived. */
  readonly startedAt: number;
  operation: { readonly id: string; readonly version: Version; readonly rateClass: string } | undefined;
  actor: Actor | undefined;
  /** The error that the response is about. */
  problem: AppError | undefined;
  /** Bytes written of a streamed body, whose length no header states. */
  streamed_bytes: number;
  /** How the response will be compressed. Code whose response must not be compressed resets it. */
  encoding: ContentEncoding;
  /** Set for an OPTIONS request: the methods and the request headers of the path, each as a comma-separated list. */
  offer: { readonly methods: string; readonly headers: string } | undefined;
}
