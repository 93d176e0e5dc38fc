const traceparentPattern = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:$|-)/;

/** Returns the trace id of a `traceparent` header (W3C Trace Context), or undefined if the header is not valid. */
export function traceIdOf(header: string | readonly string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  return traceparentPattern.exec(header)?.[1];
}
