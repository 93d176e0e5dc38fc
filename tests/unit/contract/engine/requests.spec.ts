import { expect } from 'chai';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { AnyRequest } from '../../../../src/contract/options.ts';
import { noteRow, serveEngine, workingHandlers, type Answer, type ServedEngine } from './served-engine.ts';

const authorization = 'Bearer admin';
const notePath = `/api/v2/notes/${noteRow.id}`;

describe('the engine and requests', () => {
  let served: ServedEngine;
  let seen: AnyRequest | undefined;

  before(async () => {
    const createNote = async (request: AnyRequest) => {
      seen = request;
      return { status: 201, body: noteRow, headers: { etag: '"3"', location: '/api/v2/notes/1' } };
    };
    const listNotes = async (request: AnyRequest) => {
      seen = request;
      return { status: 200, body: { data: [] } };
    };
    const importNotes = async (request: AnyRequest) => {
      seen = request;
      return { status: 202, body: undefined };
    };
    served = await serveEngine({ ...workingHandlers, createNote, listNotes, importNotes });
  });
  beforeEach(() => {
    seen = undefined;
  });
  after(() => served.close());

  const get = (path: string): Promise<Answer> => served.request('GET', path, { headers: { authorization } });
  const post = (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Promise<Answer> => served.request('POST', '/api/v2/notes', { headers: { authorization, ...headers }, body });
  const places = ({ violations }: Answer) =>
    violations.map((it) => `${it['in'] ?? ''} ${it['pointer'] ?? it['parameter'] ?? ''} ${it['code'] ?? ''}`);

  describe('paths and methods', () => {
    it('matches the path before the method: a foreign method on /notes/stats is not deleteNote', async () => {
      const answer = await served.request('DELETE', '/api/v2/notes/stats', { headers: { authorization } });
      expect([answer.status, answer.code, answer.headers.get('allow')]).to.deep.equal([
        405,
        'method_not_allowed',
        'GET, HEAD, OPTIONS',
      ]);
    });
    for (const method of ['PUT', 'QUERY', 'PROPFIND']) {
      it(`answers ${method} with 405 and Allow`, async () => {
        const answer = await served.request(method, '/api/v2/notes');
        expect([answer.status, answer.headers.get('allow')]).to.deep.equal([405, 'GET, HEAD, POST, OPTIONS']);
      });
    }
    it('answers TRACE with 405', async () => {
      expect(await rawStatus(served, 'TRACE /api/v2/notes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).to.equal(
        405,
      );
    });
    it('answers OPTIONS with 204 and Allow, without asking for credentials', async () => {
      const answer = await served.request('OPTIONS', notePath);
      expect([answer.status, answer.headers.get('allow')]).to.deep.equal([204, 'GET, HEAD, PATCH, DELETE, OPTIONS']);
    });
    it('answers HEAD as GET, without the body', async () => {
      const answer = await served.request('HEAD', notePath, { headers: { authorization } });
      expect([answer.status, answer.text, answer.headers.get('etag')]).to.deep.equal([200, '', '"3"']);
      expect(Number(answer.headers.get('content-length'))).to.equal(JSON.stringify(noteRow).length);
    });
    it('takes the absolute form of a target', async () => {
      const request = `GET http://anything/api/v2/notes/stats HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
      expect(await rawStatus(served, request)).to.equal(200);
    });
    for (const path of ['/api/v2/notes/', '/api/v2/note', '/api/v2//notes', '/api/v3/notes', `${notePath}/x`]) {
      it(`answers 404 at ${path}`, async () => {
        expect((await get(path)).code).to.equal('not_found');
      });
    }
  });

  describe('parameters', () => {
    it('hands them over decoded, with defaults, header names in lower case', async () => {
      await get('/api/v2/notes?colour=red&colour=blue&pinned=true&text=a%20b');
      expect(seen?.query).to.deep.equal({ limit: 50, colour: ['red', 'blue'], text: 'a b', pinned: true });
      await post('{"text":"a"}', { 'content-type': 'application/json', 'Idempotency-Key': 'k' });
      expect(seen?.headers).to.deep.equal({ 'idempotency-key': 'k' });
    });
    it('lists every violation of path, query and body at once', async () => {
      const answer = await served.request('PATCH', '/api/v2/notes/nope?x=1&y=2', {
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ text: '', colour: 'green', weight: 1.5, unknown: 1 }),
      });
      expect(answer.status).to.equal(400);
      expect(places(answer).sort()).to.deep.equal([
        'body /colour enum',
        'body /text min_length',
        'body /unknown unknown_field',
        'body /weight type',
        'path note_id format',
        'query x unknown_parameter',
        'query y unknown_parameter',
      ]);
      expect(answer.params).to.deep.equal({ count: 7 });
    });
    it('lists at most a hundred', async () => {
      const query = Array.from({ length: 300 }, (_, index) => `x${index}=1`).join('&');
      expect((await get(`/api/v2/notes?${query}`)).violations).to.have.length(100);
    });
    it('cuts names that a caller chose to what an error may hold', async () => {
      const name = 'n'.repeat(1900);
      const inBody = await post(JSON.stringify({ text: 'a', [name]: 1 }));
      const inQuery = await get(`/api/v2/notes?${name}=1`);
      expect([inBody, inQuery].map((it) => it.violations.length)).to.deep.equal([1, 1]);
      expect(inBody.violations[0]?.['pointer']).to.have.length(1901);
      expect(inQuery.violations[0]?.['parameter']).to.have.length(200);
      const wide = await served.request('PATCH', notePath, {
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'a', ['n'.repeat(5000)]: 1 }),
      });
      expect(wide.violations[0]?.['pointer']).to.have.length(2000);
    });
    it('refuses a null byte, and says nothing of the value', async () => {
      const answer = await get('/api/v2/notes?text=secret%00value');
      expect(places(answer)).to.deep.equal(['query text pattern']);
      expect(answer.text).not.to.include('secret');
    });
    for (const limit of ['0', '101', '05', '1e1', '-0', '99999999999999999999', '1%20']) {
      it(`refuses limit=${limit}`, async () => {
        expect((await get(`/api/v2/notes?limit=${limit}`)).status).to.equal(400);
      });
    }
    it('answers 400 to a path that is not UTF-8', async () => {
      expect(places(await get('/api/v2/notes/%ff'))).to.deep.equal(['path note_id malformed_encoding']);
    });
  });

  describe('bodies', () => {
    it('takes JSON with a charset and a byte order of its own, and numbers as they are', async () => {
      const answer = await post('{ "text": "ü", "weight": -0 }', {
        'content-type': 'Application/JSON; charset="UTF-8"',
      });
      expect(answer.status).to.equal(201);
      expect(seen?.body).to.deep.equal({ text: 'ü', weight: -0 });
    });
    it('takes duplicate names, the last one counting', async () => {
      await post('{"text":"a","text":"b"}');
      expect(seen?.body).to.deep.equal({ text: 'b' });
    });
    it('takes merge patches by their own media type', async () => {
      const headers = { authorization, 'content-type': 'application/merge-patch+json' };
      expect((await served.request('PATCH', notePath, { headers, body: '{"text":"a"}' })).status).to.equal(200);
    });
    it('hands text over as text', async () => {
      const headers = { authorization, 'content-type': 'application/x-ndjson' };
      expect((await served.request('POST', '/api/v2/notes/import', { headers, body: '{}\n{}\n' })).status).to.equal(
        202,
      );
      expect(seen?.body).to.equal('{}\n{}\n');
    });
    it('leaves an optional body undefined', async () => {
      expect((await served.request('POST', '/api/v2/notes/import', { headers: { authorization } })).status).to.equal(
        202,
      );
      expect(seen?.body).to.equal(undefined);
    });

    const broken: readonly [name: string, body: string | Uint8Array<ArrayBuffer>, place: string][] = [
      ['an empty body', '', 'body  required'],
      ['half of JSON', '{"text":', 'body  malformed_json'],
      ['JSON with a comment', '{"text":"a"} // x', 'body  malformed_json'],
      ['a byte order mark', '\uFEFF{"text":"a"}', 'body  malformed_json'],
      [
        'bytes that are not UTF-8',
        new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
        'body  malformed_encoding',
      ],
      ['an array', '[]', 'body  type'],
      ['null', 'null', 'body  type'],
      ['a null byte in a text', '{"text":"a\\u0000"}', 'body /text pattern'],
      ['a number beyond a double', '{"text":"a","weight":1e999}', 'body /weight type'],
      ['a huge integer', '{"text":"a","weight":99999999999999999999}', 'body /weight maximum'],
      ['a text for a number', '{"text":"a","weight":"1"}', 'body /weight type'],
      ['__proto__ beside the fields', '{"text":"a","__proto__":{"x":1}}', 'body /__proto__ unknown_field'],
      ['constructor beside the fields', '{"text":"a","constructor":1}', 'body /constructor unknown_field'],
      [
        '__proto__ inside of a free object',
        '{"text":"a","extra":{"a~/":{"__proto__":1}}}',
        'body /extra/a~0~1/__proto__ unknown_field',
      ],
      ['an escaped __proto__', '{"text":"a","extra":{"\\u005f_proto__":1}}', 'body /extra/__proto__ unknown_field'],
      [
        'an infinite number inside of a free object',
        '{"text":"a","extra":{"n":[1,-1e999]}}',
        'body /extra/n/1 number_out_of_range',
      ],
      [
        'a hundred levels',
        `{"text":"a","extra":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`,
        `body /extra${'/a'.repeat(63)} too_deep`,
      ],
    ];
    for (const [name, body, place] of broken) {
      it(`refuses ${name}`, async () => {
        const answer = await post(body);
        expect([answer.status, places(answer)]).to.deep.equal([400, [place]]);
        expect(seen).to.equal(undefined);
      });
    }
    it('takes sixty levels, and survives a hundred thousand', async () => {
      expect((await post(`{"text":"a","extra":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`)).status).to.equal(201);
      const headers = { authorization, 'content-type': 'application/json' };
      const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
      expect((await served.request('PATCH', notePath, { headers, body: deep })).status).to.equal(400);
    });

    const types: readonly [name: string, headers: Record<string, string>][] = [
      ['another media type', { 'content-type': 'text/plain' }],
      ['a suffix that is not declared', { 'content-type': 'application/vnd.api+json' }],
      ['another charset', { 'content-type': 'application/json; charset=iso-8859-1' }],
      ['a content encoding', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
      ['an empty content type', { 'content-type': '' }],
    ];
    for (const [name, headers] of types) {
      it(`answers 415 to ${name}, and says what is taken`, async () => {
        const answer = await post('{"text":"a"}', headers);
        expect([answer.code, answer.params]).to.deep.equal([
          'unsupported_media_type',
          { supported: 'application/json' },
        ]);
      });
    }
    it('answers 415 to a body without a content type', async () => {
      const head = 'POST /api/v2/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\nConnection: close\r\n';
      expect(await rawStatus(served, `${head}Content-Length: 2\r\n\r\n{}`)).to.equal(415);
    });
    it('takes identity as no encoding', async () => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'identity' };
      expect((await post('{"text":"a"}', headers)).status).to.equal(201);
    });
  });

  describe('sizes', () => {
    const large = JSON.stringify({ text: 'x'.repeat(3000) });

    it('answers 413 by the announced length, and the connection goes on', async () => {
      const one = request(large.length, large);
      const two = request(12, '{"text":"a"}');
      expect(await rawStatuses(served, one + two, 2)).to.deep.equal([413, 201]);
    });
    it('answers 413 before the body has come', async () => {
      expect(await rawStatuses(served, request(1e9, ''), 1)).to.deep.equal([413]);
    });
    it('answers 413 to a chunked body once it exceeds the limit, and the connection goes on', async () => {
      const chunk = `3e8\r\n${'x'.repeat(1000)}\r\n`;
      const chunked = request(undefined, `${chunk.repeat(5)}0\r\n\r\n`);
      expect(await rawStatuses(served, chunked + request(12, '{"text":"a"}'), 2)).to.deep.equal([413, 201]);
    });
    it('takes a body of exactly the limit', async () => {
      const body = JSON.stringify({ text: 'a' });
      expect((await post(body + ' '.repeat(2000 - body.length))).status).to.equal(201);
      expect((await post(body + ' '.repeat(2001 - body.length))).status).to.equal(413);
    });
    it('takes a body that waits for 100 Continue', async () => {
      const text = request(12, '{"text":"a"}').replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n');
      expect(await rawStatuses(served, text, 2)).to.deep.equal([100, 201]);
    });
    it('reads no body before it knows the caller', async () => {
      const anonymous = request(1e9, '').replace('Bearer admin', 'Bearer nobody');
      expect(await rawStatuses(served, anonymous, 1)).to.deep.equal([401]);
    });
    it('drops the request of a client that goes away in the middle, and opens no unit for it', async () => {
      const steps = served.db.steps.length;
      const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
      socket.write(request(1000, '{"text":'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.destroy();
      await once(socket, 'close');
      expect((await post('{"text":"a"}')).status).to.equal(201);
      expect(served.db.steps.slice(steps)).to.deep.equal(['begin', 'commit']);
    });
  });
});

function request(length: number | undefined, body: string): string {
  const framing = length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  return `POST /api/v2/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\nContent-Type: application/json\r\n${framing}\r\n\r\n${body}`;
}

async function rawStatus(served: ServedEngine, text: string): Promise<number | undefined> {
  return (await rawStatuses(served, text, 1))[0];
}

/** Writes bytes to the server and reads until so many status lines have come. */
async function rawStatuses(served: ServedEngine, text: string, count: number): Promise<number[]> {
  const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
  socket.write(text);
  let received = '';
  const statuses = (): number[] => [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
  for await (const chunk of socket) {
    received += String(chunk);
    if (statuses().length >= count) break;
  }
  socket.destroy();
  return statuses();
}
