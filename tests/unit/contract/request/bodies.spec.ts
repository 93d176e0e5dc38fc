import { expect } from 'chai';
import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { eventually } from '../../../support/eventually.ts';
import { rawStatus, rawStatuses } from '../../../support/engine/raw-statuses.ts';
import { authorization, notePath, places, useSeeingEngine } from '../../../support/engine/seen-requests.ts';

describe('the engine and bodies', () => {
  const engine = useSeeingEngine();

  describe('what they hold', () => {
    it('takes JSON with a charset and a byte order of its own, and numbers as they are', async () => {
      const result = await engine.post('{ "text": "ü", "weight": -0 }', {
        'content-type': 'Application/JSON; charset="UTF-8"',
      });
      expect(result.status).to.equal(201);
      expect(engine.seen?.body).to.deep.equal({ text: 'ü', weight: -0 });
    });
    it('takes duplicate names, the last one counting', async () => {
      await engine.post('{"text":"a","text":"b"}');
      expect(engine.seen?.body).to.deep.equal({ text: 'b' });
    });
    it('takes merge patches by their own media type', async () => {
      const headers = { authorization, 'content-type': 'application/merge-patch+json' };
      expect((await engine.request('PATCH', notePath, { headers, body: '{"text":"a"}' })).status).to.equal(200);
    });
    it('hands text over as text', async () => {
      const headers = { authorization, 'content-type': 'application/x-ndjson' };
      expect((await engine.request('POST', '/api/v2/notes/import', { headers, body: '{}\n{}\n' })).status).to.equal(
        202,
      );
      expect(engine.seen?.body).to.equal('{}\n{}\n');
    });
    it('leaves an optional body undefined', async () => {
      expect((await engine.request('POST', '/api/v2/notes/import', { headers: { authorization } })).status).to.equal(
        202,
      );
      expect(engine.seen?.body).to.equal(undefined);
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
        const result = await engine.post(body);
        expect([result.status, places(result)]).to.deep.equal([400, [place]]);
        expect(engine.seen).to.equal(undefined);
      });
    }
    it('takes sixty levels, and survives a hundred thousand', async () => {
      expect((await engine.post(`{"text":"a","extra":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`)).status).to.equal(201);
      const headers = { authorization, 'content-type': 'application/json' };
      const deep = `${'['.repeat(900)}${']'.repeat(900)}`;
      expect((await engine.request('PATCH', notePath, { headers, body: deep })).status).to.equal(400);
    });

    for (const [name, type, supported] of [
      ['another media type', 'text/plain', 'application/json'],
      ['a suffix that is not declared', 'application/vnd.api+json', 'application/json'],
      ['another charset', 'application/json; charset=iso-8859-1', 'application/json in UTF-8'],
      ['an empty content type', '', 'application/json'],
    ] as const) {
      it(`returns 415 to ${name}, and names what is accepted`, async () => {
        const result = await engine.post('{"text":"a"}', { 'content-type': type });
        expect([result.code, result.params]).to.deep.equal(['unsupported_media_type', { supported }]);
        expect(result.headers.get('accept')).to.equal('application/json');
        expect(result.headers.get('accept-post')).to.equal('application/json');
        expect(result.headers.get('accept-encoding')).to.equal(null);
      });
    }
    it('says by Accept-Patch what patches may be', async () => {
      const headers = { authorization, 'content-type': 'application/xml' };
      const result = await engine.request('PATCH', notePath, { headers, body: '<a/>' });
      const types = 'application/json, application/merge-patch+json';
      expect([result.status, result.params]).to.deep.equal([415, { supported: types }]);
      expect([result.headers.get('accept-patch'), result.headers.get('accept-post')]).to.deep.equal([types, null]);
      const options = await engine.request('OPTIONS', notePath);
      expect([options.headers.get('accept-patch'), options.headers.get('accept-post')]).to.deep.equal([types, null]);
      const collection = await engine.request('OPTIONS', '/api/v2/notes');
      expect(collection.headers.get('accept-patch')).to.equal(null);
      expect(collection.headers.get('accept-post')).to.equal('application/json');
    });
    it('returns 415 to a body without a content type', async () => {
      const head = 'POST /api/v2/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\nConnection: close\r\n';
      expect(await rawStatus(engine.url, `${head}Content-Length: 2\r\n\r\n{}`)).to.equal(415);
    });
    it('takes identity as no encoding', async () => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'identity' };
      expect((await engine.post('{"text":"a"}', headers)).status).to.equal(201);
    });
  });

  describe('how they are compressed', () => {
    const post = (body: Buffer, coding: string, type = 'application/json', path = '/api/v2/notes') =>
      engine.request('POST', path, {
        headers: { authorization, 'content-type': type, 'content-encoding': coding },
        body: new Uint8Array(body),
      });
    const codings: readonly (readonly [header: string, encode: (body: string) => Buffer])[] = [
      ['gzip', gzipSync],
      ['GZip', gzipSync],
      ['x-gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
      [' identity, gzip', gzipSync],
      ['gzip,', gzipSync],
    ];
    for (const [header, encode] of codings) {
      it(`takes ${header}`, async () => {
        expect((await post(encode('{"text":"ü"}'), header)).status).to.equal(201);
        expect(engine.seen?.body).to.deep.equal({ text: 'ü' });
        expect(
          (await post(encode('{}\n{}\n'), header, 'application/x-ndjson', '/api/v2/notes/import')).status,
        ).to.equal(202);
        expect(engine.seen?.body).to.equal('{}\n{}\n');
      });
      it(`names what is wrong with JSON in ${header}, as if it were not compressed`, async () => {
        expect(places(await post(encode('{"text":1}'), header))).to.deep.equal(['body /text type']);
        expect(places(await post(encode('{"text":'), header))).to.deep.equal(['body  malformed_json']);
      });
      it(`returns 413 to what ${header} makes too large, and to what it does not make smaller`, async () => {
        const large = JSON.stringify({ text: 'x'.repeat(3000) });
        expect((await post(encode(large), header)).code).to.equal('payload_too_large');
        expect((await post(Buffer.alloc(2001, 'x'), header)).code).to.equal('payload_too_large');
      });
    }
    for (const header of ['zstd', 'compress', 'gzip, br', 'gzip, gzip', 'aws-chunked', 'gzip;q=1', '*', 'toString']) {
      it(`returns 415 to ${header}, with Accept-Encoding`, async () => {
        const result = await post(gzipSync('{"text":"a"}'), header);
        expect(result.code).to.equal('unsupported_media_type');
        expect(result.headers.get('accept-encoding')).to.equal('gzip, deflate, br');
        expect(result.headers.get('accept')).to.equal(null);
        expect(result.params).to.deep.equal({
          supported: 'an uncompressed body, or one with a single content coding of gzip, deflate, br',
        });
      });
    }
    const wrong: readonly (readonly [name: string, header: string, body: Buffer])[] = [
      ['JSON that is not compressed', 'gzip', Buffer.from('{"text":"a"}')],
      ['gzip called deflate', 'deflate', gzipSync('{"text":"a"}')],
      ['deflate called gzip', 'gzip', deflateSync('{"text":"a"}')],
      ['half of gzip', 'gzip', gzipSync('{"text":"a"}').subarray(0, -9)],
      ['half of deflate', 'deflate', deflateSync('{"text":"a"}').subarray(0, -5)],
      ['half of br', 'br', brotliCompressSync('{"text":"abcdefghijklmnop"}').subarray(0, -4)],
      ['gzip with a wrong sum', 'gzip', withByteChanged(gzipSync('{"text":"a"}'), -6)],
      ['gzip with something behind it', 'gzip', Buffer.concat([gzipSync('{"text":"a"}'), Buffer.from('more')])],
      [
        'deflate with something behind it',
        'deflate',
        Buffer.concat([deflateSync('{"text":"a"}'), Buffer.from('more')]),
      ],
      ['br with something behind it', 'br', Buffer.concat([brotliCompressSync('{"text":"a"}'), Buffer.from('more')])],
    ];
    for (const [name, header, body] of wrong) {
      it(`returns 400 to ${name}`, async () => {
        expect(places(await post(body, header))).to.deep.equal(['body  malformed_encoding']);
        expect(engine.seen).to.equal(undefined);
      });
    }
  });

  describe('how long they are', () => {
    const large = JSON.stringify({ text: 'x'.repeat(3000) });

    it('returns 413 by the announced length, and the connection goes on', async () => {
      const one = request(large.length, large);
      const two = request(12, '{"text":"a"}');
      expect(await rawStatuses(engine.url, one + two, 2)).to.deep.equal([413, 201]);
    });
    it('returns 413 before the body has come', async () => {
      expect(await rawStatuses(engine.url, request(1e9, ''), 1)).to.deep.equal([413]);
    });
    it('returns 413 to a chunked body once it exceeds the limit, and the connection goes on', async () => {
      const chunk = `3e8\r\n${'x'.repeat(1000)}\r\n`;
      const chunked = request(undefined, `${chunk.repeat(5)}0\r\n\r\n`);
      expect(await rawStatuses(engine.url, chunked + request(12, '{"text":"a"}'), 2)).to.deep.equal([413, 201]);
    });
    it('takes a body of exactly the limit', async () => {
      const body = JSON.stringify({ text: 'a' });
      expect((await engine.post(body + ' '.repeat(2000 - body.length))).status).to.equal(201);
      expect((await engine.post(body + ' '.repeat(2001 - body.length))).status).to.equal(413);
    });
    it('takes a body that waits for 100 Continue', async () => {
      const text = request(12, '{"text":"a"}').replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n');
      expect(await rawStatuses(engine.url, text, 2)).to.deep.equal([100, 201]);
    });
    it('reads no body before it knows the caller', async () => {
      const anonymous = request(1e9, '').replace('Bearer admin', 'Bearer nobody');
      expect(await rawStatuses(engine.url, anonymous, 1)).to.deep.equal([401]);
    });
    it('drops the request of a client that goes away in the middle, and opens no unit for it', async () => {
      const steps = engine.db.steps.length;
      const socket = connect(Number(new URL(engine.url).port), '127.0.0.1');
      const { identified } = engine;
      socket.write(request(1000, '{"text":'));
      await eventually(async () => expect(engine.identified).to.equal(identified + 1));
      socket.destroy();
      await once(socket, 'close');
      expect((await engine.post('{"text":"a"}')).status).to.equal(201);
      expect(engine.db.steps.slice(steps)).to.deep.equal(['begin', 'commit']);
    });
  });
});

function request(length: number | undefined, body: string): string {
  const framing = length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  return `POST /api/v2/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer admin\r\nContent-Type: application/json\r\n${framing}\r\n\r\n${body}`;
}

function withByteChanged(bytes: Buffer, place: number): Buffer {
  const changed = Buffer.from(bytes);
  const index = bytes.length + place;
  changed.writeUInt8(255 - changed.readUInt8(index), index);
  return changed;
}
