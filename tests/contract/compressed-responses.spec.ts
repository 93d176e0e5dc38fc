import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { operations as operationsV1 } from '../../generated/v1/operations.ts';
import { operations as operationsV2 } from '../../generated/v2/operations.ts';
import { RecordStreams } from '../../src/contract/response/record-stream.ts';
import { createSession } from '../support/accounts.ts';
import { documentedOperations, type DocumentedOperation } from '../support/contract/document.ts';
import { takes, forEach } from '../support/every-operation.ts';
import { eventually } from '../support/eventually.ts';
import { createProject, createTask } from '../support/factories.ts';
import { prepare } from '../support/preparations.ts';
import { bearer, sampleRequest, unique, type Sample } from '../support/sample-request.ts';
import { useScene } from '../support/scene.ts';
import { createWorld } from '../support/world.ts';

interface Heard {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** As they came over the wire. */
  readonly bytes: Buffer;
  /** With the content coding undone. */
  readonly text: string;
}

function textOf(bytes: Buffer, coding: string | undefined): string {
  if (bytes.length === 0 || coding === undefined) return bytes.toString();
  return (coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString();
}

describe('responses that are compressed', () => {
  const scene = useScene();
  const long = 'A membrane of the pump leaks. '.repeat(100);

  /** node:http, because fetch asks for codings by itself and hides what came. */
  async function ask({ method, target, headers, body }: Sample): Promise<Heard> {
    const outgoing = request(`${scene.app.url}${target}`, { method, headers, agent: false });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const bytes = Buffer.concat((await incoming.toArray()) as Buffer[]);
    const text = method === 'HEAD' ? '' : textOf(bytes, incoming.headers['content-encoding']);
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, bytes, text };
  }
  const get = (target: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Heard> =>
    ask({ method, target, headers: { ...bearer(scene.owner), ...headers }, body: undefined });

  async function longTask(): Promise<string> {
    const project = await createProject(scene.owner);
    return (await createTask(scene.owner, project, { description: long })).id;
  }

  for (const coding of ['gzip', 'br']) {
    it(`${coding}: fewer bytes, the same text, and a tag of its own that conditions know`, async () => {
      const path = `/api/v2/tasks/${await longTask()}`;
      const plain = await get(path);
      const coded = await get(path, { 'accept-encoding': coding });
      expect([plain.headers['content-encoding'], coded.headers['content-encoding']]).to.deep.equal([undefined, coding]);
      expect(coded.text).to.equal(plain.text);
      expect(coded.bytes.length).to.be.below(plain.bytes.length / 3);
      expect(Number(coded.headers['content-length'])).to.equal(coded.bytes.length);
      expect([plain.headers.etag, coded.headers.etag]).to.deep.equal(['"1"', `"1-${coding}"`]);
      for (const { headers } of [plain, coded]) expect(headers.vary!.split(', ')).to.include('Accept-Encoding');

      const tag = coded.headers.etag!;
      for (const known of [tag, `W/${tag}`, `"9", ${tag}`, '"1"']) {
        const fresh = await get(path, { 'accept-encoding': coding, 'if-none-match': known });
        expect([fresh.status, fresh.bytes.length], known).to.deep.equal([304, 0]);
        expect(fresh.headers.etag).to.equal(known.includes('-') ? tag : '"1"');
        expect(fresh.headers.vary!.split(', ')).to.include('Accept-Encoding');
      }
      const head = await get(path, { 'accept-encoding': coding }, 'HEAD');
      expect([head.status, head.bytes.length, head.headers.etag]).to.deep.equal([200, 0, tag]);
      expect(head.headers['content-encoding']).to.equal(coding);

      const patch = (ifMatch: string) =>
        ask({
          method: 'PATCH',
          target: path,
          headers: {
            ...bearer(scene.owner),
            ...{ 'content-type': 'application/merge-patch+json', 'if-match': ifMatch, 'accept-encoding': coding },
          },
          body: '{"title":"Changed"}',
        });
      const changed = await patch(tag);
      expect([changed.status, changed.headers.etag]).to.deep.equal([200, `"2-${coding}"`]);
      expect((await patch(tag)).status).to.equal(412);
      expect((await get(path, { 'accept-encoding': coding, 'if-none-match': tag })).status).to.equal(200);
    });

    it(`${coding}: the replay of an Idempotency-Key, whatever coding it was first asked for in`, async () => {
      const project = await createProject(scene.owner);
      const create = (acceptEncoding: string) =>
        ask({
          method: 'POST',
          target: `/api/v2/projects/${project.id}/tasks`,
          headers: {
            ...bearer(scene.owner),
            ...{ 'content-type': 'application/json', 'idempotency-key': coding, 'accept-encoding': acceptEncoding },
          },
          body: JSON.stringify({ title: 'Leak', description: long }),
        });
      const [first, second] = [await create(coding), await create('identity')];
      expect([first.status, first.headers['content-encoding']]).to.deep.equal([201, coding]);
      expect([second.status, second.headers['content-encoding']]).to.deep.equal([201, undefined]);
      expect([second.headers['idempotency-replayed'], second.text]).to.deep.equal(['true', first.text]);
    });

    for (const type of ['application/json', 'text/csv', 'application/x-ndjson']) {
      it(`${coding}: records of ${type}, as they are made`, async () => {
        const project = await createProject(scene.owner);
        for (let number = 0; number < 20; number++) await createTask(scene.owner, project, { description: long });
        const path = `/api/v2/projects/${project.id}/${type === 'application/json' ? 'tasks' : 'export'}`;
        const plain = await get(path, { accept: type });
        const coded = await get(path, { accept: type, 'accept-encoding': coding });
        expect([plain.status, coded.status, coded.headers['content-encoding']]).to.deep.equal([200, 200, coding]);
        expect(coded.text).to.equal(plain.text);
        expect(coded.bytes.length).to.be.below(plain.bytes.length / 3);
      });
    }
  }

  describe('a stream', () => {
    let server: Server;
    afterEach(() => server.close());

    /** The response to a request that is returned these records, compressed. */
    async function streamed(records: AsyncIterable<string>, stallMs = 5000): Promise<IncomingMessage> {
      const log = { warn: () => undefined, error: () => undefined };
      const streams = new RecordStreams({ openMax: 1, stallMs, durationMaxMs: 60_000 }, log);
      server = createServer((_request, response) => {
        const options = { begin: () => response.writeHead(200), onWrite: () => undefined, facts: {}, response };
        void streams.send({ records, head: '', encode: String }, { ...options, coding: 'gzip' });
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const outgoing = request(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`).end();
      return ((await once(outgoing, 'response')) as [IncomingMessage])[0];
    }

    it('comes piece by piece: what was written can be read before the next is there', async () => {
      let release = (): void => undefined;
      const waits = new Promise<void>((resolve) => (release = resolve));
      async function* records() {
        yield 'x'.repeat(20_000);
        await waits;
        yield 'end';
      }
      const decoder = (await streamed(records())).pipe(createGunzip());
      let text = '';
      decoder.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.length === 20_000) release();
      });
      await once(decoder, 'end');
      expect(text).to.equal(`${'x'.repeat(20_000)}end`);
    });

    for (const [name, leave] of [
      ['goes away', (incoming: IncomingMessage) => incoming.destroy()],
      ['takes nothing', (incoming: IncomingMessage) => incoming.pause()],
    ] as const) {
      it(`ends when its reader ${name}, and with it what makes the records`, async () => {
        let isEnded = false;
        async function* records() {
          try {
            for (;;) yield randomBytes(12_000).toString('base64');
          } finally {
            isEnded = true;
          }
        }
        const incoming = await streamed(records(), 200);
        incoming.on('error', () => undefined);
        leave(incoming);
        await eventually(async () => expect(isEnded).to.equal(true));
        incoming.destroy();
      });
    }
  });

  it('are not where they are short, or where the caller does not ask or prefers them as they are', async () => {
    const project = await createProject(scene.owner);
    const short = await get(`/api/v2/projects/${project.id}/stats`, { 'accept-encoding': 'gzip, br' });
    expect(short.bytes.length).to.be.below(1024);
    expect(short.headers['content-encoding']).to.equal(undefined);
    expect(short.headers.vary!.split(', ')).to.include('Accept-Encoding');
    const path = `/api/v2/tasks/${await longTask()}`;
    for (const headers of [
      {},
      { 'accept-encoding': 'identity' },
      { 'accept-encoding': 'gzip;q=0.5, identity' },
      { 'accept-encoding': 'gzip, br', 'cache-control': 'no-transform' },
    ] as Record<string, string>[]) {
      expect((await get(path, headers)).headers['content-encoding'], JSON.stringify(headers)).to.equal(undefined);
    }
  });

  it('are, short ones too, where the caller takes nothing else; 406 where it takes none of what there is', async () => {
    const project = await createProject(scene.owner);
    for (const path of [`/api/v2/projects/${project.id}/stats`, '/api/openapi.json', '/api']) {
      const only = await get(path, { 'accept-encoding': 'gzip, identity;q=0' });
      expect([only.status, only.headers['content-encoding']], path).to.deep.equal([200, 'gzip']);
      const none = await get(path, { 'accept-encoding': 'deflate, *;q=0' });
      expect([none.status, (JSON.parse(none.text) as { code: string }).code], path).to.deep.equal([
        406,
        'not_acceptable',
      ]);
    }
  });

  it('errors are, where they are long', async () => {
    const project = await createProject(scene.owner);
    const wrong = Object.fromEntries(Array.from({ length: 40 }, (_, number) => [`unknown_${number}`, 1]));
    const refused = await ask({
      method: 'POST',
      target: `/api/v2/projects/${project.id}/tasks`,
      headers: { ...bearer(scene.owner), 'content-type': 'application/json', 'accept-encoding': 'br' },
      body: JSON.stringify(wrong),
    });
    expect([refused.status, refused.headers['content-encoding']]).to.deep.equal([400, 'br']);
    expect((JSON.parse(refused.text) as { errors: unknown[] }).errors.length).to.be.at.least(40);
  });

  it('pages and documents are, by either coding, each under a tag of its own', async () => {
    for (const path of ['/api/openapi.json', '/api/v1/openapi.yaml', '/api/docs']) {
      const [plain, gzip, br] = [
        await get(path),
        await get(path, { 'accept-encoding': 'gzip' }),
        await get(path, { 'accept-encoding': 'br' }),
      ];
      expect([gzip.text === plain.text, br.text === plain.text], path).to.deep.equal([true, true]);
      expect(new Set([plain.headers.etag, gzip.headers.etag, br.headers.etag]).size).to.equal(3);
      const fresh = await get(path, { 'accept-encoding': 'br', 'if-none-match': br.headers.etag! });
      expect(fresh.status).to.equal(304);
    }
  });

  describe('are never where the response holds a secret', () => {
    const holdsSecret = ({ version, id }: DocumentedOperation): boolean =>
      (version === 'v1' ? operationsV1 : operationsV2).some((row) => row.id === id && row.hasSensitiveResponse);
    forEach(documentedOperations.filter(holdsSecret), async (operation) => {
      const { owner, ids } = await createWorld(scene.app);
      const isSecured = (operation.written.security ?? []).length > 0;
      const isForSessions = operation.written['x-problems']?.includes('session_required') === true;
      const sample = unique(sampleRequest(operation, { ...ids, ...(await prepare(scene.app, operation, owner)) }));
      const credential = isForSessions ? await createSession(scene.app, owner) : owner;
      const headers = { ...sample.headers, ...(isSecured ? bearer(credential) : {}) };
      const only = await ask({ ...sample, headers: { ...headers, 'accept-encoding': 'br, identity;q=0' } });
      expect(only.status).to.equal(406);
      const key = takes('Idempotency-Key')(operation) ? { 'idempotency-key': crypto.randomUUID() } : {};
      const response = await ask({ ...sample, headers: { ...headers, ...key, 'accept-encoding': 'gzip, br' } });
      expect(response.status).to.not.equal(406);
      expect(response.headers['content-encoding']).to.equal(undefined);
    });
  });
});
