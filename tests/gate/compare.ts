import { documents, type Version } from '../support/contract/document.ts';
import type { RecordedExchange } from '../support/contract/recorded.ts';
import { excerptOf } from './excerpt.ts';
import { expectationFor, isMet, place, type PlacedExchange } from './expectation.ts';
import { startValidator, type Validator, type SentRequest } from './validator.ts';
import { knownDifferences } from './known-differences.ts';

/** The result of comparing one exchange. */
export type Comparison =
  | { readonly kind: 'skipped'; readonly rule: string }
  | { readonly kind: 'agreed'; readonly key: string }
  | { readonly kind: 'known'; readonly key: string; readonly name: string }
  | { readonly kind: 'differs'; readonly key: string; readonly text: string };

/** Returns the key that an exchange is counted under: its operation, or its version if it belongs to no operation. */
export function keyOf({ version, operation }: Pick<PlacedExchange, 'version' | 'operation'>): string {
  return `${version} ${operation?.id ?? 'outside of operations'}`;
}

/** Returns why an exchange cannot be repeated; undefined if it can. */
export function skipRule(exchange: RecordedExchange): string | undefined {
  if (exchange.isCut === true) return 'larger than a megabyte';
  const isAnnounced = 'content-length' in exchange.headers || 'transfer-encoding' in exchange.headers;
  return isAnnounced && exchange.body === undefined ? 'announces a body that was not sent' : undefined;
}

export interface Comparer {
  readonly compare: (exchange: RecordedExchange) => Promise<Comparison>;
  readonly stop: () => Promise<void>;
}

/** Creates a validator for every tag of both documents, and one for each complete document, at first use. */
export function createComparer(): Comparer {
  const validators = new Map<string, Promise<Validator>>();
  const validatorFor = ({ version, operation }: PlacedExchange): Promise<Validator> => {
    const tag = operation?.written.tags[0];
    const key = `${version} ${tag ?? ''}`;
    const validator =
      validators.get(key) ?? startValidator(tag === undefined ? whole(version) : excerptOf(version, tag));
    validators.set(key, validator);
    return validator;
  };
  return {
    compare: async (exchange) => {
      const rule = skipRule(exchange);
      if (rule !== undefined) return { kind: 'skipped', rule };
      const placed = place(exchange);
      if (placed === undefined) return { kind: 'skipped', rule: 'outside of the contract' };
      return compareExchange(placed, await validatorFor(placed));
    },
    stop: async () => {
      await Promise.all([...validators.values()].map(async (validator) => (await validator).stop()));
    },
  };
}

function whole(version: Version): Parameters<typeof startValidator>[0] {
  return documents[version] as unknown as Parameters<typeof startValidator>[0];
}

function sentBy({ method, path, target, headers, body }: PlacedExchange): SentRequest {
  const query = target.includes('?') ? target.slice(target.indexOf('?')) : '';
  return {
    method,
    target: path + query,
    headers,
    body: body === undefined ? undefined : Buffer.from(body, 'latin1'),
  };
}

async function compareExchange(exchange: PlacedExchange, validator: Validator): Promise<Comparison> {
  const { response, operation } = exchange;
  const key = keyOf(exchange);
  const sent = sentBy(exchange);
  const verdict = await validator.validateRequest(sent);
  const expectation = expectationFor(exchange);
  const isAgreed = isMet(expectation, { server: response.status, validator: verdict.status });
  const known = isAgreed
    ? undefined
    : knownDifferences.find((one) => one.verdict === verdict.status && one.applies(exchange));
  if (!isAgreed && known === undefined) {
    return {
      kind: 'differs',
      key,
      text: `${describe(exchange)}\n  the validator of the request: ${verdict.status} ${verdict.reason}`,
    };
  }
  // A response to HEAD has no body. Streams have no schema for the validator; response-check.ts validates their records.
  if (operation !== undefined && exchange.method !== 'HEAD' && !isStream(response.type)) {
    const text = Buffer.from(response.body, 'latin1').toString();
    const { status, reason } = await validator.validateResponse(sent, {
      status: response.status,
      type: response.type ?? undefined,
      text,
    });
    if (status !== 200)
      return { kind: 'differs', key, text: `${describe(exchange)}\n  the validator of the response: ${reason}` };
  }
  return known === undefined ? { kind: 'agreed', key } : { kind: 'known', key, name: known.name };
}

function isStream(type: string | null): boolean {
  return type === 'application/x-ndjson' || type === 'text/csv';
}

function describe({ method, target, headers, body = '', response }: PlacedExchange): string {
  const shown = JSON.stringify({ ...headers, ...('authorization' in headers ? { authorization: '…' } : {}) });
  return `${method} ${target} ${shown} ${body.slice(0, 300)}\n  the server: ${response.status} ${response.body.slice(0, 500)}`;
}
