import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createHttpClient, type HttpClient } from '../../../src/client/http-client.ts';

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
