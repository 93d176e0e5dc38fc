import type { TraceContext } from './tracer.ts';

interface Traced {
  readonly trace?: TraceContext | undefined;
}

/** Adds the span that causes a job to its payload, for the link of the job's span. Without a span nothing changes. */
export function withTrace<Payload extends object>(payload: Payload, { trace }: Traced): Payload {
  return trace === undefined ? payload : { ...payload, trace };
}

/** Returns what caused a job: the spans in its payload, or, if the payload is a list, in its elements. */
export function causesOf(payload: unknown): readonly TraceContext[] {
  const parts: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  return parts.flatMap((part) => {
    const trace = (part as Traced | null)?.trace;
    return typeof trace?.traceparent === 'string' ? [trace] : [];
  });
}

/** Returns the payload as it was enqueued. Elements of a list keep their cause, because the queue retries them alone. */
export function withoutTrace(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload) || !('trace' in payload))
    return payload;
  const { trace: _cause, ...rest } = payload;
  return rest;
}
