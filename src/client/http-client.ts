import createClient, { createQuerySerializer, defaultPathSerializer, type Client } from 'openapi-fetch';
import { clientOperations } from '../../generated/client.ts';
import type { paths } from '../../generated/v2/types.ts';

/** The part of `fetch` that the client uses. */
export type Fetch = (request: Request) => Promise<Response>;

export interface HttpClientOptions {
  /** Where the server is: `https://architect.example.com`. */
  readonly baseUrl: string;
  /** An API key or the token of a session, sent as a bearer token. */
  readonly apiKey?: string | undefined;
  /** The organization that requests act in, for the token of a session. An API key always acts in its own. */
  readonly organizationId?: string | undefined;
  /** Sent with every request. The options above and the headers of a request replace those of the same name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Replaces the global fetch. */
  readonly fetch?: Fetch | undefined;
}

/** The client of openapi-fetch, typed by path. It neither throws problems nor retries. */
export type HttpClient<Paths extends object = paths> = Client<Paths>;

/** Returns a client by path: `client.GET('/api/v2/projects', { params: { query: { limit: 10 } } })`. */
export function createHttpClient<Paths extends object = paths>(options: HttpClientOptions): HttpClient<Paths> {
  const client = createClient<Paths>({
    baseUrl: baseUrlOf(options),
    headers: commonHeaders(options),
    bodySerializer: serializeBody,
    pathSerializer: serializePath,
    fetch: fetchOf(options),
  });
  client.use({ onRequest: nameMergePatch }, { onRequest: nameOrganization(options) });
  return client;
}

const mergePatch = 'application/merge-patch+json';
const patched = new Set<string>(
  Object.values(clientOperations).flatMap(({ request, path }) =>
    request.some((one) => one === mergePatch) ? [path] : [],
  ),
);

interface SentRequest {
  readonly request: Request;
  /** The path of the contract, with the names of its parameters. */
  readonly schemaPath: string;
}

/** openapi-fetch calls every body `application/json`. */
function nameMergePatch({ request, schemaPath }: SentRequest): void {
  if (request.method === 'PATCH' && patched.has(schemaPath)) request.headers.set('content-type', mergePatch);
}

/** Only where the operation declares it: in browsers, a header that the operation does not take fails the preflight. */
export const ORGANIZATION_HEADER = 'x-organization-id';
const withOrganization = new Set<string>(
  Object.values(clientOperations).flatMap(({ method, path, headers }) =>
    headers.some((name) => name === ORGANIZATION_HEADER) ? [`${method} ${path}`] : [],
  ),
);

function nameOrganization({ organizationId }: HttpClientOptions): (sent: SentRequest) => void {
  return ({ request: { method, headers }, schemaPath }) => {
    if (organizationId === undefined || headers.has(ORGANIZATION_HEADER)) return;
    if (withOrganization.has(`${method} ${schemaPath}`)) headers.set(ORGANIZATION_HEADER, organizationId);
  };
}

export const serializeQuery = createQuerySerializer();

/**
 * Returns the address without its last slash.
 * @throws TypeError if it is not an absolute address, or has parts to which no path can be appended
 */
export function baseUrlOf({ baseUrl }: HttpClientOptions): string {
  if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl))
    throw new TypeError(`baseUrl must be an absolute address such as https://architect.example.com, not "${baseUrl}"`);
  if (/[?#]/.test(baseUrl)) throw new TypeError(`baseUrl must not contain a query or a fragment: "${baseUrl}"`);
  const { username, password } = new URL(baseUrl);
  // The message omits the address, because errors end up in logs.
  if (username !== '' || password !== '')
    throw new TypeError('baseUrl must not contain a user name or a password: send them in headers');
  return baseUrl.replace(/\/+$/, '');
}

export function commonHeaders({ apiKey, organizationId, headers = {} }: HttpClientOptions): Headers {
  const common = new Headers();
  setHeaders(common, headers);
  if (apiKey !== undefined) common.set('authorization', `Bearer ${apiKey}`);
  if (organizationId !== undefined) common.delete(ORGANIZATION_HEADER);
  return common;
}

/** Replaces headers. A record may name one header in several cases, which the constructor of `Headers` would join. */
export function setHeaders(headers: Headers, values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) if (value !== undefined) headers.set(name, value);
}

/** Reads the global fetch at the time of the request, because tests and instrumentation replace it. */
export function fetchOf({ fetch }: HttpClientOptions): Fetch {
  return fetch ?? (async (request) => await globalThis.fetch(request));
}

/**
 * Returns a path with its parameters.
 * @throws TypeError for a missing value, and for one that would change the path: an empty text, `.` and `..`
 */
export function serializePath(path: string, values: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || value === '.' || value === '..')
      throw new TypeError(`the path parameter ${name} must not be ${JSON.stringify(value)}`);
  }
  const serialized = defaultPathSerializer(path, values);
  const missing = /\{(\w+)\}/.exec(serialized)?.[1];
  if (missing !== undefined) throw new TypeError(`the path parameter ${missing} is missing`);
  return serialized;
}

/** Serializes bodies as JSON if the content type is JSON or absent. Other texts, bytes and forms are sent unchanged. */
export function serializeBody(body: unknown, headers?: Headers): RequestInit['body'] {
  const type = headers?.get('content-type') ?? 'application/json';
  const isJson = /[/+]json(;|$)/i.test(type.replaceAll(' ', ''));
  if (!isJson && typeof body === 'string') return body;
  const isRaw = [Blob, FormData, URLSearchParams, ReadableStream, ArrayBuffer].some((kind) => body instanceof kind);
  if (isRaw || ArrayBuffer.isView(body)) return body as RequestInit['body'];
  return JSON.stringify(body);
}
