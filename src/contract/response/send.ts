import type { ServerResponse } from 'node:http';
import type { DeprecationHeaders } from './deprecation.ts';
import type { FinishedResponse } from '../unit/idempotency.ts';
import { headerNameOf } from '../../platform/header-names.ts';
import type { HttpContext } from '../options.ts';
import { addVary } from './vary.ts';
import type { RateState } from '../access/rate-limits.ts';

/**
 * The headers of every response of an operation, errors included. They are set before anything can fail. Cache-Control
 * is set when the outcome is known.
 */
export function setStandardHeaders(
  response: ServerResponse,
  version: string,
  deprecation: { readonly headers: DeprecationHeaders; readonly segments: readonly string[] } | undefined,
): void {
  response.setHeader('API-Version', version);
  addVary(response, 'Accept');
  if (deprecation === undefined) return;
  const { headers, segments } = deprecation;
  response.setHeader('Deprecation', headers.deprecation);
  response.setHeader('Sunset', headers.sunset);
  response.setHeader('Link', headers.link(segments));
  if (headers.linkTemplate !== undefined) response.setHeader('Link-Template', headers.linkTemplate);
}

/** Sets the RateLimit headers; does nothing for a class without a quota. */
export function setRateHeaders(response: ServerResponse, state: RateState | undefined): void {
  if (state === undefined) return;
  response.setHeader('RateLimit-Policy', state.policy);
  response.setHeader('RateLimit', state.limit);
}

/**
 * Passes a finished response to Koa.
 * @param isTemplated whether the path names a resource. Other paths (`/me`) return each user's own data under the same
 *   address and with equal tags. There a 304 could make a browser show the cached data of the previous user.
 */
export function send(context: HttpContext, result: FinishedResponse, isTemplated: boolean): void {
  const { res } = context;
  const { body } = result;
  setOwnHeaders(res, result);
  if (!isTemplated) res.setHeader('Cache-Control', 'no-store');
  if (body === undefined) {
    // The order matters: Koa sets 204 for an absent body unless the status is set afterwards.
    context.body = null;
    context.status = result.status;
    return;
  }
  context.status = result.status;
  if (result.contentType !== undefined) res.setHeader('Content-Type', result.contentType);
  context.body = body;
}

/**
 * Sends status and headers of a response whose body is written past Koa. A HEAD request gets no body, and no records
 * are read for it.
 */
export function beginStream(context: HttpContext, result: FinishedResponse): void {
  const { res } = context;
  setOwnHeaders(res, result);
  if (result.contentType !== undefined) res.setHeader('Content-Type', result.contentType);
  const { coding } = context.state.encoding;
  if (coding !== undefined) res.setHeader('Content-Encoding', coding);
  context.status = result.status;
  if (context.req.method === 'HEAD') res.end();
}

function setOwnHeaders(response: ServerResponse, { headers }: FinishedResponse): void {
  response.setHeader('Cache-Control', typeof headers['etag'] === 'string' ? 'private, no-cache' : 'no-store');
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined)
      response.setHeader(headerNameOf(name), name === 'link' ? joinedLink(response, value) : value);
  }
}

/** A deprecated list has two links: to its successor, which is set already, and to its next page. */
function joinedLink(response: ServerResponse, value: string | readonly string[]): string {
  const present = response.getHeader('Link');
  const own = typeof value === 'string' ? value : value.join(', ');
  return typeof present === 'string' ? `${own}, ${present}` : own;
}
