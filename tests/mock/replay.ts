import { catalogue } from '../../generated/problems.ts';
import { skipRule } from '../gate/compare.ts';
import { expectationFor, place, type PlacedExchange } from '../gate/expectation.ts';
import type { RecordedExchange } from '../support/contract/recorded.ts';

// Which of the recorded refusals Prism is asked for, and what its response must share with the server's.

/** As much of a response as is compared. */
export interface Heard {
  /** `silence` where there was no response in time. */
  readonly status: number | 'silence';
  readonly type: string | undefined;
  readonly text: string;
}

/** A refusal of the server, to be provoked from the mock too. */
export interface Case {
  readonly name: string;
  readonly exchange: PlacedExchange;
  /** What the mock is asked to return where the cause is in a state that it does not have. */
  readonly prefer: string | undefined;
}

/** What Prism does otherwise than the server, for a reason that is known. */
export interface ReplayedDifference {
  readonly name: string;
  readonly reason: string;
  /** Whether the request and the server's response are of the kind. */
  readonly concerns: (exchange: PlacedExchange) => boolean;
  /** Whether the mock's response differs in the known way. */
  readonly explains: (mock: Heard, exchange: PlacedExchange) => boolean;
}

const violationsOf = ({ problem }: PlacedExchange): string =>
  [...new Set((problem?.errors ?? problem?.details ?? []).map((one) => `${one.in} ${one.code}`))].sort().join(', ');

const unparseable = ['malformed_json', 'malformed_encoding', 'malformed_style'];

export const hasCharset = ({ headers }: PlacedExchange): boolean => /charset=/i.test(String(headers['content-type']));

/** Whether Prism's parser fails on it: that ends the whole process, so nothing can be asked after it. */
export function isUnparseable(exchange: PlacedExchange): boolean {
  const { problem, response } = exchange;
  const violations = problem?.errors ?? problem?.details ?? [];
  return violations.some(({ code }) => unparseable.includes(code)) || (response.status === 415 && hasCharset(exchange));
}

/** What is drawn anew in each run: times, addresses of servers, ids, tokens and the names that tests make unique. */
const drawn = /\d{4}-\d\d-\d\d(?:T|%20)[\d:.%A]+Z|(?:localhost|127\.0\.0\.1)(?::|%3A)\d+|[\w-]{22,}|[0-9a-f]{6,}/gi;

const withoutChance = ({ method, target, headers, body }: RecordedExchange): string =>
  JSON.stringify([
    method,
    headers['content-encoding'],
    headers['content-type'],
    target,
    body,
    Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]).replaceAll(drawn, '*');

/** Whether Accept leaves out the type of the response. The server sends errors all the same, Prism does not. */
function leavesOut({ headers: { accept = '*/*' }, response: { type } }: PlacedExchange): boolean {
  return type !== null && !/\*\/\*(?!;q=0$)/.test(String(accept)) && !String(accept).includes(type.split(';')[0]!);
}

/**
 * One case for each operation, status and code; beside them, over all operations, one for each kind of violation, each
 * media type and coding that is not taken, and each known difference. A case without a message of its own (405, 404 of
 * a path) is known by its method. The stages before run side by side, so the order of the records is left to chance:
 * of several exchanges for one case the first by its contents is taken. Those that Prism can parse come before the
 * others, and then those whose caller reads the type of the response.
 */
export function choose(records: Iterable<RecordedExchange>, differences: readonly ReplayedDifference[] = []): Case[] {
  const cases = new Map<string, Case & { readonly rank: string }>();
  for (const record of records) {
    const exchange = skipRule(record) === undefined ? place(record) : undefined;
    if (exchange === undefined || (exchange.response.status < 300 && exchange.method !== 'OPTIONS')) continue;
    // Prism takes an empty value for none (known-differences.ts); the same refusals have other causes.
    if (/[?&][^=&]+=(&|$)/.test(exchange.target)) continue;
    const { version, operation, method, headers, response, problem } = exchange;
    const code = problem?.code;
    // A HEAD is the operation of GET, with a case beside it.
    const asked = [operation?.id, method === 'HEAD' || operation === undefined ? method : undefined];
    const names = [[version, ...asked, response.status, code].filter((part) => part !== undefined).join(' ')];
    if (response.status === 400) names.push(`${version} ${method} 400 ${violationsOf(exchange)}`);
    if (response.status === 415)
      names.push(`${version} ${method} 415 ${JSON.stringify([headers['content-encoding'], headers['content-type']])}`);
    for (const { name, concerns } of differences) if (concerns(exchange)) names.push(`${version} ${name}`);
    const isOfState = expectationFor(exchange).kind !== 'equal' && operation !== undefined;
    const prefer = `code=${response.status}${code === undefined ? '' : `, example=${code}`}`;
    const rank = `${isUnparseable(exchange)} ${leavesOut(exchange)} ${withoutChance(exchange)}`;
    for (const name of names) {
      const taken = cases.get(name);
      if (taken === undefined || rank < taken.rank)
        cases.set(name, { name, exchange, prefer: isOfState ? prefer : undefined, rank });
    }
  }
  return [...cases.values()];
}

const templates = catalogue as Readonly<Record<string, { readonly detail: string }>>;

/** Whether a text is the catalogue's own for that code, whatever fills its placeholders. */
function isDetailOf(code: string, text: unknown): boolean {
  const parts = (templates[code]?.detail ?? '')
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return typeof text === 'string' && new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

/** What of an error body is the same for every caller; the rest shows only that it is there. */
export function maskError(text: string): unknown {
  if (text === '') return undefined;
  const body = JSON.parse(text) as Record<string, unknown>;
  const code = String(body['code']);
  const mask = (name: string, value: unknown): unknown => {
    if (name === 'detail' || name === 'message') return isDetailOf(code, value) ? '<detail>' : value;
    if (name === 'instance' || name === 'request_id') return `<${name}>`;
    if ((name === 'errors' || name === 'details') && Array.isArray(value))
      return value.length === 0 ? [] : '<violations>';
    return value;
  };
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, mask(name, value)]));
}

/** What differs; undefined where nothing does. */
export function differenceOf({ exchange: { method, response } }: Case, mock: Heard): string | undefined {
  const text = method === 'HEAD' ? '' : Buffer.from(response.body, 'latin1').toString();
  const shown = (status: number | string, type: string | undefined, body: unknown): string =>
    JSON.stringify({ status, type, body });
  const ours = shown(response.status, response.type?.split(';')[0], maskError(text));
  const isError = mock.status !== 'silence' && mock.status >= 300;
  const theirs = shown(mock.status, mock.type, isError ? maskError(mock.text) : mock.text.slice(0, 200));
  return ours === theirs ? undefined : `the server: ${ours}\n  the mock:   ${theirs}`;
}
