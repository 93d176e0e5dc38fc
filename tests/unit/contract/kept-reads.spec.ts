import { expect } from 'chai';
import { createCaches } from '../../../src/cache/caches.ts';
import type { KeptCall } from '../../../src/contract/controller/keeping.ts';
import type { AnyHandler, OperationUse } from '../../../src/contract/options.ts';
import type { KeptRead, KeptResponse } from '../../../src/contract/response/kept-read.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import { homeOrganization, serveEngine, type ServedEngine } from '../../support/engine/served-engine.ts';

const id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300';
const absent = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0301';
const path = `/api/v2/notes/${id}`;
const as = (token: string, more: Readonly<Record<string, string>> = {}): RequestInit => ({
  headers: { authorization: `Bearer ${token}`, ...more },
});

describe('reads whose responses are kept', () => {
  let served: ServedEngine;
  let calls: string[];
  let uses: OperationUse[];
  let text: string;
  let tagged: KeptCall[];
  const caches = createCaches({ isEnabled: true, entriesMax: 1000, bytesMax: 1_000_000 });
  const cache = caches.open<KeptResponse>({ name: 'notes', ttlMs: 60_000 });

  const note = () => ({ id, text, colour: 'red', version: 3 });
  const handlers: Readonly<Record<string, AnyHandler>> = {
    getNote: async ({ path: named }, { actor }) => {
      calls.push(`getNote ${String(actor?.role)}`);
      if (named['note_id'] === absent) throw new AppError('not_found', 404);
      return { status: 200, body: note(), headers: { etag: '"3"' } };
    },
    listNotes: async ({ query }) => {
      calls.push(`listNotes ${JSON.stringify(query)}`);
      return { status: 200, body: { data: [note()] } };
    },
  };
  const read: KeptRead = {
    cache,
    rule: {
      kind: 'resource',
      tagsOf: (_body, call) => {
        tagged.push(call);
        return ['note:1'];
      },
    },
  };
  const refuse = (kept: Readonly<Record<string, KeptRead>>) => serveEngine(handlers, { kept });

  before(async () => {
    const onUse = (use: OperationUse): void => void uses.push(use);
    served = await serveEngine(handlers, { onUse, kept: { getNote: read, listNotes: read } });
  });
  after(() => served.close());
  beforeEach(async () => {
    [calls, uses, tagged, text] = [[], [], [], 'first'];
    await caches.invalidate(['note:1']);
  });

  it('call their handler once, until a tag of the response is invalidated', async () => {
    const first = await served.request('GET', path, as('viewer'));
    text = 'second';
    const again = await served.request('GET', path, as('viewer'));
    expect([again.status, again.text]).to.deep.equal([200, first.text]);
    expect(Object.fromEntries(again.headers)).to.deep.equal(Object.fromEntries(first.headers));
    expect(calls).to.deep.equal(['getNote viewer']);
    await caches.invalidate(['note:1']);
    expect((await served.request('GET', path, as('viewer'))).text).to.contain('second');
  });

  it('are validated once', async () => {
    await served.request('GET', path, as('viewer'));
    const { responses } = served.engine.counts;
    await served.request('GET', path, as('viewer'));
    expect(served.engine.counts.responses).to.equal(responses);
  });

  it('have one response for each caller, target and header parameter', async () => {
    const requests: (readonly [string, RequestInit])[] = [
      [path, as('viewer')],
      [path, as('member')],
      [path, as('viewer:notes:read')],
      [path, as('operator')],
      [`${path}?`, as('viewer')],
      ['/api/v2/notes', as('viewer')],
      ['/api/v2/notes?limit=50', as('viewer')],
      ['/api/v2/notes', as('viewer', { 'x-organization-id': homeOrganization })],
    ];
    for (const [target, init] of requests) expect((await served.request('GET', target, init)).status).to.equal(200);
    expect(calls).to.have.length(requests.length);
    for (const [target, init] of requests) await served.request('GET', target, init);
    expect(calls).to.have.length(requests.length);
  });

  it('admit every request, whatever is kept', async () => {
    await served.request('GET', path, as('viewer'));
    expect((await served.request('GET', path)).status).to.equal(401);
    expect((await served.request('GET', path, as('nobody'))).status).to.equal(401);
    expect((await served.request('GET', path, as('viewer:notes:write'))).status).to.equal(403);
    expect((await served.request('GET', path, as('viewer', { accept: 'image/png' }))).status).to.equal(406);
  });

  it('evaluate the preconditions of each request', async () => {
    for (const round of ['loaded', 'kept']) {
      const status = async (headers: Readonly<Record<string, string>>) =>
        (await served.request('GET', path, as('viewer', headers))).status;
      expect(await status({ 'if-none-match': '"3"' }), round).to.equal(304);
      expect(await status({ 'if-none-match': '"2"' }), round).to.equal(200);
      expect(await status({ 'if-match': '"2"' }), round).to.equal(412);
      expect(await status({ 'if-match': 'three' }), round).to.equal(400);
    }
    expect(calls).to.deep.equal(['getNote viewer']);
  });

  it('respond to HEAD as to GET, without the body', async () => {
    const { headers, text: sent } = await served.request('GET', path, as('viewer'));
    const head = await served.request('HEAD', path, as('viewer'));
    expect([head.status, head.text]).to.deep.equal([200, '']);
    expect(head.headers.get('content-length')).to.equal(String(Buffer.byteLength(sent)));
    expect(head.headers.get('etag')).to.equal(headers.get('etag'));
    expect(calls).to.have.length(1);
  });

  it('are uses like others, with the names of their query parameters', async () => {
    for (let round = 0; round < 2; round += 1) await served.request('GET', '/api/v2/notes?limit=9', as('viewer'));
    const names = uses.map(({ operation_id, query_parameters, body_fields }) => ({
      ...{ operation_id, query_parameters, body_fields },
    }));
    const use = { operation_id: 'listNotes', query_parameters: ['limit'], body_fields: [] };
    expect(names).to.deep.equal([use, use]);
    expect(calls).to.have.length(1);
  });

  it('do not keep errors', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect((await served.request('GET', `/api/v2/notes/${absent}`, as('viewer'))).status).to.equal(404);
    }
    expect(calls).to.have.length(2);
  });

  it('do not keep the response to a target of more than a kilobyte', async () => {
    const target = (texts: string): string => `/api/v2/notes?text=${texts}`;
    const [short, long] = [target('%61'.repeat(200)), target('%F0%9F%92%A1'.repeat(100))];
    for (const one of [short, short, long, long]) {
      expect((await served.request('GET', one, as('viewer'))).status).to.equal(200);
    }
    expect(calls).to.have.length(3);
  });

  it('tell their rule who reads what', async () => {
    await served.request('GET', '/api/v2/notes?limit=9', as('viewer'));
    const [{ actor, query, path: named }] = tagged as [KeptCall];
    expect({ role: actor.role, query, path: named }).to.deep.equal({ role: 'viewer', query: { limit: 9 }, path: {} });
  });

  it('are refused for what cannot be kept: changes and streams', async () => {
    for (const operation of ['createNote', 'exportNotes']) {
      const failure = await refuse({ [operation]: read }).catch((error: unknown) => error);
      expect(failure, operation).to.be.an('error').with.property('message').that.contains('cannot be kept');
    }
  });
});
