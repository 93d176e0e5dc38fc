import { addVary } from '../../contract/response/vary.ts';
import type { CorsOrigins, HttpContext, HttpMiddleware } from '../options.ts';
import { isIntakePath } from '../intake-paths.ts';
import { metricsPath } from '../site/metrics.ts';

/** The response headers that scripts may read in addition to those that browsers always expose. */
export const exposedHeaders = [
  ...['ETag', 'Location', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
  ...['Deprecation', 'Sunset', 'API-Version', 'Idempotency-Replayed', 'X-Sentry-Rate-Limits'],
] as const;
const exposed = exposedHeaders.join(', ');

/** How long browsers cache the response to a preflight request. */
const preflightMaxAgeSeconds = '600';

/**
 * Cross-origin resource sharing (https://fetch.spec.whatwg.org/#http-cors-protocol): lets pages of the configured
 * origins read responses, including errors. The contract responds to preflight requests with the methods and headers of
 * the path. Credentials (cookies) are never allowed for the wildcard origin. CORS does not decide what a page may
 * change with a cookie: the CSRF check refuses requests from other origins.
 */
export function cors(origins: CorsOrigins): HttpMiddleware {
  const configured = corsFor(origins);
  const reports = corsFor('*');
  // Pages of any origin report with a public key. No cookie is read there.
  return (context, next) => (isIntakePath(context.path) ? reports : configured)(context, next);
}

function corsFor(origins: CorsOrigins): HttpMiddleware {
  if (origins !== '*' && origins !== 'localhost' && origins.length === 0) return (_context, next) => next();
  const allows = matcherOf(origins);
  return async (context, next) => {
    const { req, res, path } = context;
    const { origin } = req.headers;
    if (origins !== '*') addVary(res, 'Origin');
    if (origin === undefined || path === metricsPath || !allows(origin)) return next();
    res.setHeader('Access-Control-Allow-Origin', origins === '*' ? '*' : origin);
    if (origins !== '*') res.setHeader('Access-Control-Allow-Credentials', 'true');
    if (req.method !== 'OPTIONS') {
      res.setHeader('Access-Control-Expose-Headers', exposed);
      return next();
    }
    await next();
    setOffer(context);
  };
}

/** A preflight request has OPTIONS and Access-Control-Request-Method. Other OPTIONS requests need no CORS headers. */
function setOffer({ req, res, state: { offer } }: HttpContext): void {
  if (offer === undefined || req.headers['access-control-request-method'] === undefined) return;
  res.setHeader('Access-Control-Allow-Methods', offer.methods);
  res.setHeader('Access-Control-Allow-Headers', offer.headers);
  res.setHeader('Access-Control-Max-Age', preflightMaxAgeSeconds);
}

function matcherOf(origins: CorsOrigins): (origin: string) => boolean {
  if (origins === '*') return () => true;
  if (origins === 'localhost') return (origin) => localhostPattern.test(origin);
  const listed = new Set(origins);
  return (origin) => listed.has(origin);
}

/** Names below `localhost` resolve to this machine too (RFC 6761, 6.3). */
const localhostPattern = /^https?:\/\/(?:(?:[a-z\d-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;
