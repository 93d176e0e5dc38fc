import type { ServerResponse } from 'node:http';
import type { DeprecationHeaders } from './deprecation.ts';
import type { FinishedResponse } from '../unit/idempotency.ts';
import { headerNameOf } from '../../platform/header-names.ts';
import type { HttpContext } from '../options.ts';
import { addVary } from './vary.ts';
import type { RateState } from '../access/rate-limits.ts';

/** The headers that every response of an operation carries, errors included; set before anything can fail. Cache-Control follows with the outcome. */
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

export function setRateHeaders(response: ServerResponse, state: RateState | undefined): void {
  if (state === undefined) return;
  response.setHeader('RateLimit-Policy', state.policy);
  response.setHeader('RateLimit', state.limit);
}

/**
 * Hands a finished response to Koa.
 * @param isTemplated whether the path names a resource. Where it does not (`/me`), everybody's is at one address, under
 *   tags that are the same: a browser that had kept one would be told by a 304 to show it to whoever logs in next.
 */
export function send(context: HttpContext, result: FinishedResponse, isTemplated: boolean): void {
  const { res } = context;
  const { body } = result;
  setOwnHeaders(res, result);
  if (!isTemplated) res.setHeader('Cache-Control', 'no-store');
  if (body === undefined) {
    // In this order: Koa makes an absent body 204 unless the status is set afterwards.
    context.body = null;
    context.status = result.status;
    return;
  }
  context.status = result.status;
  if (result.contentType !== undefined) res.setHeader('Content-Type', result.contentType);
  context.body = body;
}

/** Status and headers of a response whose body is written past Koa. HEAD gets nothing else, and nothing is read for it. */
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

/** A deprecated list has two links: the successor's, which is set already, and its next page. */
function joinedLink(response: ServerResponse, value: string | readonly string[]): string {
  const present = response.getHeader('Link');
  const own = typeof value === 'string' ? value : value.join(', ');
  return typeof present === 'string' ? `${own}, ${present}` : own;
}
