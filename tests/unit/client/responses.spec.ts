import { expect } from 'chai';
import {
  ArchitectConnectionError,
  ArchitectProblem,
  ArchitectResponseError,
  createArchitect,
  isProblem,
  type ArchitectOptions,
} from '../../../src/client/index.ts';
import { jsonResponse, problemResponse, scriptedFetch, type ScriptedOutcome } from '../../support/scripted-fetch.ts';
import { thrownBy } from '../../support/thrown-by.ts';

const baseUrl = 'http://server.test';
const task_id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300';
const project_id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0200';

function setting(outcomes: readonly ScriptedOutcome[], options: Partial<ArchitectOptions> = { retry: false }) {
  const scripted = scriptedFetch(...outcomes);
  return { ...scripted, client: createArchitect({ baseUrl, fetch: scripted.fetch, ...options }) };
}

describe('responses of the client', () => {
  for (const id of ['getTask', 'createTask'] as const) {
    it(`that are not of ${id} are errors that point to the address, and are not retried`, async () => {
      let isCancelled = false;
      const body = new ReadableStream({ cancel: () => void (isCancelled = true) });
      const page = new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
      const { client, sent } = setting([page], {});
      const calls = {
        getTask: async () => await client.call('getTask', { path: { task_id } }),
        createTask: async () => await client.call('createTask', { path: { project_id }, body: { title: 'Write' } }),
      };
      const error = await thrownBy(calls[id]());
      expect(error).to.be.instanceOf(ArchitectResponseError).with.property('response', page);
      expect(error).to.have.property(
        'message',
        `${id}: the response is 200 text/html, not application/json: check baseUrl`,
      );
      expect([sent.length, isCancelled]).to.deep.equal([1, true]);
    });
  }

  it('that have a page where none is expected do not pass for a deletion', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    const error = await thrownBy(setting([page]).client.call('deleteTask', { path: { task_id } }));
    expect(error).to.have.property('message').that.includes('text/html, not empty: check baseUrl');
    const empty = setting([new Response(null, { status: 204 })]).client;
    expect((await empty.call('deleteTask', { path: { task_id } })).data).to.equal(undefined);
  });

  for (const accept of ['application/x-ndjson', 'text/csv'] as const) {
    for (const body of [null, ''])
      it(`that are an empty ${accept} with the body ${JSON.stringify(body)} are an empty text`, async () => {
        const response = () => new Response(body, { headers: { 'content-type': accept } });
        const { client } = setting([response(), response()]);
        expect((await client.call('exportProject', { path: { project_id }, accept })).data).to.equal('');
        const { body: stream } = await client.stream('exportProject', { path: { project_id }, accept });
        expect(await new Response(stream).text()).to.equal('');
      });
  }

  it('that are empty where JSON is declared are connection errors', async () => {
    const response = new Response('', { headers: { 'content-type': 'application/json' } });
    const error = await thrownBy(setting([response]).client.call('getTask', { path: { task_id } }));
    expect(error).to.be.instanceOf(ArchitectConnectionError).with.property('cause').that.is.instanceOf(SyntaxError);
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

  const texts = { code: 'BAD_GATEWAY', title: 'Bad gateway', detail: 'The server is down.' };
  for (const [name, body] of [
    ['a code that is not a text', { ...texts, code: 502 }],
    ['a title that is not a text', { ...texts, title: null }],
    ['a detail that is not a text', { ...texts, detail: { text: 'down' } }],
    ['errors: null', { ...texts, errors: null }],
    ['errors: {}', { ...texts, errors: {} }],
    ['errors: "none"', { ...texts, errors: 'none' }],
    ['errors: [null]', { ...texts, errors: [null] }],
    ['errors: ["down"]', { ...texts, errors: ['down'] }],
    ['a request_id that is not a text', { ...texts, request_id: 7 }],
    ['the form of v1', { code: 'BAD_GATEWAY', message: 'The server is down.', details: null }],
    ['no members', {}],
    ['null', null],
  ] as const) {
    it(`of a proxy with ${name} are http_502, and are retried`, async () => {
      const response = () => jsonResponse(body, { status: 502 });
      const error = await thrownBy(setting([response()]).client.call('getMe'));
      expect(error).to.be.instanceOf(ArchitectProblem);
      expect(error).to.deep.include({ code: 'http_502', status: 502, errors: [], requestId: undefined });
      const { client, sent } = setting([response(), jsonResponse({ id: '1' })], { retry: { delayMs: 0 } });
      expect((await client.call('getMe')).data).to.deep.equal({ id: '1' });
      expect(sent).to.have.length(2);
    });
  }

  it('with a code that this package does not know are problems with this code', async () => {
    const error = await thrownBy(setting([problemResponse(409, 'moon_is_full')]).client.call('getMe'));
    expect(error).to.deep.include({ name: 'ArchitectProblem', code: 'moon_is_full', requestId: 'r1' });
    expect(isProblem(error)).to.equal(true);
    expect(isProblem(error, 'not_found', 'task_blocked')).to.equal(false);
  });
});
