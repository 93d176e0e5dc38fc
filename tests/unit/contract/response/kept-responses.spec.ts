import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import type { KeepingRule } from '../../../../src/contract/controller/keeping.ts';
import { keptKeyOf, toLoaded, type CompiledRead } from '../../../../src/contract/response/kept-responses.ts';
import type { FinishedResponse } from '../../../../src/contract/unit/idempotency.ts';
import type { Actor } from '../../../../src/platform/unit.ts';

const rule: KeepingRule = { kind: 'resource', tagsOf: () => ['note:1'] };
const read: CompiledRead = { cache: {} as never, rule, headers: ['x-a', 'x-b'] };
const daily: CompiledRead = { ...read, rule: { ...rule, periodOf: (now) => now.toISOString().slice(0, 10) } };

interface Asked {
  readonly actor?: Readonly<Record<string, unknown>>;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly media_type?: string;
  readonly now?: string;
  readonly read?: CompiledRead;
}

function keyOf({ actor = {}, url = '/api/v2/notes', headers = {}, ...asked }: Asked): string | undefined {
  const reader = {
    ...{ user_id: 'ada', credential_id: 'k1', credential_type: 'session', organization_id: 'north', role: 'viewer' },
    ...{ is_operator: false, scopes: undefined },
    ...actor,
  } as unknown as Actor;
  const req = { url, headers } as unknown as IncomingMessage;
  const now = new Date(asked.now ?? '2026-11-30T10:00:00Z');
  return keptKeyOf(asked.read ?? read, { req, actor: reader, media_type: asked.media_type, now });
}

describe('the key of a kept response', () => {
  const different: readonly Asked[] = [
    {},
    { actor: { user_id: 'ben' } },
    { actor: { organization_id: 'south' } },
    { actor: { organization_id: '' } },
    { actor: { role: 'owner' } },
    { actor: { is_operator: true } },
    { actor: { credential_type: 'api_key' } },
    { url: '/api/v1/notes' },
    { url: '/api/v2/notes?' },
    { url: '/api/v2/notes?a=1&b=2' },
    { url: '/api/v2/notes?b=2&a=1' },
    { media_type: 'text/csv' },
    { media_type: 'application/json' },
    { headers: { 'x-a': '1' } },
    { headers: { 'x-b': '1' } },
    { headers: { 'x-a': '1', 'x-b': '1' } },
    { headers: { 'x-a': '1 x-b: 1' } },
    { headers: { 'x-a': '1" x-b: "1' } },
    { headers: { 'x-a': '' } },
    { read: daily },
    { read: daily, now: '2026-12-01T00:00:00Z' },
  ];

  it('is another one for everything that the response depends on', () => {
    const keys = different.map(keyOf);
    expect(new Set(keys).size).to.equal(different.length);
    expect(keys).not.to.include(undefined);
  });

  it('is the same for whatever the response does not depend on', () => {
    const same: readonly Asked[] = [
      { actor: { credential_id: 'k2' } },
      { actor: { scopes: ['notes:read'] } },
      { headers: { 'user-agent': 'x', accept: '*/*', 'if-none-match': '"1"' } },
      { now: '2026-12-01T00:00:00Z' },
    ];
    for (const asked of same) expect(keyOf(asked), JSON.stringify(asked)).to.equal(keyOf({}));
    expect(keyOf({ read: daily, now: '2026-11-30T23:59:59.999Z' })).to.equal(keyOf({ read: daily }));
  });
});

describe('a response of a read with a rule', () => {
  const good: FinishedResponse = { status: 200, headers: {}, contentType: 'application/json', body: '{}' };
  const loadedOf = (response: FinishedResponse, own = rule) => {
    const call = { actor: {} as never, path: {}, query: {} };
    return toLoaded(own, { response, body: {}, call, query_parameters: [], isNamed: false });
  };

  it('is kept if it is a whole success', () => {
    expect(loadedOf(good))
      .to.include({ isKept: true })
      .and.to.deep.include({ tags: ['note:1'] });
  });

  const others: readonly (readonly [string, Partial<FinishedResponse>])[] = [
    ...[201, 202, 203, 206, 304, 400, 403, 404, 500].map((status) => [`has the status ${status}`, { status }] as const),
    ['sets a cookie', { headers: { 'set-cookie': ['a=1'] } }],
    ['has no body', { body: undefined }],
  ];
  for (const [what, part] of others) {
    it(`is not kept if it ${what}`, () => {
      expect(loadedOf({ ...good, ...part }).isKept).to.equal(false);
    });
  }

  it('is not kept if its tags cannot be told', () => {
    expect(loadedOf(good, { ...rule, tagsOf: () => undefined }).isKept).to.equal(false);
  });
});
