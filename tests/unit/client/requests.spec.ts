import { expect } from 'chai';
import { clientOperations } from '../../../generated/client.ts';
import { createArchitect, type Architect, type ArchitectOptions, type OperationId } from '../../../src/client/index.ts';
import { jsonResponse, problemResponse, scriptedFetch, type ScriptedOutcome } from '../../support/scripted-fetch.ts';
import { thrownBy } from '../../support/thrown-by.ts';

const baseUrl = 'http://server.test';

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

  for (const address of ['https://example.com?key=1', 'https://example.com/api?', 'https://example.com/#top']) {
    it(`have no client at the address "${address}"`, () => {
      expect(() => createArchitect({ baseUrl: address })).to.throw(
        TypeError,
        `baseUrl must not contain a query or a fragment: "${address}"`,
      );
    });
  }

  it('have no client at an address with a password, and the error does not show it', () => {
    expect(() => createArchitect({ baseUrl: 'https://ada:secret@example.com' })).to.throw(
      TypeError,
      /^baseUrl must not contain a user name or a password: send them in headers$/,
    );
  });

  for (const name of ['Accept', 'Content-Type', 'Idempotency-Key', 'If-Match', 'X-Organization-Id', 'Authorization']) {
    it(`have ${name} once, as the headers of the call say`, async () => {
      const options = { apiKey: 'ak_1', organizationId: 'o1', headers: { [name.toUpperCase()]: 'client' } };
      const { client, sent } = setting([jsonResponse({}, { status: 201 })], options);
      const input = { path: { project_id: 'p1' }, body: { title: 'Write' }, ifMatch: '"1"' };
      await callAny(client, 'createTask', { ...input, headers: { [name]: 'application/json' } });
      expect(sent[0]!.request.headers.get(name)).to.equal('application/json');
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
