import type { Logger } from 'pino';
import { AppError } from '../../problems/app-error.ts';
import type { HttpContext, HttpMiddleware, Version } from '../options.ts';
import type { ProblemWriter } from '../problem-body.ts';

/**
 * The only place that writes error bodies. AppErrors are shown as the catalogue words them; everything else is a
 * bug: 500 `internal_error`, its stack in the log and nothing of it in the response.
 */
export function problem(writer: ProblemWriter, logger: Logger): HttpMiddleware {
  return async (context, next) => {
    try {
      await next();
    } catch (error) {
      sendProblem(context, error, { writer, logger });
    }
  };
}

interface Tools {
  readonly writer: ProblemWriter;
  readonly logger: Logger;
}

function sendProblem(context: HttpContext, error: unknown, { writer, logger }: Tools): void {
  // A code that the catalogue does not know is a defect as well.
  const shown =
    error instanceof AppError && writer.knows(error)
      ? error
      : new AppError('internal_error', 500, {}, { cause: error });
  report(context, shown, logger);
  context.state.problem_code = shown.code;
  // Half of a response is on the wire: cutting the connection is the only way left to say that it failed.
  if (context.headerSent) {
    context.res.destroy();
    return;
  }
  const response = writer.write(shown, {
    version: versionOf(context.path),
    request_id: context.state.request_id,
    path: requestPath(context),
  });
  context.remove('ETag');
  context.set('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(shown.headers)) context.set(name, value);
  context.status = response.status;
  context.type = response.type;
  context.body = response.body;
}

function report(context: HttpContext, error: AppError, logger: Logger): void {
  if (error.status < 500) return;
  const { request_id, operation } = context.state;
  const facts = { request_id, operation: operation?.id, problem: error.code, err: error.cause ?? error };
  // A dependency that is down is expected to come back; anything else is a defect somebody must look at.
  if (error.status === 503) logger.warn(facts, 'dependency unavailable');
  else logger.error(facts, 'request failed');
}

function versionOf(path: string): Version {
  return path.startsWith('/api/v1/') ? 'v1' : 'v2';
}

/** The path as the caller sent it, before a negotiated version was put into it. */
function requestPath(context: HttpContext): string {
  const target = context.originalUrl;
  if (!target.startsWith('/')) return context.path;
  const query = target.indexOf('?');
  return query < 0 ? target : target.slice(0, query);
}
