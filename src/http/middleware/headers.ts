import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import Koa from 'koa';
import koaHelmet from 'koa-helmet';
import type { HttpMiddleware } from '../options.ts';
import { PreparedHead } from '../response-head.ts';

type HeaderList = readonly (readonly [name: string, value: string])[];
type Policy = Readonly<Record<string, readonly string[]>>;

/** JSON loads nothing and must not be framed. */
const apiPolicy: Policy = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };

const features = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
];

/** The headers of koa-helmet for this content security policy, in its order. */
function helmetHeaders(policy: Policy): HeaderList {
  const helmet = koaHelmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(policy).map(([name, sources]) => [name, [...sources]])),
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // helmet would send 0. The quality rules ask for "1; mode=block", which is added below.
    xXssProtection: false,
    // Only for obsolete browsers, or without effect on responses that load nothing.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  });
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  void helmet(new Koa().createContext(response.req, response), async () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [capitalised(name), spaced(String(value))]);
}

function capitalised(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** helmet joins directives without a space. */
function spaced(value: string): string {
  return value.replace(/;(?! )/g, '; ');
}

/** Returns the value of Content-Security-Policy for a page that needs more than `default-src 'self'`. */
export function pagePolicy(additions: Policy = {}): string {
  const policy = {
    'default-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  const header = helmetHeaders({ ...policy, ...additions }).find(([name]) => name === 'Content-Security-Policy');
  if (header === undefined) throw new Error('koa-helmet named no Content-Security-Policy');
  return header[1];
}

/** The headers of every response, errors included. Later code may change API-Version and Cache-Control. */
export const standardHeaders: HeaderList = [
  ...helmetHeaders(apiPolicy),
  ['X-XSS-Protection', '1; mode=block'],
  ['Permissions-Policy', features.map((feature) => `${feature}=()`).join(', ')],
  ['API-Version', 'v2'],
  ['Cache-Control', 'no-store'],
];

/**
 * Sets the standard headers. koa-helmet is called once at start-up, because its headers are constant and it costs
 * several microseconds per request as middleware.
 */
export function headers(): HttpMiddleware {
  const head = new PreparedHead(standardHeaders);
  return (context, next) => {
    context.res.setHeaders(head);
    return next();
  };
}
