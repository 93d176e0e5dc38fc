import type { IncomingHttpHeaders } from 'node:http';

/** A place in a trace, as W3C Trace Context writes it (https://www.w3.org/TR/trace-context/). */
export interface TraceContext {
  readonly traceparent: string;
  readonly tracestate?: string;
}

/** Attributes that are undefined are left out. */
export type SpanAttributes = Readonly<Record<string, string | number | undefined>>;

export interface SpanDescription {
  /** Of low cardinality: never an id. */
  readonly name: string;
  readonly kind: 'client' | 'consumer';
  readonly attributes: SpanAttributes;
  /** What caused the work. A span with links begins a trace of its own. */
  readonly links?: readonly TraceContext[];
}

/** The end of a request's span. */
export interface RequestEnd {
  readonly name: string;
  readonly attributes: SpanAttributes;
  /** The class of the failure, if the server is at fault: never a message, which can contain personal data. */
  readonly failure: string | undefined;
}

/** The span of a request that is being served. */
export interface RequestSpan {
  readonly trace_id: string;
  readonly context: TraceContext;
  /** Runs work whose statements become children of the span. */
  run<Result>(work: () => Result): Result;
  end(end: RequestEnd): void;
}

/**
 * Records spans. It exists only if tracing is on, so that callers without it do nothing at all. Spans contain names,
 * ids and durations, but no values of requests, statements or mails.
 */
export interface Tracer {
  /** Begins the span of a request, below the caller's span if the headers name one. */
  beginRequest(headers: IncomingHttpHeaders): RequestSpan;
  /** Runs work in a span of its own. `context` is the span, for the jobs that the work enqueues. */
  inSpan<Result>(span: SpanDescription, work: (context: TraceContext) => Promise<Result>): Promise<Result>;
  /**
   * Begins the span of a database statement.
   * @returns a function that ends the span; undefined outside of other spans, so that polling is not traced
   */
  beginStatement(summary: string): ((error?: unknown) => void) | undefined;
  /** Returns the ids of the current span, for log lines. */
  currentIds(): { readonly trace_id: string; readonly span_id: string } | undefined;
  /** Calls `listener` after each export, with its error if it failed. */
  onExport(listener: (error: Error | undefined) => void): void;
  /** Exports the remaining spans. */
  close(): Promise<void>;
}
