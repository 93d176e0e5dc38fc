import { addVary } from '../../contract/response/vary.ts';
import type { CorsOrigins, HttpContext, HttpMiddleware } from '../options.ts';
import { metricsPath } from '../site/metrics.ts';

/** What programs on pages may read beside what browsers always show them. */
const exposed = [
  ...['ETag', 'Location', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
  ...['Deprecation', 'Sunset', 'API-Version', 'Idempotency-Replayed'],
].join(', ');

/** How long browsers keep the response to a preflight request. */
const preflightMaxAgeSeconds = '600';

/**
 * Cross-origin resource sharing (https://fetch.spec.whatwg.org/#http-cors-protocol): lets pages of the origins that are
 * configured read responses, errors among them. Preflight requests are answered by the contract: with the methods and
 * the headers of their path. Credentials, which are cookies, are never for every origin. What a page may change with a
 * cookie is not decided here: requests from elsewhere fail the check against CSRF as before.
 */
export function cors(origins: CorsOrigins): HttpMiddleware {
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

/** Browsers ask by OPTIONS and Access-Control-Request-Method; other requests by OPTIONS need none of this. */
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

/** Names below `localhost` lead to this machine, too (RFC 6761, 6.3). */
const localhostPattern = /^https?:\/\/(?:(?:[a-z\d-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;
