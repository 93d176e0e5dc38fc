import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import type { AnyResponse, StreamLimits } from '../../../../src/contract/options.ts';
import { AppError } from '../../../../src/problems/app-error.ts';
import { eventually } from '../../../support/eventually.ts';
import { openStream } from '../../../support/open-stream.ts';
import {
  noteRow,
  serveEngine,
  streamOf,
  workingHandlers,
  type ServedEngine,
} from '../../../support/engine/served-engine.ts';

const path = '/api/v2/notes/export';
const authorization = 'Bearer viewer';
const long = 'a'.repeat(200);

/** So many notes that they do not fit into what a socket takes ahead of its reader. */
async function* manyNotes(state: { read: number; isEnded: boolean }, count = 100_000): AsyncGenerator<object> {
  try {
    for (; state.read < count; state.read++) yield await Promise.resolve({ ...noteRow, text: long });
  } finally {
    state.isEnded = true;
  }
}

describe('the engine and streams of records', () => {
  let body: unknown;
  let headers: AnyResponse['headers'];
  let preferred: (string | undefined)[];
  let served: ServedEngine;

  async function serve(streams?: StreamLimits): Promise<ServedEngine> {
    const exportNotes = async ({ media_type }: { readonly media_type: string | undefined }): Promise<AnyResponse> => {
      preferred.push(media_type);
      return { status: 200, body, headers };
    };
    return serveEngine({ ...workingHandlers, exportNotes }, streams === undefined ? {} : { streams });
  }
  const get = (accept?: string, method = 'GET') =>
    served.request(method, path, { headers: accept === undefined ? { authorization } : { authorization, accept } });

  beforeEach(() => {
    preferred = [];
    headers = undefined;
  });

  describe('that keep the contract', () => {
    before(async () => {
      served = await serve();
    });
    after(() => served.close());

    it('sends one line of JSON for each record, and the first media type to who has no preference', async () => {
      body = streamOf([noteRow, { ...noteRow, text: 'Two\nlines' }]);
      const result = await get();
      expect(result.headers.get('content-type')).to.equal('application/x-ndjson');
      expect(result.headers.get('cache-control')).to.equal('no-store');
      expect(result.text).to.equal(
        `${JSON.stringify(noteRow)}\n${JSON.stringify({ ...noteRow, text: 'Two\nlines' })}\n`,
      );
      expect(preferred).to.deep.equal(['application/x-ndjson']);
      expect(served.states.at(-1)?.streamed_bytes).to.equal(Buffer.byteLength(result.text));
    });
    it('sends CSV to who prefers it, with the members of the schema as header', async () => {
      const { id } = noteRow;
      body = streamOf([
        { id, text: 'Say "two,\nthree"', colours: ['red', 'light, blue', ' x'] },
        { id, text: '=1+1', colours: [] },
        { id, text: null, colours: ['-red'] },
      ]);
      const result = await get('text/csv');
      expect(result.headers.get('content-type')).to.equal('text/csv');
      expect(result.text.split('\r\n')).to.deep.equal([
        'id,text,colours',
        `${id},"Say ""two,\nthree""","red,""light, blue"","" x"""`,
        `${id},'=1+1,""`,
        `${id},,'-red`,
        '',
      ]);
    });
    it('sends the header of CSV, and an empty body of NDJSON, where there are no records', async () => {
      body = streamOf([]);
      expect((await get('text/csv')).text).to.equal('id,text,colours\r\n');
      body = streamOf([]);
      const result = await get('application/x-ndjson');
      expect([result.status, result.text]).to.deep.equal([200, '']);
    });
    it('returns 406 to who takes neither', async () => {
      const result = await get('application/json');
      expect([result.status, result.params['offered']]).to.deep.equal([406, 'application/x-ndjson, text/csv']);
    });
    it('tells HEAD what GET would say, and reads nothing', async () => {
      const state = { read: 0, isEnded: false };
      body = manyNotes(state);
      const result = await get('text/csv', 'HEAD');
      expect([result.status, result.headers.get('content-type'), result.text]).to.deep.equal([200, 'text/csv', '']);
      expect(state).to.deep.equal({ read: 0, isEnded: false });
    });
    it('returns what fails before the first bytes like any other error', async () => {
      body = (async function* () {
        yield await Promise.resolve(noteRow);
        throw new AppError('service_unavailable', 503);
      })();
      expect((await get()).code).to.equal('service_unavailable');
    });
  });

  describe('that break the contract', () => {
    before(async () => {
      served = await serve();
    });
    after(() => served.close());

    it('are 500 where the body is neither a stream nor a list', async () => {
      body = noteRow;
      expect((await get()).code).to.equal('contract_violated');
    });
    it('are 500 where the first record is wrong, with nothing of it in the response', async () => {
      body = streamOf([{ ...noteRow, password_hash: 'top-secret' }]);
      const result = await get();
      expect([result.status, result.code]).to.deep.equal([500, 'contract_violated']);
      expect(result.text).not.to.include('top-secret');
      expect(result.headers.get('content-type')).to.match(/json/);
    });
    it('end without their last chunk where a later record is wrong, logged and counted', async () => {
      const counts = { logged: served.logged.length, violated: served.violated.length };
      const wrong = { ...noteRow, colour: 'top-secret' };
      body = streamOf([...Array.from({ length: 1000 }, () => noteRow), wrong, noteRow]);
      const response = await fetch(served.url + path, { headers: { authorization } });
      expect(response.status).to.equal(200);
      const failure = await response.text().then(
        (text) => `it was read to its end: ${text.length}`,
        (error: unknown) => String(error),
      );
      expect(failure).to.equal('TypeError: terminated');
      expect(served.violated.slice(counts.violated)).to.deep.equal(['exportNotes body /colour']);
      const [line] = served.logged.slice(counts.logged);
      expect(line).to.include({ operation: 'v2.exportNotes', status: 200, pointer: '/colour', keyword: 'enum' });
      expect(JSON.stringify(line)).not.to.include('top-secret');
    });
  });

  describe('and their readers', () => {
    const limits = { openMax: 2, stallMs: 200, durationMaxMs: 60_000 };

    /** Asks for a stream over a socket that reads nothing until it is told to. */
    function ask() {
      const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
      socket.pause();
      socket.on('error', () => undefined);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n\r\n`);
      return socket;
    }

    beforeEach(async () => {
      served = await serve(limits);
    });
    afterEach(() => served.close());

    it('sends no faster than the reader takes', async () => {
      await served.close();
      served = await serve({ ...limits, stallMs: 10_000 });
      const state = { read: 0, isEnded: false };
      body = manyNotes(state);
      const socket = ask();
      await eventually(async () => {
        const { read } = state;
        await delay(50);
        if (read === 0 || read !== state.read) throw new Error(`it still reads: ${state.read}`);
      });
      expect(state.read).to.be.below(90_000);
      socket.destroy();
      await eventually(async () => expect(state.isEnded).to.equal(true));
    });
    it('sends the first bytes before the last record is there', async () => {
      let release = (): void => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      body = (async function* () {
        for (let index = 0; index < 500; index++) yield await Promise.resolve(noteRow);
        await gate;
        yield noteRow;
      })();
      const stream = await openStream(served.url + path, { authorization });
      const first = await stream.next();
      expect(first?.length).to.be.above(1000);
      release();
      const length = first!.length + (await stream.rest()).length;
      expect(length).to.equal(501 * (JSON.stringify(noteRow).length + 1));
    });
    it('stops reading when the reader goes away', async () => {
      const state = { read: 0, isEnded: false };
      body = manyNotes(state, 10_000_000);
      const stream = await openStream(served.url + path, { authorization });
      await stream.next();
      stream.abort();
      await eventually(async () => expect(state.isEnded).to.equal(true));
      expect(state.read).to.be.below(10_000_000);
      expect(served.logged).to.deep.equal([]);
    });
    it('cuts off who takes nothing for too long', async () => {
      const state = { read: 0, isEnded: false };
      body = manyNotes(state);
      ask();
      await eventually(async () => expect(state.isEnded).to.equal(true));
      expect(served.logged).to.deep.equal([{ request_id: 'request-1', operation: 'v2.exportNotes', cause: 'stalled' }]);
    });
    it('cuts off what takes too long', async () => {
      await served.close();
      served = await serve({ ...limits, durationMaxMs: 50 });
      body = (async function* () {
        for (;;) {
          await delay(1);
          yield { ...noteRow, text: long };
        }
      })();
      const failure = await served.request('GET', path, { headers: { authorization } }).then(
        () => 'it ended',
        () => 'it broke off',
      );
      expect(failure).to.equal('it broke off');
      expect(served.logged[0]).to.include({ cause: 'slow' });
    });
    it('returns 503 where too many are on their way, and again once one has ended', async () => {
      await served.close();
      served = await serve({ ...limits, stallMs: 10_000 });
      const states = [0, 1].map(() => ({ read: 0, isEnded: false }));
      const sockets = [];
      for (const state of states) {
        body = manyNotes(state);
        sockets.push(ask());
        await eventually(async () => expect(state.read).to.be.above(0));
      }
      body = streamOf([noteRow]);
      const refused = await get();
      expect([refused.status, refused.code, refused.headers.get('retry-after')]).to.deep.equal([
        503,
        'overloaded',
        '1',
      ]);
      sockets[0]?.destroy();
      await eventually(async () => expect(states[0]?.isEnded).to.equal(true));
      expect((await get()).status).to.equal(200);
      sockets[1]?.destroy();
    });
  });
});
