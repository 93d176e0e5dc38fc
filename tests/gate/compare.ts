import { documents, type Version } from '../support/contract/document.ts';
import type { RecordedExchange } from '../support/contract/recorded.ts';
import { excerptOf } from './excerpt.ts';
import { expectationFor, isMet, place, type PlacedExchange } from './expectation.ts';
import { startJudge, type Judge, type SentRequest } from './judge.ts';
import { knownDifferences } from './known-differences.ts';

/** What became of one exchange. */
export type Comparison =
  | { readonly kind: 'skipped'; readonly rule: string }
  | { readonly kind: 'agreed'; readonly key: string }
  | { readonly kind: 'known'; readonly key: string; readonly name: string }
  | { readonly kind: 'differs'; readonly key: string; readonly text: string };

/** What an exchange counts for: its operation, or, by version, whatever belongs to none. */
export function keyOf({ version, operation }: Pick<PlacedExchange, 'version' | 'operation'>): string {
  return `${version} ${operation?.id ?? 'outside of operations'}`;
}

/** Why an exchange cannot be repeated; undefined where it can. */
export function skipRule(exchange: RecordedExchange): string | undefined {
  if (exchange.isCut === true) return 'larger than a megabyte';
  const isPromised = 'content-length' in exchange.headers || 'transfer-encoding' in exchange.headers;
  return isPromised && exchange.body === undefined ? 'promises a body that never comes' : undefined;
}

export interface Bench {
  readonly compare: (exchange: RecordedExchange) => Promise<Comparison>;
  readonly stop: () => Promise<void>;
}

/** A judge for every tag of both documents, and one for each whole document; each is made when it is first needed. */
export function openBench(): Bench {
  const judges = new Map<string, Promise<Judge>>();
  const judgeFor = ({ version, operation }: PlacedExchange): Promise<Judge> => {
    const tag = operation?.written.tags[0];
    const key = `${version} ${tag ?? ''}`;
    const judge = judges.get(key) ?? startJudge(tag === undefined ? whole(version) : excerptOf(version, tag));
    judges.set(key, judge);
    return judge;
  };
  return {
    compare: async (exchange) => {
      const rule = skipRule(exchange);
      if (rule !== undefined) return { kind: 'skipped', rule };
      const placed = place(exchange);
      if (placed === undefined) return { kind: 'skipped', rule: 'not of the contract' };
      return judge(placed, await judgeFor(placed));
    },
    stop: async () => {
      await Promise.all([...judges.values()].map(async (judge) => (await judge).stop()));
    },
  };
}

function whole(version: Version): Parameters<typeof startJudge>[0] {
  return documents[version] as unknown as Parameters<typeof startJudge>[0];
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

async function judge(exchange: PlacedExchange, bench: Judge): Promise<Comparison> {
  const { response, operation } = exchange;
  const key = keyOf(exchange);
  const sent = sentBy(exchange);
  const verdict = await bench.judgeRequest(sent);
  const expectation = expectationFor(exchange);
  const isAgreed = isMet(expectation, { given: response.status, judged: verdict.status });
  const known = isAgreed
    ? undefined
    : knownDifferences.find((one) => one.verdict === verdict.status && one.applies(exchange));
  if (!isAgreed && known === undefined) {
    return {
      kind: 'differs',
      key,
      text: `${toldOf(exchange)}\n  the judge of the request: ${verdict.status} ${verdict.reason}`,
    };
  }
  // A response to HEAD has no body to judge, and of streams it knows no schema: response-check.ts holds their records to theirs.
  if (operation !== undefined && exchange.method !== 'HEAD' && !isStream(response.type)) {
    const text = Buffer.from(response.body, 'latin1').toString();
    const { status, reason } = await bench.judgeResponse(sent, {
      status: response.status,
      type: response.type ?? undefined,
      text,
    });
    if (status !== 200)
      return { kind: 'differs', key, text: `${toldOf(exchange)}\n  the judge of the response: ${reason}` };
  }
  return known === undefined ? { kind: 'agreed', key } : { kind: 'known', key, name: known.name };
}

function isStream(type: string | null): boolean {
  return type === 'application/x-ndjson' || type === 'text/csv';
}

function toldOf({ method, target, headers, body = '', response }: PlacedExchange): string {
  const shown = JSON.stringify({ ...headers, ...('authorization' in headers ? { authorization: '…' } : {}) });
  return `${method} ${target} ${shown} ${body.slice(0, 300)}\n  the server: ${response.status} ${response.body.slice(0, 500)}`;
}
