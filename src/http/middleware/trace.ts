import type { RequestSpan, Tracer } from '../../platform/tracing/tracer.ts';
import { isMonitoringPath } from '../monitoring-paths.ts';
import type { HttpContext, HttpMiddleware } from '../options.ts';
import { shownPath } from '../shown-path.ts';

/**
 * Records a span per request, named as the semantic conventions for HTTP say
 * (https://opentelemetry.io/docs/specs/semconv/http/http-spans/). Like the log line it contains no query, header or body.
 */
export function trace(tracer: Tracer): HttpMiddleware {
  return (context, next) => {
    if (isMonitoringPath(context.path)) return next();
    const span = tracer.beginRequest(context.req.headers);
    context.state.span = span;
    context.state.trace_id = span.trace_id;
    context.res.on('close', () => endSpan(span, context));
    return span.run(next);
  };
}

function endSpan(span: RequestSpan, { req, res, path, protocol, state }: HttpContext): void {
  const { method = 'GET' } = req;
  const { operation, actor, problem, request_id } = state;
  // A caller that disconnected before the response received no status.
  const status = res.headersSent ? res.statusCode : undefined;
  const isFailed = status !== undefined && status >= 500;
  span.end({
    name: operation === undefined ? method : `${method} ${operation.path}`,
    attributes: {
      'http.request.method': method,
      'http.route': operation?.path,
      'http.response.status_code': status,
      'url.path': shownPath(path),
      'url.scheme': protocol,
      'architect.operation': operation?.id,
      'architect.problem': problem?.code,
      'architect.organization_id': actor?.organization_id,
      'architect.request_id': request_id,
    },
    failure: isFailed ? (problem?.code ?? String(status)) : undefined,
  });
}
