import { AppError } from '../../problems/app-error.ts';
import { headerNameOf } from '../../platform/header-names.ts';
import { createFailureLog, type FailureLog } from '../../platform/failure-log.ts';
import type { HttpContext, HttpMiddleware, HttpOptions, Version } from '../options.ts';
import type { ProblemWriter } from '../problem-body.ts';

/**
 * Writes every error body of a request. The body of an AppError follows the problem catalogue. Any other error is a
 * bug: the response is 500 `internal_error`, and only the log contains the stack.
 */
export function problem(writer: ProblemWriter, { logger, onFailure }: ProblemOptions): HttpMiddleware {
  // Requests that fail during the same outage share one log line about its cause. The log line of each request says
  // that it was refused.
  const unavailable = createFailureLog({ logger, subject: 'what requests depend on', quietMs: QUIET_MS });
  const tools: Tools = { writer, logger, onFailure, unavailable };
  return async (context, next) => {
    try {
      await next();
      unavailable.succeeded();
    } catch (error) {
      sendProblem(context, error, tools);
    }
  };
}

/** A successful request does not end an outage, because some requests do not need the failed dependency. */
const QUIET_MS = 10_000;

type ProblemOptions = Pick<HttpOptions, 'logger' | 'onFailure'>;

interface Tools extends ProblemOptions {
  readonly writer: ProblemWriter;
  readonly unavailable: FailureLog;
}

function sendProblem(context: HttpContext, error: unknown, tools: Tools): void {
  const { writer } = tools;
  // A code that is missing in the catalogue is a bug too.
  const shown =
    error instanceof AppError && writer.knows(error)
      ? error
      : new AppError('internal_error', 500, {}, { cause: error });
  report(context, shown, tools);
  context.state.problem = shown;
  // A part of the response has been sent. Cutting the connection is the only way to signal the failure.
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
  // The path is unknown, perhaps mistyped: link to the page that lists all others (RFC 8631).
  if (shown.code === 'not_found' && context.state.operation === undefined && !context.res.hasHeader('Link'))
    context.set('Link', '</api>; rel="service-doc"');
  for (const [name, value] of Object.entries(shown.headers)) context.set(headerNameOf(name), value);
  context.status = response.status;
  context.type = response.type;
  context.body = response.body;
}

function report(context: HttpContext, error: AppError, { logger, onFailure, unavailable }: Tools): void {
  if (error.status < 500) return;
  // A dependency that is down is expected to recover. Any other error is a bug that somebody must examine.
  if (error.status === 503) {
    unavailable.failed(error);
    return;
  }
  const { request_id, operation } = context.state;
  const facts = { request_id, operation: operation?.id, problem: error.code, err: error.cause ?? error };
  logger.error(facts, 'request failed');
  onFailure({ error, operation, request_id });
}

function versionOf(path: string): Version {
  return path.startsWith('/api/v1/') ? 'v1' : 'v2';
}

/** The path as the caller sent it, before version negotiation. */
function requestPath(context: HttpContext): string {
  const target = context.originalUrl;
  if (!target.startsWith('/')) return context.path;
  const query = target.indexOf('?');
  return query < 0 ? target : target.slice(0, query);
}
