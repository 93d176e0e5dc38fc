import { randomBytes } from 'node:crypto';
import { checkedFetch } from './contract/checked-fetch.ts';
import type { DocumentedOperation, DocumentedParameter } from './contract/document.ts';

/** A valid request for one operation, made from the document's examples. */
export interface Sample {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Body fields that refer to a resource -> the path parameter for the same resource. */
const references: Readonly<Record<string, string>> = { assignee_id: 'user_id', label_ids: 'label_id' };

/** Replaces the ids of an example by those of existing resources. */
function relocate(body: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(body)) return body.map((item) => relocate(item, ids));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([field, value]: [string, unknown]) => {
      const id = ids[references[field] ?? field];
      if (id === undefined || value === null || (typeof value === 'string' && value.endsWith('ff')))
        return [field, relocate(value, ids)];
      return [field, Array.isArray(value) ? value.map(() => id) : id];
    }),
  );
}

function exampleOf({ schema }: DocumentedParameter): string {
  const {
    examples,
    enum: values,
    default: fallback,
    minimum,
  } = schema as Record<string, string[] | number | undefined>;
  const [first] = [examples, values].flatMap((list) => (Array.isArray(list) ? list : []));
  return String(first ?? fallback ?? minimum ?? 'text');
}

export function fillPath(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`no resource for {${name}}: add one to tests/support/world.ts`);
    return id;
  });
}

/** Returns a valid request: the path with `ids`, required parameters and the body from the document's examples. */
export function sampleRequest(operation: DocumentedOperation, ids: Readonly<Record<string, string>>): Sample {
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map((parameter) => `${parameter.name}=${encodeURIComponent(exampleOf(parameter))}`);
  query.push(...credentialsOf(operation, ids));
  const [media] = Object.entries(operation.bodies);
  return {
    method: operation.method,
    target: fillPath(operation.path, ids) + (query.length === 0 ? '' : `?${query.join('&')}`),
    headers: media === undefined ? {} : { 'content-type': media[0] },
    body: media === undefined ? undefined : textOfBody(media[1], ids),
  };
}

function textOfBody(body: unknown, ids: Readonly<Record<string, string>>): string {
  return typeof body === 'string' ? body : JSON.stringify(relocate(body, ids));
}

/** A body that is JSON, or lines of JSON as in an envelope: its values, and how they become its text again. */
export function readBody(body: string): { readonly value: unknown; readonly write: (changed: unknown) => string } {
  const lines = body.trimEnd().split('\n');
  const isEnvelope = lines.length > 1 && lines.every((line) => line.startsWith('{') && line.endsWith('}'));
  if (!isEnvelope) return { value: JSON.parse(body), write: (changed) => JSON.stringify(changed) };
  const value = lines.map((line) => JSON.parse(line) as unknown);
  return { value, write: (changed) => (changed as unknown[]).map((line) => JSON.stringify(line)).join('\n') };
}

/** Reports of SDKs name their public key in the query, which is optional, because it has other places, too. */
function credentialsOf(operation: DocumentedOperation, { public_key }: Readonly<Record<string, string>>): string[] {
  const isReport = operation.parameters.some(({ name }) => name === 'sentry_key');
  return isReport && public_key !== undefined ? [`sentry_key=${public_key}`] : [];
}

/**
 * Returns the request with a random slug and address, because both must be unique in the installation, which all tests
 * share.
 */
export function unique(sample: Sample): Sample {
  const suffix = randomBytes(6).toString('hex');
  const body = sample.body?.replace(/("slug":"[^"]*)"/, `$1-${suffix}"`).replace(/("email":"[^"@]*)@/, `$1-${suffix}@`);
  return { ...sample, body };
}

/** Changes to a sample. A header with the value undefined is removed. */
export interface Variation {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Appended to the query. */
  readonly query?: string;
  readonly body?: string;
}

/** Sends a sample and compares the response with the document. */
export async function send(
  app: { readonly url: string },
  sample: Sample,
  { headers = {}, query, body }: Variation = {},
): Promise<Response> {
  const merged = Object.entries({ ...sample.headers, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const target =
    query === undefined ? sample.target : `${sample.target}${sample.target.includes('?') ? '&' : '?'}${query}`;
  const sent = body ?? sample.body;
  return checkedFetch(`${app.url}${target}`, {
    method: sample.method,
    headers: merged,
    // Bytes, because fetch sets a content type for a string.
    ...(sent === undefined ? {} : { body: Buffer.from(sent) }),
  });
}

export function bearer({ token }: { readonly token: string }): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}
