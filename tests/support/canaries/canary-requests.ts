import { randomUUID } from 'node:crypto';
import { checkedFetch } from '../contract/checked-fetch.ts';
import type { DocumentedOperation } from '../contract/document.ts';
import { readBody, sampleRequest } from '../sample-request.ts';

/** Occurs in every value that a request of this file carries, except those that must have another form. */
export const CANARY = 'c4nary';

const address = `${CANARY}@${CANARY}.example`;
/** Values with a form of their own, whose operations would refuse any other text. */
const formed = /^(?:[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\d.*|#[\da-f]{6}|[a-z]+(?:[_:][a-z]+)*)$/;

type Shape = 'valid' | 'any';

/** Replaces texts of a body: in a `valid` one those without a form, in any other all. */
function withCanaries(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((item) => withCanaries(item, shape));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withCanaries(one, shape)]));
  if (typeof value !== 'string') return value;
  if (value.includes('@')) return address;
  return shape === 'valid' && formed.test(value) ? value : `${CANARY} ${value}`;
}

/** Headers of which no value may be logged. */
const canaryHeaders: Readonly<Record<string, string>> = {
  'user-agent': CANARY,
  'accept-language': CANARY,
  'if-none-match': `"${CANARY}"`,
  referer: `https://${CANARY}.example/${CANARY}`,
  'x-csrf-token': CANARY,
  'x-forwarded-for': CANARY,
  tracestate: `${CANARY}=1`,
};

interface Sender {
  readonly url: string;
  readonly ids: Readonly<Record<string, string>>;
  /** The credentials of a request; a canary's are refused. */
  readonly credentials: readonly Readonly<Record<string, string>>[];
}

export const refusedCredentials: Readonly<Record<string, string>> = {
  authorization: `Bearer ak_${CANARY}`,
  cookie: `architect_session=${CANARY}; __Host-architect_session=${CANARY}; other=${CANARY}`,
};

/**
 * Sends an operation's example with canaries in its body, query and headers: valid and refused ones, with each of the
 * credentials. Each request has the operation's name as its id.
 * @returns the statuses
 */
export async function sendCanaries(operation: DocumentedOperation, sender: Sender): Promise<readonly number[]> {
  const { url, ids, credentials } = sender;
  const sample = sampleRequest(operation, ids);
  const query = operation.parameters
    .filter(({ in: place, schema }) => place === 'query' && schema['type'] === 'string')
    .map(({ name }) => `${name}=${encodeURIComponent(address)}`);
  const statuses: number[] = [];
  for (const credential of credentials) {
    for (const shape of ['valid', 'any'] as const) {
      const separator = sample.target.includes('?') ? '&' : '?';
      const target =
        shape === 'any' ? `${sample.target}${separator}${[...query, `${CANARY}=${CANARY}`].join('&')}` : sample.target;
      const { value, write } = sample.body === undefined ? {} : readBody(sample.body);
      const own = { 'idempotency-key': `${CANARY}-${randomUUID()}`, 'x-request-id': requestIdOf(operation) };
      const response = await checkedFetch(url + target, {
        method: sample.method,
        headers: { ...canaryHeaders, ...own, ...sample.headers, ...credential },
        ...(write === undefined ? {} : { body: Buffer.from(write(withCanaries(value, shape))) }),
      });
      await response.arrayBuffer();
      statuses.push(response.status);
    }
  }
  return statuses;
}

export function requestIdOf({ version, id }: Pick<DocumentedOperation, 'version' | 'id'>): string {
  return `${version}.${id}`;
}
