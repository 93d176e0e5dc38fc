import type { HttpContext, HttpMetrics, HttpMiddleware } from '../options.ts';

/** The labels of requests that reach no operation: pages, documents, unknown paths. */
const outside = { id: 'none', version: 'none', rateClass: 'none' } as const;

/** Counts requests, errors and requests in flight, and measures latency, by operationId, version and rate class. */
export function metrics(meters: HttpMetrics): HttpMiddleware {
  return (context, next) => {
    meters.httpInFlight.inc();
    context.res.on('close', () => count(meters, context));
    return next();
  };
}

function count(meters: HttpMetrics, context: HttpContext): void {
  const { operation = outside, problem, startedAt } = context.state;
  const { id: operation_id, version, rateClass } = operation;
  meters.httpInFlight.dec();
  const status = context.res.headersSent ? context.res.statusCode : 'aborted';
  meters.httpRequests.inc({ operation_id, version, class: rateClass, status });
  if (problem !== undefined) meters.httpErrors.inc({ operation_id, version, code: problem.code });
  const seconds = (performance.now() - startedAt) / 1000;
  meters.httpDuration.observe({ operation_id, version, class: rateClass }, seconds);
}
