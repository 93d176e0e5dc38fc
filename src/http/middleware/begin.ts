import { randomUUID } from 'node:crypto';
import { normalPath } from '../../contract/routing/normal-path.ts';
import { identity } from '../../contract/response/content-coding.ts';
import { clientAddress } from '../client-address.ts';
import { traceIdOf } from '../../platform/tracing/traceparent.ts';
import type { HttpMiddleware, HttpSettings } from '../options.ts';
import { originForm } from '../target.ts';

const requestIdPattern = /^[A-Za-z0-9._-]{1,64}$/;

/** Returns the caller's X-Request-Id if it is a plain token of at most 64 characters, else a new id. */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && requestIdPattern.test(header) ? header : randomUUID();
}

/**
 * Gives the request its id, its target in origin form with a normalized path, its caller's address, and the state that
 * later middleware share. A target that has no origin form is replaced by `/` and refused later, after the middleware
 * that logs, counts and responds.
 */
export function begin(settings: HttpSettings): HttpMiddleware {
  return (context, next) => {
    context.req.url = normalTarget(originForm(context.originalUrl) ?? '/');
    context.request.ip = clientAddress(context.req, settings);
    const requestId = requestIdOf(context.req.headers['x-request-id']);
    context.state = {
      request_id: requestId,
      trace_id: traceIdOf(context.req.headers['traceparent']),
      span: undefined,
      startedAt: performance.now(),
      operation: undefined,
      actor: undefined,
      problem: undefined,
      streamed_bytes: 0,
      offer: undefined,
      encoding: identity,
    };
    context.res.setHeader('X-Request-Id', requestId);
    return next();
  };
}

function normalTarget(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? normalPath(target) : normalPath(target.slice(0, mark)) + target.slice(mark);
}
