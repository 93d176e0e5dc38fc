import { findOperation, isDocumentedPath, type Version } from './document.ts';
import { noteReached } from './reached.ts';
import { isRecording, noteExchange } from './recorded.ts';
import { findErrorFaults, findResponseFaults, type WireResponse } from './response-check.ts';
import { isSitePath } from './site-paths.ts';

export type { WireResponse };

/** Headers of every response of the API, including errors. */
const everywhere: Readonly<Record<string, RegExp>> = {
  'x-request-id': /^[\w.-]{1,64}$/,
  'api-version': /^v[12]$/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'x-xss-protection': /^1; mode=block$/,
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'referrer-policy': /\S/,
  'permissions-policy': /\S/,
  'cross-origin-resource-policy': /\S/,
  'cross-origin-opener-policy': /\S/,
  'cache-control': /^(no-store|private, no-cache)$/,
};

function findMissingHeaders(headers: Headers): string[] {
  return Object.entries(everywhere).flatMap(([name, pattern]) => {
    const value = headers.get(name);
    return value !== null && pattern.test(value) ? [] : [`header ${name} is ${value ?? 'missing'}`];
  });
}

function codeOf(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the path with its segments decoded, as the document writes it. A path with a segment that is not valid text,
 * or that contains an encoded slash or control character, belongs to no operation. A slash is appended to it, so that
 * it matches no path of the document.
 */
function plainPath(pathname: string): string {
  try {
    const segments = pathname.split('/').map(decodeURIComponent);
    return segments.some((segment) => /[\p{Cc}/]/u.test(segment)) ? `${pathname}/` : segments.join('/');
  } catch {
    return `${pathname}/`;
  }
}

/** Adds the version that the response names to a path without a version. */
function versionedPath(pathname: string, headers: Headers): string {
  if (isDocumentedPath(pathname)) return pathname;
  return pathname.replace(/^\/api\/(?!v\d+\/)/, `/api/${headers.get('api-version') ?? 'v2'}/`);
}

function findFaults(method: string, pathname: string, result: WireResponse): string[] {
  // The contract does not describe these responses, and caches may store them.
  if (isSitePath(pathname)) return [];
  const path = versionedPath(plainPath(pathname), result.headers);
  const isOfContract = isDocumentedPath(path) || /^\/(api\/v\d+|health)(\/|$)/.test(path);
  if (!isOfContract || /\/openapi\.(json|yaml)$/.test(path)) return [];
  const missing = findMissingHeaders(result.headers);
  const operation = findOperation(method, path);
  const isOutside = operation === undefined || method === 'OPTIONS';
  if (isOutside) {
    const version: Version = path.startsWith('/api/v1/') ? 'v1' : 'v2';
    return result.status < 400 || method === 'HEAD' ? missing : [...missing, ...findErrorFaults(version, result)];
  }
  noteReached(operation, result.status, result.status >= 400 ? codeOf(result.text) : undefined);
  return [...missing, ...findResponseFaults(operation, result, method === 'HEAD')];
}

/** @throws Error that lists every difference between the response and the document */
export function checkResponse(method: string, url: string, result: WireResponse): void {
  const { pathname } = new URL(url);
  const faults = findFaults(method, pathname, result);
  if (faults.length > 0) {
    throw new Error(
      `${method} ${pathname} returned ${result.status}, which differs from the document:\n - ${faults.join('\n - ')}\n${result.text.slice(0, 2000)}`,
    );
  }
}

/** Reads the request's body before it is sent, because sending consumes it. */
async function bytesOf(request: Request): Promise<Buffer | undefined> {
  if (!isRecording || request.body === null) return undefined;
  return Buffer.from(await request.clone().arrayBuffer());
}

/** Calls fetch, and checks every response against the document before the test sees it. */
export async function checkedFetch(input: Request | string | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { method, url } = request;
  const body = await bytesOf(request);
  const response = await fetch(request, { redirect: 'manual' });
  const text = await response.clone().text();
  const result = { status: response.status, headers: response.headers, text };
  checkResponse(method, url, result);
  // The checker compares paths as they are written.
  const { pathname } = new URL(url);
  if (plainPath(pathname) === pathname)
    noteExchange({ method, url, headers: Object.fromEntries(request.headers), body }, result);
  return response;
}
