import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { createArchitect, type ArchitectOptions } from '../../../src/client/index.ts';
import { jsonResponse, problemResponse, scriptedFetch, type ScriptedOutcome } from '../../support/scripted-fetch.ts';
import { thrownBy } from '../../support/thrown-by.ts';

const baseUrl = 'http://server.test';
const task_id = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300';

function setting(outcomes: readonly ScriptedOutcome[], options: Partial<ArchitectOptions> = {}) {
  const scripted = scriptedFetch(...outcomes);
  return { ...scripted, client: createArchitect({ baseUrl, fetch: scripted.fetch, retry: false, ...options }) };
}

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
    void setImmediate().then(() => {
      controller.abort(reason);
    });
    expect(await thrownBy(call)).to.equal(reason);
    expect(sent).to.have.length(1);
  });

  const ndjson = (chunks: readonly string[]) => {
    const body = ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  };
  const page = (ids: readonly string[], next_cursor: string | null) =>
    jsonResponse({ data: ids.map((id) => ({ id })), page: { limit: 2, has_more: next_cursor !== null, next_cursor } });
  const exported = { path: { project_id: task_id } };

  /** Each list with three entries; the abort comes after the entry of the given number. */
  const lists: Readonly<Record<string, (signal: AbortSignal) => AsyncIterable<unknown>>> = {
    'records of one piece': (signal) =>
      setting([ndjson(['{"a":1}\n{"a":2}\n{"a":3}\n'])]).client.records('exportProject', { ...exported, signal }),
    'records without a line break at the end': (signal) =>
      setting([ndjson(['{"a":1}\n{"a":2}\n{"a":3}'])]).client.records('exportProject', { ...exported, signal }),
    'records of several pieces': (signal) =>
      setting([ndjson(['{"a":1}\n', '{"a":2}\n', '{"a":3}\n'])]).client.records('exportProject', {
        ...exported,
        signal,
      }),
    'entries of one page': (signal) => setting([page(['1', '2', '3'], null)]).client.paginate('listTasks', { signal }),
    'entries of several pages': (signal) =>
      setting([page(['1', '2'], 'c1'), page(['3'], null)]).client.paginate('listTasks', { signal }),
    pages: (signal) =>
      setting([page(['1'], 'c1'), page(['2'], 'c2'), page(['3'], null)])
        .client.paginate('listTasks', { signal })
        .pages(),
  };
  for (const [name, list] of Object.entries(lists)) {
    for (const count of [1, 2, 3])
      it(`ends ${name} after number ${count} with its reason, whatever has arrived`, async () => {
        const controller = new AbortController();
        const reason = new Error('gone');
        let received = 0;
        const loop = async () => {
          for await (const entry of list(controller.signal)) {
            expect(entry).to.be.an('object');
            received += 1;
            if (received === count) controller.abort(reason);
          }
        };
        expect(await thrownBy(loop())).to.equal(reason);
        expect(received).to.equal(count);
      });
  }

  it('that aborts while a page or a piece arrives ends the list, also with a fetch that ignores it', async () => {
    for (const [response, listOf] of [
      [page(['1'], null), ({ client }, signal) => client.paginate('listTasks', { signal })],
      [page(['1'], null), ({ client }, signal) => client.paginate('listTasks', { signal }).pages()],
      [ndjson(['{"a":1}\n']), ({ client }, signal) => client.records('exportProject', { ...exported, signal })],
    ] satisfies [Response, (set: ReturnType<typeof setting>, signal: AbortSignal) => AsyncIterable<unknown>][]) {
      const controller = new AbortController();
      const reason = new Error('gone');
      const aborting = () => {
        controller.abort(reason);
        return response;
      };
      const iterator = listOf(setting([aborting]), controller.signal)[Symbol.asyncIterator]();
      expect(await thrownBy(iterator.next())).to.equal(reason);
    }
  });
});

describe('an abort signal of a stream', () => {
  it('ends the connection long after the response has begun', async () => {
    // Node keeps the abort of a request only as long as the request is not collected.
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' }).write('{"a":1}\n');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const client = createArchitect({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
      const controller = new AbortController();
      const input = { path: { project_id: task_id }, signal: controller.signal };
      const { body } = await client.stream('exportProject', input);
      const reader = body.getReader();
      await reader.read();
      const next = thrownBy(reader.read());
      for (let round = 0; round < 10; round += 1) {
        await setImmediate();
        collectGarbage();
      }
      const reason = new Error('gone');
      controller.abort(reason);
      expect(await next).to.equal(reason);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
