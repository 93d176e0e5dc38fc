import { createFinalURL } from 'openapi-fetch';
import { clientOperations } from '../../generated/client.ts';
import { ArchitectConnectionError, ArchitectProblem, ArchitectResponseError } from './errors.ts';
import {
  baseUrlOf,
  commonHeaders,
  fetchOf,
  ORGANIZATION_HEADER,
  serializeBody,
  serializePath,
  serializeQuery,
  setHeaders,
  type HttpClientOptions,
} from './http-client.ts';
import type { OperationId } from './operations.ts';
import {
  retryAfterSeconds,
  retryRuleOf,
  retrySettings,
  withRetries,
  type RetryOptions,
  type RetryRule,
  type Timing,
} from './retry.ts';
import { randomUuid } from './uuid.ts';

export interface SenderOptions extends HttpClientOptions {
  /** How often failed requests are repeated; `false` for never. */
  readonly retry?: RetryOptions | false | undefined;
}

/** The input of any operation. `operations.ts` has the types of each. */
export interface AnyInput {
  readonly path?: Record<string, unknown> | undefined;
  readonly query?: Record<string, unknown> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly contentType?: string | undefined;
  readonly accept?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly organizationId?: string | undefined;
}

/** Sends the request of an operation and passes the successful response, or a 304, to `read`. */
export type Sender = <T>(id: OperationId, input: AnyInput, read: (response: Response) => Promise<T>) => Promise<T>;

/** Node forgets the signal of a request that is garbage collected, so the request lives as long as the body. */
const requestsOfBodies = new WeakMap<ReadableStream, Request>();

/** Returns the function that every call goes through: it makes the request, repeats it, and throws problems. */
export function createSender(options: SenderOptions, timing: Timing): Sender {
  const baseUrl = baseUrlOf(options);
  const fetch = fetchOf(options);
  const settings = retrySettings(options.retry);
  return async (id, input, read) => {
    const { signal } = input;
    const { url, init, rule } = requestOf(id, input, { ...options, baseUrl });
    const attempt = async () => {
      const request = new Request(url, init);
      const response = await connected(id, signal, async () => await fetch(request));
      if (response.body !== null) requestsOfBodies.set(response.body, request);
      if (response.ok || response.status === 304) {
        assertMediaType(id, response);
        return await connected(id, signal, async () => await read(response));
      }
      const text = await connected(id, signal, async () => await response.text());
      throw new ArchitectProblem(response, parseIfJson(text), retryAfterSeconds(response.headers, timing.now()));
    };
    return await withRetries(attempt, { rule, settings, timing, signal });
  };
}

interface PreparedRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly rule: RetryRule;
}

function requestOf(id: OperationId, input: AnyInput, options: SenderOptions): PreparedRequest {
  const { method, path, headers: declared } = operationOf(id);
  const headers = headersOf(id, input, options);
  const body = input.body === undefined ? null : (serializeBody(input.body, headers) ?? null);
  const url = createFinalURL(path, {
    baseUrl: options.baseUrl,
    params: { path: input.path ?? {}, ...(input.query && { query: input.query }) },
    querySerializer: serializeQuery,
    pathSerializer: serializePath,
  });
  const hasStreamBody = body instanceof ReadableStream;
  const rule = retryRuleOf({
    method,
    // A key that the operation does not take protects nothing.
    hasIdempotencyKey: (declared as readonly string[]).includes('idempotency-key'),
    hasPrecondition: headers.has('if-match') || headers.has('if-none-match'),
    hasStreamBody,
  });
  const init = {
    ...{ method, headers, body, signal: input.signal ?? null },
    // A redirected POST would become a GET. The contract has no redirects.
    redirect: method === 'GET' ? ('follow' as const) : ('error' as const),
    // Required for streams.
    ...(hasStreamBody && { duplex: 'half' as const }),
  };
  return { url, init, rule };
}

/** @throws ArchitectResponseError for a response that another server sends, whose body it cancels */
function assertMediaType(id: OperationId, response: Response): void {
  const { status, headers, body } = response;
  const types: readonly string[] = operationOf(id).response;
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const isExpected = type === undefined ? types.length === 0 : types.includes(type);
  if (status === 304 || isExpected) return;
  // Not awaited: the cancellation of a body that `fetch` has cloned ends only with that of the clone.
  body?.cancel().catch(() => undefined);
  const received = `${status} ${type ?? 'without a media type'}`;
  const expected = types.length === 0 ? 'empty' : types.join(' or ');
  throw new ArchitectResponseError(`${id}: the response is ${received}, not ${expected}: check baseUrl`, response);
}

/** @throws TypeError for an id that the contract does not have */
export function operationOf(id: OperationId): (typeof clientOperations)[OperationId] {
  if (!Object.hasOwn(clientOperations, id)) throw new TypeError(`the contract has no operation ${id}`);
  return clientOperations[id];
}

/** What fetch throws for a connection that fails becomes an ArchitectConnectionError. An abort stays what it is. */
export async function connected<T>(id: string, signal: AbortSignal | undefined, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    signal?.throwIfAborted();
    const reasons = reasonsOf(error).join(': ');
    throw new ArchitectConnectionError(`${id}: no complete response from the server (${reasons})`, { cause: error });
  }
}

/** `fetch failed` alone does not help: Node names the reason in the cause. */
function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.message, ...reasonsOf(error.cause)].filter((reason) => reason !== '');
}

function headersOf(id: OperationId, input: AnyInput, options: SenderOptions): Headers {
  const { headers: declared, request, response } = operationOf(id);
  const headers = commonHeaders(options);
  const takes = (name: string) => (declared as readonly string[]).includes(name);
  const accept = input.accept ?? response[0];
  setHeaders(headers, {
    accept,
    'content-type': input.body === undefined ? undefined : (input.contentType ?? request[0]),
    'if-match': input.ifMatch,
    'if-none-match': input.ifNoneMatch,
    'idempotency-key': input.idempotencyKey ?? (takes('idempotency-key') ? randomUuid() : undefined),
    [ORGANIZATION_HEADER]: takes(ORGANIZATION_HEADER) ? (input.organizationId ?? options.organizationId) : undefined,
  });
  setHeaders(headers, input.headers ?? {});
  return headers;
}

function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
