import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import Koa from 'koa';
import koaHelmet from 'koa-helmet';
import type { HttpMiddleware } from '../options.ts';

type HeaderList = readonly (readonly [name: string, value: string])[];
type Policy = Readonly<Record<string, readonly string[]>>;

/** JSON needs nothing and must not be framed. */
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

/** What koa-helmet says for this content security policy, in the order it says it. */
function helmetHeaders(policy: Policy): HeaderList {
  const helmet = koaHelmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(policy).map(([name, sources]) => [name, [...sources]])),
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // helmet would say 0; quality asks for "1; mode=block", which is added below.
    xXssProtection: false,
    // Only for browsers that are gone, or without meaning for responses that load nothing.
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

/** The value of Content-Security-Policy for a page that needs more than `default-src 'self'`. */
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

/** What stands on every response, errors included. API-Version and Cache-Control are changed by whoever knows better. */
export const standardHeaders: HeaderList = [
  ...helmetHeaders(apiPolicy),
  ['X-XSS-Protection', '1; mode=block'],
  ['Permissions-Policy', features.map((feature) => `${feature}=()`).join(', ')],
  ['API-Version', 'v2'],
  ['Cache-Control', 'no-store'],
];

/**
 * Sets the standard headers. koa-helmet is asked once, when the program starts: its responses are constant, and run
 * as middleware it costs several microseconds a request.
 */
export function headers(): HttpMiddleware {
  return (context, next) => {
    for (const [name, value] of standardHeaders) context.res.setHeader(name, value);
    return next();
  };
}
