import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { clientOperations } from '../../../generated/client.ts';
import { createHttpClient, type HttpClient } from '../../../src/client/http-client.ts';
import { createArchitect, type ArchitectOptions, type OperationId } from '../../../src/client/index.ts';
import { jsonResponse, scriptedFetch } from '../../support/scripted-fetch.ts';

describe('createHttpClient', () => {
  let server: Server;
  let client: HttpClient;
  let received: { type: string | undefined; body: string };

  before(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received = { type: request.headers['content-type'], body: Buffer.concat(chunks).toString() };
        response.writeHead(202, { 'content-type': 'application/json' }).end('{}');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    client = createHttpClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const params = { path: { project_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d4e5f' } };
  const csv = 'title\n"a ""b"""\n';

  for (const [name, type, body, sent] of [
    ['CSV as it is', 'text/csv', csv, csv],
    ['CSV with a charset as it is', 'text/csv; charset=utf-8', csv, csv],
    ['NDJSON as it is', 'application/x-ndjson', '{"a":1}\n{"a":2}\n', '{"a":1}\n{"a":2}\n'],
    ['bytes as they are', 'text/csv', new TextEncoder().encode(csv), csv],
    ['a blob as it is', 'text/csv', new Blob([csv]), csv],
    ['an object as JSON', 'application/json', { a: 1 }, '{"a":1}'],
    ['an object as JSON of another name', 'application/merge-patch+json', { a: null }, '{"a":null}'],
    ['a text as JSON', 'application/json; charset=utf-8', 'text', '"text"'],
  ] as const) {
    it(`sends ${name}`, async () => {
      const path = '/api/v2/projects/{project_id}/imports';
      await client.POST(path, { params, headers: { 'content-type': type }, body: body as never });
      expect(received).to.deep.equal({ type, body: sent });
    });
  }

  it('sends JSON without a content type', async () => {
    await client.POST('/api/v2/projects', { body: { key: 'CORE', name: 'Core' } as never });
    expect(received).to.deep.equal({ type: 'application/json', body: '{"key":"CORE","name":"Core"}' });
  });
});

describe('http', () => {
  const known = { baseUrl: 'http://server.test', organizationId: 'o1' };

  /** Sends two requests with the client of openapi-fetch and with `call`; returns the named header of both. */
  async function headersOf(
    name: string,
    options: Partial<ArchitectOptions>,
    input: { readonly headers?: Record<string, string>; readonly organizationId?: string } = {},
  ): Promise<(string | null)[]> {
    const { fetch, sent } = scriptedFetch(jsonResponse({}), jsonResponse({}));
    const client = createArchitect({ ...known, ...options, fetch });
    const { headers, organizationId } = input;
    const header = organizationId === undefined ? {} : { 'X-Organization-Id': organizationId };
    await client.http.GET('/api/v2/tasks', { params: { header }, ...(headers && { headers }) });
    await client.call('listTasks', input);
    return sent.map(({ request }) => request.headers.get(name));
  }

  const entries = Object.entries(clientOperations) as [OperationId, (typeof clientOperations)[OperationId]][];
  for (const [id, { method, path, headers }] of entries) {
    const takes = (headers as readonly string[]).includes('x-organization-id');
    it(`${takes ? 'names' : 'does not name'} the organization of the client to ${id}`, async () => {
      const { fetch, sent } = scriptedFetch(jsonResponse({}));
      const { http } = createArchitect({ ...known, fetch });
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'x']);
      const params = { path: Object.fromEntries(names) as object };
      const send = http[method] as (path: string, input: object) => Promise<unknown>;
      await send(path, { params });
      expect(sent[0]!.request.headers.get('x-organization-id')).to.equal(takes ? 'o1' : null);
    });
  }

  for (const [name, options, input, expected] of [
    ['that of the request above that of the client', {}, { organizationId: 'o2' }, 'o2'],
    ['that of the headers of the request', {}, { headers: { 'X-ORGANIZATION-ID': 'o3' } }, 'o3'],
    ['that of the client above that of its headers', { headers: { 'X-Organization-Id': 'o4' } }, {}, 'o1'],
    ['none without the option', { organizationId: undefined }, {}, null],
  ] as const) {
    it(`and call name the same organization: ${name}`, async () => {
      expect(await headersOf('x-organization-id', options, input)).to.deep.equal([expected, expected]);
    });
  }

  for (const [name, options, headers, expected] of [
    ['apiKey above the headers of the client', { Authorization: 'Bearer old' }, undefined, 'Bearer ak_1'],
    ['the headers of the request above apiKey', {}, { AUTHORIZATION: 'Bearer new' }, 'Bearer new'],
    [
      'the headers of the request above those of the client',
      { Authorization: 'a' },
      { authorization: 'Bearer b' },
      'Bearer b',
    ],
  ] as const) {
    it(`and call send one Authorization: ${name}`, async () => {
      const sent = await headersOf(
        'authorization',
        { apiKey: 'ak_1', headers: options },
        headers === undefined ? {} : { headers },
      );
      expect(sent).to.deep.equal([expected, expected]);
    });
  }

  it('and call send a header of the client once, however it is written', async () => {
    const headers = { 'X-Trace': 'a', 'x-trace': 'b' };
    expect(await headersOf('x-trace', { headers })).to.deep.equal(['b', 'b']);
  });
});
