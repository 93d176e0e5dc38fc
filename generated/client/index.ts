// Written by `make generate`; do not edit.

import createClient, { type Client } from 'openapi-fetch';
import type { paths as PathsV1 } from '../v1/types.ts';
import type { paths as PathsV2 } from '../v2/types.ts';

export interface ArchitectClientOptions {
  /** Where the server is: `http://localhost:8080`. */
  readonly baseUrl: string;
  /** A session token or an API key, sent as a bearer token. */
  readonly token?: string | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Replaces the global fetch. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

export type ArchitectClient = Client<PathsV2>;
export type ArchitectClientV1 = Client<PathsV1>;

/** A client of the contract, typed by path: `client.GET('/api/v2/projects', { params: { query: { limit: 10 } } })`. */
export function createArchitectClient(options: ArchitectClientOptions & { readonly version: 'v1' }): ArchitectClientV1;
export function createArchitectClient(options: ArchitectClientOptions & { readonly version?: 'v2' }): ArchitectClient;
export function createArchitectClient(
  options: ArchitectClientOptions & { readonly version?: 'v1' | 'v2' },
): ArchitectClient | ArchitectClientV1 {
  const { baseUrl, token, headers, fetch } = options;
  return createClient<PathsV1 & PathsV2>({
    baseUrl,
    headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    bodySerializer: serializeBody,
    ...(fetch === undefined ? {} : { fetch }),
  });
}

/** Serializes bodies as JSON if the content type is JSON or absent. Other texts, bytes and forms are sent unchanged. */
function serializeBody(body: unknown, headers?: Headers): RequestInit['body'] {
  const type = headers?.get('content-type') ?? 'application/json';
  const isJson = /[/+]json(;|$)/i.test(type.replaceAll(' ', ''));
  if (!isJson && typeof body === 'string') return body;
  const isRaw = [Blob, FormData, URLSearchParams, ReadableStream, ArrayBuffer].some((kind) => body instanceof kind);
  if (isRaw || ArrayBuffer.isView(body)) return body as RequestInit['body'];
  return JSON.stringify(body);
}
