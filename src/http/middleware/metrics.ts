import type { HttpContext, HttpMiddleware, HttpOptions } from '../options.ts';

/** The labels of requests that reach no operation: pages, documents, unknown paths. */
const outside = { id: 'none', version: 'none', rateClass: 'none' } as const;

type Meters = Pick<HttpOptions, 'metrics' | 'onMeasured'>;

/**
 * Counts requests, errors and requests in flight, and measures latency, by operationId, version and rate class. Reports
 * the responses to authenticated callers.
 */
export function metrics(options: Meters): HttpMiddleware {
  return (context, next) => {
    options.metrics.httpInFlight.inc();
    context.res.on('close', () => count(options, context));
    return next();
  };
}

function count({ metrics: meters, onMeasured }: Meters, context: HttpContext): void {
  const { operation = outside, problem, startedAt, actor } = context.state;
  const { id: operation_id, version, rateClass } = operation;
  meters.httpInFlight.dec();
  const status = context.res.headersSent ? context.res.statusCode : 'aborted';
  meters.httpRequests.inc({ operation_id, version, class: rateClass, status });
  if (problem !== undefined) meters.httpErrors.inc({ operation_id, version, code: problem.code });
  const seconds = (performance.now() - startedAt) / 1000;
  meters.httpDuration.observe({ operation_id, version, class: rateClass }, seconds);
  if (actor !== undefined && version !== 'none' && status !== 'aborted')
    onMeasured?.({ version, operation_id, actor, status, durationMs: seconds * 1000 });
}
