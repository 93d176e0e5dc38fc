import { setTimeout as delay } from 'node:timers/promises';
import { asJson, asList, type Json } from '../reader/json.ts';
import type { Change } from './change.ts';
import { inputsOf, type Input } from './inputs.ts';
import { fetchFrom } from './sources.ts';

/** A running server, and the key of an operator or of an admin. */
export interface UsageSource {
  readonly url: string;
  readonly key: string;
}

/** An API key that a change breaks. */
export interface BrokenKey {
  readonly api_key_id: string;
  readonly api_key_name: string;
  readonly organization_id: string;
}

export interface ChangeUsage {
  /** Whose keys were asked for. */
  readonly scope: 'all organizations' | 'the organization';
  /** Keys that existed when they were asked for, sorted by name. */
  readonly keys: readonly BrokenKey[];
}

/** What one key used of one operation in the last 30 days. */
interface KeyUse {
  readonly operation_id: string;
  readonly key: BrokenKey;
  readonly sent: ReadonlySet<string>;
}

const PAGES_MAX = 10_000;
const WAITS_MAX = 5;
const WAIT_SECONDS_MAX = 60;
/** As many as the operation accepts at once. */
const NAMES_MAX = 100;

/** What is compared, as far as its use is concerned. */
interface Compared {
  /** v1 or v2. */
  readonly name: string;
  readonly documents: readonly [released: Json, current: Json];
  readonly changes: readonly Change[];
}

/**
 * Asks a running server which keys the breaking changes break: those that used one of the operations in the last 30
 * days, and the parameter or the member of the body that the change concerns. Changes of webhooks have no entry.
 * @throws Error that names the URL and what went wrong
 */
export async function readUsage(
  { name, documents, changes }: Compared,
  source: UsageSource,
): Promise<ReadonlyMap<Change, ChangeUsage>> {
  const breaking = changes.filter(({ weight }) => weight === 'breaking');
  if (breaking.length === 0) return new Map();
  const isGeneral = breaking.some(({ operations }) => operations.length === 0);
  const wanted = isGeneral ? [] : [...new Set(breaking.flatMap(({ operations }) => operations))].filter(isId);
  if (!isGeneral && wanted.length === 0) return new Map();
  const { scope, uses } = await fetchUses(source, name, wanted.length > NAMES_MAX ? [] : wanted);
  return new Map(
    breaking
      .filter(({ operations }) => operations.length === 0 || operations.some(isId))
      .map((change) => [change, { scope, keys: keysOf(change, uses, documents) }]),
  );
}

/** Names of webhooks have dots; operations without an id are named by method and path. */
function isId(operation: string): boolean {
  return /^[A-Za-z0-9]+$/.test(operation);
}

function keysOf(
  change: Change,
  uses: readonly KeyUse[],
  documents: readonly [released: Json, current: Json],
): BrokenKey[] {
  const { operations } = change;
  const inputs = new Map(operations.map((id) => [id, inputsOf(change, id, documents)]));
  const found = new Map<string, BrokenKey>();
  for (const { operation_id, key, sent } of uses) {
    if (operations.length > 0 && !inputs.has(operation_id)) continue;
    const concerned = inputs.get(operation_id);
    if (concerned === undefined || concerned.some((input) => sent.has(nameOf(input)))) found.set(key.api_key_id, key);
  }
  return [...found.values()].sort((one, other) => (one.api_key_name < other.api_key_name ? -1 : 1));
}

function nameOf(input: Input): string {
  return `${input.in} ${input.name}`;
}

async function fetchUses(source: UsageSource, version: string, operations: readonly string[]) {
  const query = new URLSearchParams({ version, limit: '100', keys: 'all' });
  for (const id of operations) query.append('operation_id', id);
  const first = await fetchPage(source, query);
  const isRefused = first.status === 403;
  // Only operators may see the keys of all organizations.
  if (isRefused) query.delete('keys');
  let page = isRefused ? await fetchPage(source, query) : first;
  const uses: KeyUse[] = [];
  for (let pages = 0; pages < PAGES_MAX; pages++) {
    if (page.status !== 200) throw new Error(`${page.url} returned ${page.status}${page.code}`);
    uses.push(...asList(page.body['data']).flatMap((entry) => toKeyUse(asJson(entry))));
    const cursor = asJson(page.body['page'])['next_cursor'];
    if (typeof cursor !== 'string') break;
    query.set('cursor', cursor);
    page = await fetchPage(source, query);
  }
  return { scope: isRefused ? ('the organization' as const) : ('all organizations' as const), uses };
}

/** A key that was deleted breaks no more. */
function toKeyUse(entry: Json): KeyUse[] {
  const { operation_id, api_key_id, api_key_name, organization_id } = entry;
  if (typeof api_key_name !== 'string') return [];
  const namesIn = (member: string, place: Input['in']) =>
    asList(entry[member]).map((one) => nameOf({ in: place, name: String(asJson(one)['name']) }));
  return [
    {
      operation_id: String(operation_id),
      key: { api_key_id: String(api_key_id), api_key_name, organization_id: String(organization_id) },
      sent: new Set([...namesIn('query_parameters', 'query'), ...namesIn('body_fields', 'body')]),
    },
  ];
}

interface UsagePage {
  readonly url: string;
  readonly status: number;
  /** The code of a problem, in brackets. */
  readonly code: string;
  readonly body: Json;
}

async function fetchPage({ url: base, key }: UsageSource, query: URLSearchParams): Promise<UsagePage> {
  const url = usageUrlOf(base);
  for (let waits = 0; ; waits++) {
    const response = await fetchFrom(`${url}?${query.toString()}`, { authorization: `Bearer ${key}` });
    const seconds = Number(response.headers.get('retry-after'));
    if (response.status === 429 && waits < WAITS_MAX && seconds <= WAIT_SECONDS_MAX) {
      await delay(seconds * 1000);
      continue;
    }
    const body = bodyOf(response.text);
    const code = typeof body['code'] === 'string' ? ` (${body['code']})` : '';
    return { url, status: response.status, code, body };
  }
}

/** @throws Error if the address is not a URL */
function usageUrlOf(base: string): string {
  try {
    return new URL('/api/v2/contract/usage', base).href;
  } catch (error) {
    throw new Error(`${base} is not a URL such as https://architect.example.com`, { cause: error });
  }
}

function bodyOf(text: string): Json {
  try {
    return asJson(JSON.parse(text) as unknown);
  } catch {
    return {};
  }
}
