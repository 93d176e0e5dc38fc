import type { Logger } from 'pino';
import { networkOf } from '../../platform/source-address.ts';
import { isMonitoringPath } from '../monitoring-paths.ts';
import type { HttpContext, HttpMiddleware } from '../options.ts';
import { shownPath } from '../shown-path.ts';

/**
 * Writes one log line per request after the response has been sent. The line contains paths and ids only: queries,
 * headers, cookies and bodies can contain secrets. An address is personal data, so the line has its network.
 */
export function log(logger: Logger): HttpMiddleware {
  return (context, next) => {
    const address = context.ip;
    context.res.on('close', () => writeLine(logger, context, address));
    return next();
  };
}

function writeLine(logger: Logger, context: HttpContext, address: string): void {
  const { req, res, state } = context;
  const level = res.headersSent && res.statusCode >= 500 ? 'warn' : isMonitoringPath(context.path) ? 'debug' : 'info';
  logger[level](
    {
      request_id: state.request_id,
      trace_id: state.trace_id,
      method: req.method,
      path: shownPath(context.path),
      // A caller that disconnected before the response received no status.
      status: res.headersSent ? res.statusCode : undefined,
      duration_ms: Math.round((performance.now() - state.startedAt) * 1000) / 1000,
      response_bytes: Number(res.getHeader('content-length') ?? state.streamed_bytes),
      operation: state.operation?.id,
      problem: state.problem?.code,
      user_id: state.actor?.user_id,
      organization_id: state.actor?.organization_id,
      credential_id: state.actor?.credential_id,
      network: networkOf(address),
      aborted: res.writableFinished ? undefined : true,
    },
    'request',
  );
}
