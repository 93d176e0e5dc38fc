import type { Logger } from 'pino';
import type { HttpContext, HttpMiddleware } from '../options.ts';

const pathLengthMax = 512;
const agentLengthMax = 256;

/** Asked for every few seconds by machines; they would drown the rest. */
const quietPaths = /^\/(?:health(?:\/|$)|metrics$)/;

/**
 * Writes one line per request once the response has left. It names paths and ids only: no query, header, cookie or
 * body, because secrets travel in them.
 */
export function log(logger: Logger): HttpMiddleware {
  return (context, next) => {
    const address = context.ip;
    context.res.once('close', () => writeLine(logger, context, address));
    return next();
  };
}

function writeLine(logger: Logger, context: HttpContext, address: string): void {
  const { req, res, state } = context;
  const level = res.headersSent && res.statusCode >= 500 ? 'warn' : quietPaths.test(context.path) ? 'debug' : 'info';
  logger[level](
    {
      request_id: state.request_id,
      method: req.method,
      path: context.path.slice(0, pathLengthMax),
      // A caller that went away before the response got no status.
      status: res.headersSent ? res.statusCode : undefined,
      duration_ms: Math.round((performance.now() - state.startedAt) * 1000) / 1000,
      response_bytes: Number(res.getHeader('content-length') ?? state.streamed_bytes),
      operation: state.operation?.id,
      problem: state.problem_code,
      user_id: state.actor?.user_id,
      organization_id: state.actor?.organization_id,
      credential_id: state.actor?.credential_id,
      address,
      user_agent: req.headers['user-agent']?.slice(0, agentLengthMax),
      aborted: res.writableFinished ? undefined : true,
    },
    'request',
  );
}
