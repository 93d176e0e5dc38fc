import { randomBytes } from 'node:crypto';
import { checkedFetch } from './contract/checked-fetch.ts';
import type { DocumentedOperation, DocumentedParameter } from './contract/document.ts';

/** A request for one operation, as valid as the document's own examples. */
export interface Sample {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Names of body fields that refer to a resource by another word than paths do. */
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
    if (id === undefined) throw new Error(`there is no resource for {${name}}: add one to tests/support/world.ts`);
    return id;
  });
}

/** A request that the document calls valid: paths from `ids`, required parameters and the body from its examples. */
export function sampleRequest(operation: DocumentedOperation, ids: Readonly<Record<string, string>>): Sample {
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map((parameter) => `${parameter.name}=${encodeURIComponent(exampleOf(parameter))}`);
  const [media] = Object.entries(operation.bodies);
  return {
    method: operation.method,
    target: fillPath(operation.path, ids) + (query.length === 0 ? '' : `?${query.join('&')}`),
    headers: media === undefined ? {} : { 'content-type': media[0] },
    body: media === undefined ? undefined : JSON.stringify(relocate(media[1], ids)),
  };
}

/**
 * The same request with another slug and address, because both are unique in the whole installation, which all tests
 * share.
 */
export function unique(sample: Sample): Sample {
  const suffix = randomBytes(6).toString('hex');
  const body = sample.body?.replace(/("slug":"[^"]*)"/, `$1-${suffix}"`).replace(/("email":"[^"@]*)@/, `$1-${suffix}@`);
  return { ...sample, body };
}

/** What is sent instead of, or beside, what the sample says; a header that is undefined is left out. */
export interface Variation {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Appended to the query. */
  readonly query?: string;
  readonly body?: string;
}

/** Sends a sample; the response is held against the document. */
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
    // Bytes, because fetch gives text a content type of its own.
    ...(sent === undefined ? {} : { body: Buffer.from(sent) }),
  });
}

export function bearer({ token }: { readonly token: string }): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}
