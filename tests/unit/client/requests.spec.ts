import { expect } from 'chai';
import { clientOperations } from '../../../generated/client.ts';
import {
  ArchitectConnectionError,
  ArchitectProblem,
  createArchitect,
  isProblem,
  type Architect,
  type ArchitectOptions,
  type OperationId,
} from '../../../src/client/index.ts';
import { jsonResponse, problemResponse, scriptedFetch, type ScriptedOutcome } from '../../support/scripted-fetch.ts';
import { thrownBy } from '../../support/thrown-by.ts';

const baseUrl = 'http://server.test';
const task_id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300';

function setting(outcomes: readonly ScriptedOutcome[], options: Partial<ArchitectOptions> = {}) {
  const scripted = scriptedFetch(...outcomes);
  return { ...scripted, client: createArchitect({ baseUrl, fetch: scripted.fetch, retry: false, ...options }) };
}

/** Calls any operation, also in ways that the types forbid. */
async function callAny(client: Architect, id: string, input: object = {}): Promise<unknown> {
  return await (client.call as (id: string, input: object) => Promise<unknown>)(id, input);
}

const entries = Object.entries(clientOperations) as [OperationId, (typeof clientOperations)[OperationId]][];

describe('requests of the client', () => {
  for (const [id, { method, path, request, response, headers }] of entries) {
    it(`${id} is ${method} ${path}`, async () => {
      const { client, sent } = setting([problemResponse(404, 'not_found')], { organizationId: 'o1', apiKey: 'ak_1' });
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      const input = { path: Object.fromEntries(names.map((name) => [name, `${name} ä/1`])) };
      await thrownBy(callAny(client, id, { ...input, ...(request.length > 0 && { body: { a: 1 } }) }));
      const expected = names.reduce<string>((text, name) => text.replace(`{${name}}`, `${name}%20%C3%A4%2F1`), path);
      const { request: made, body } = sent[0]!;
      expect({ method: made.method, url: made.url }).to.deep.equal({ method, url: `${baseUrl}${expected}` });
      expect(made.headers.get('authorization')).to.equal('Bearer ak_1');
      expect(made.headers.get('accept')).to.equal(response[0] ?? null);
      expect(made.headers.get('content-type')).to.equal(request[0] ?? null);
      expect(body).to.equal(request.length > 0 ? '{"a":1}' : '');
      const declared: readonly string[] = headers;
      expect(made.headers.get('x-organization-id')).to.equal(declared.includes('x-organization-id') ? 'o1' : null);
    });
  }

  it('have the query parameters in the form that the contract declares', async () => {
    const { client, sent } = setting([jsonResponse({})]);
    await client.call('listTasks', { query: { status: ['todo', 'done'], q: 'a&b +ü', limit: 5 } });
    expect(sent[0]!.request.url).to.equal(
      `${baseUrl}/api/v2/tasks?status=todo&status=done&q=a%26b%20%2B%C3%BC&limit=5`,
    );
  });

  it('have the headers of the client, and of the call above them', async () => {
    const { client, sent } = setting([jsonResponse({})], { headers: { 'x-trace': 'client', 'x-team': 'core' } });
    await client.call('getMe', { headers: { 'x-trace': 'call' } });
    const { headers } = sent[0]!.request;
    expect([headers.get('x-trace'), headers.get('x-team'), headers.get('authorization')]).to.deep.equal([
      'call',
      'core',
      null,
    ]);
  });

  it('name the organization of the call above that of the client', async () => {
    const { client, sent } = setting([jsonResponse({})], { organizationId: 'o1' });
    await client.call('listTasks', { organizationId: 'o2' });
    expect(sent[0]!.request.headers.get('x-organization-id')).to.equal('o2');
  });

  for (const value of ['', '.', '..', undefined]) {
    it(`are not sent with the path parameter ${JSON.stringify(value)}`, async () => {
      const { client, sent } = setting([]);
      expect(await thrownBy(callAny(client, 'deleteTask', { path: { task_id: value } }))).to.be.instanceOf(TypeError);
      const params = { path: { task_id: value! } };
      expect(await thrownBy(client.http.DELETE('/api/v2/tasks/{task_id}', { params }))).to.be.instanceOf(TypeError);
      expect(sent).to.deep.equal([]);
    });
  }

  it('are not sent without path parameters', async () => {
    const { client, sent } = setting([]);
    expect(await thrownBy(callAny(client, 'deleteTask'))).to.be.instanceOf(TypeError);
    expect(sent).to.deep.equal([]);
  });

  for (const id of ['snoozeTask', 'toString', '__proto__']) {
    it(`are not sent for the unknown operation ${id}`, async () => {
      const error = await thrownBy(callAny(setting([]).client, id));
      expect(error).to.be.instanceOf(TypeError).with.property('message', `the contract has no operation ${id}`);
    });
  }

  for (const address of ['', '/api', 'architect.example.com', 'ftp://architect.example.com', 'http://']) {
    it(`have no client at the address "${address}"`, () => {
      expect(() => createArchitect({ baseUrl: address })).to.throw(TypeError, 'baseUrl must be an absolute address');
    });
  }

  it('go to an address below a path, with or without a slash at its end', async () => {
    for (const address of ['https://example.com/architect', 'https://example.com/architect/']) {
      const { client, sent } = setting([jsonResponse({}), jsonResponse({})], { baseUrl: address });
      await client.call('getMe');
      await client.http.GET('/api/v2/me');
      expect(sent.map(({ request }) => request.url)).to.deep.equal(
        Array(2).fill('https://example.com/architect/api/v2/me'),
      );
    }
  });

  it('follow redirects only if they read', async () => {
    const { client, sent } = setting([jsonResponse({}), jsonResponse({}, { status: 201 })]);
    await client.call('getMe');
    await client.call('createProject', { body: { key: 'CORE', name: 'Core' } });
    expect(sent.map(({ request }) => request.redirect)).to.deep.equal(['follow', 'error']);
  });

  it('use the global fetch of the moment', async () => {
    const { fetch, sent } = scriptedFetch(jsonResponse({}));
    const original = globalThis.fetch;
    const client = createArchitect({ baseUrl });
    globalThis.fetch = fetch as typeof globalThis.fetch;
    try {
      await client.call('getMe');
    } finally {
      globalThis.fetch = original;
    }
    expect(sent).to.have.length(1);
  });
});

describe('responses of the client', () => {
  it('that are not of the operation are connection errors which point to the address', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    const error = await thrownBy(setting([page]).client.call('getTask', { path: { task_id } }));
    expect(error).to.be.instanceOf(ArchitectConnectionError);
    expect(error).to.have.property('message').that.includes('text/html, not application/json: check baseUrl');
  });

  it('that have a page where none is expected do not pass for a deletion', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    const error = await thrownBy(setting([page]).client.call('deleteTask', { path: { task_id } }));
    expect(error).to.have.property('message').that.includes('text/html, not empty: check baseUrl');
    const empty = setting([new Response(null, { status: 204 })]).client;
    expect((await empty.call('deleteTask', { path: { task_id } })).data).to.equal(undefined);
  });

  it('that are broken JSON are connection errors', async () => {
    const response = new Response('{"id":', { headers: { 'content-type': 'application/json' } });
    const error = await thrownBy(setting([response]).client.call('getTask', { path: { task_id } }));
    expect(error).to.be.instanceOf(ArchitectConnectionError).with.property('cause').that.is.instanceOf(SyntaxError);
  });

  it('that do not arrive are connection errors with the reason of the platform', async () => {
    const failed = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
    const error = await thrownBy(setting([failed]).client.call('getMe'));
    expect(error).to.include({
      message: 'getMe: no complete response from the server (fetch failed: connect ECONNREFUSED 127.0.0.1:1)',
      cause: failed,
    });
  });

  it('of a proxy become problems with the status as code', async () => {
    const response = new Response('<h1>Bad Gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
    const error = await thrownBy(setting([response]).client.call('getTask', { path: { task_id } }));
    expect(error).to.be.instanceOf(ArchitectProblem);
    expect(error).to.deep.include({
      code: 'http_502',
      status: 502,
      title: 'Bad Gateway',
      errors: [],
      requestId: undefined,
    });
  });

  it('with a code that this package does not know are problems with this code', async () => {
    const error = await thrownBy(setting([problemResponse(409, 'moon_is_full')]).client.call('getMe'));
    expect(error).to.deep.include({ name: 'ArchitectProblem', code: 'moon_is_full', requestId: 'r1' });
    expect(isProblem(error)).to.equal(true);
    expect(isProblem(error, 'not_found', 'task_blocked')).to.equal(false);
  });
});

describe('an abort signal', () => {
  const path = { task_id };

  it('that is aborted before the call sends nothing', async () => {
    const { client, sent } = setting([]);
    const reason = new Error('gone');
    expect(await thrownBy(client.call('getTask', { path, signal: AbortSignal.abort(reason) }))).to.equal(reason);
    expect(sent).to.deep.equal([]);
  });

  for (const retry of [false, {}] as const)
    it(`ends a request with retry: ${JSON.stringify(retry)}, and the call throws its reason`, async () => {
      const controller = new AbortController();
      const reason = new Error('gone');
      const hang = (request: Request) =>
        new Promise<Response>((_resolve, reject) => {
          request.signal.addEventListener('abort', () => {
            reject(request.signal.reason as Error);
          });
          controller.abort(reason);
        });
      const { client, sent } = setting([hang], { retry });
      expect(await thrownBy(client.call('getTask', { path, signal: controller.signal }))).to.equal(reason);
      expect(sent).to.have.length(1);
    });

  it('ends the wait for a retry at once', async () => {
    const controller = new AbortController();
    const reason = new Error('gone');
    const response = problemResponse(503, 'overloaded', { 'retry-after': '3600' });
    const { client, sent } = setting([response], { retry: { retryAfterMsMax: Infinity } });
    const call = client.call('getTask', { path, signal: controller.signal });
    setImmediate(() => {
      controller.abort(reason);
    });
    expect(await thrownBy(call)).to.equal(reason);
    expect(sent).to.have.length(1);
  });
});
