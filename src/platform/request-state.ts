import type { AppError } from '../problems/app-error.ts';
import type { RequestSpan } from './tracing/tracer.ts';
import type { Actor } from './unit.ts';
import type { Version } from './versions.ts';

/** The content coding of a response, negotiated from Accept-Encoding. */
export interface ContentEncoding {
  /** Undefined for an uncompressed response. */
  readonly coding: 'br' | 'gzip' | undefined;
  readonly isIdentityRefused: boolean;
}

/** What the log, the metrics and the traces say about the operation of a request. */
interface OperationFacts {
  readonly id: string;
  readonly version: Version;
  /** The path template. */
  readonly path: string;
  readonly rateClass: string;
}

/**
 * The state of one request in Koa's `ctx.state`. src/http creates it when the request arrives. The engine sets
 * `operation` when path and method match, and `actor` after authentication. The log and the metrics read it after the
 * response has been sent.
 */
export interface RequestState {
  readonly request_id: string;
  /** Of the caller's trace, or of the trace that the server began; undefined if there is neither. */
  trace_id: string | undefined;
  /** The request's span; undefined if tracing is off. */
  span: RequestSpan | undefined;
  /** performance.now() when the request arrived. */
  readonly startedAt: number;
  operation: OperationFacts | undefined;
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
