import { expect } from 'chai';
import { createArchitect, isProblem, type Architect, type OperationId } from '../../../src/client/index.ts';
import { clientOperations } from '../../../generated/client.ts';
import { jsonResponse, problemResponse, scriptedFetch, type ScriptedOutcome } from '../../support/scripted-fetch.ts';
import { thrownBy } from '../../support/thrown-by.ts';

function setting(...outcomes: readonly ScriptedOutcome[]) {
  const scripted = scriptedFetch(...outcomes);
  const client = createArchitect({ baseUrl: 'http://server.test', fetch: scripted.fetch, retry: false });
  return { ...scripted, client };
}

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}

const page = (ids: readonly string[], next_cursor: string | null) =>
  jsonResponse({ data: ids.map((id) => ({ id })), page: { limit: 2, has_more: next_cursor !== null, next_cursor } });

describe('paginate', () => {
  it('returns the entries of all pages, with the filters in each request', async () => {
    const { client, sent } = setting(page(['1', '2'], 'c1'), page(['3'], 'c2'), page([], null));
    const tasks = await collect(client.paginate('listTasks', { query: { limit: 2, status: ['todo'] } }));
    expect(tasks.map(({ id }) => id)).to.deep.equal(['1', '2', '3']);
    expect(sent.map(({ request }) => new URL(request.url).search)).to.deep.equal([
      '?limit=2&status=todo',
      '?limit=2&status=todo&cursor=c1',
      '?limit=2&status=todo&cursor=c2',
    ]);
  });

  it('begins at a cursor', async () => {
    const { client, sent } = setting(page(['3'], null));
    await collect(client.paginate('listTasks', { query: { cursor: 'c1' } }));
    expect(new URL(sent[0]!.request.url).search).to.equal('?cursor=c1');
  });

  it('reads no page before it is needed, and none after the caller stops', async () => {
    const { client, sent } = setting(page(['1', '2'], 'c1'));
    const list = client.paginate('listTasks');
    expect(sent).to.have.length(0);
    for await (const { id } of list) if (id === '2') break;
    expect(sent).to.have.length(1);
  });

  it('begins again with every iteration', async () => {
    const { client } = setting(page(['1'], null), page(['1', '2'], null));
    const list = client.paginate('listTasks');
    expect([(await collect(list)).length, (await collect(list)).length]).to.deep.equal([1, 2]);
  });

  it('returns pages', async () => {
    const { client } = setting(page(['1', '2'], 'c1'), page(['3'], null));
    const pages = await collect(client.paginate('listTasks', { query: { limit: 2 } }).pages());
    expect(pages.map(({ data, page: { has_more } }) => [data.length, has_more])).to.deep.equal([
      [2, true],
      [1, false],
    ]);
  });

  it('throws the problem of a later page', async () => {
    const { client } = setting(page(['1'], 'c1'), problemResponse(403, 'forbidden'));
    expect(isProblem(await thrownBy(collect(client.paginate('listTasks'))), 'forbidden')).to.equal(true);
  });

  const ids = Object.keys(clientOperations) as OperationId[];
  for (const id of ids.filter((one) => !clientOperations[one].isPage)) {
    it(`refuses ${id}, which returns no pages`, () => {
      const { paginate } = setting().client as unknown as { paginate: (id: OperationId) => unknown };
      expect(() => paginate(id)).to.throw(TypeError, `${id} does not return pages`);
    });
  }
});

describe('records', () => {
  const path = { project_id: 'p1' };
  const encoder = new TextEncoder();

  /** A response whose body arrives in the given pieces. */
  function pieces(chunks: readonly (string | Uint8Array | Error)[], onCancel: () => void = () => undefined): Response {
    const rest = [...chunks];
    const body = new ReadableStream(
      {
        pull: (controller) => {
          const chunk = rest.shift();
          if (chunk === undefined) controller.close();
          else if (chunk instanceof Error) controller.error(chunk);
          else controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
        },
        cancel: onCancel,
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
  }

  const records = async (client: Architect) => await collect(client.records('exportProject', { path }));

  it('are parsed, wherever the body is cut into pieces', async () => {
    const bytes = encoder.encode('{"title":"ä"}\n\n{"title":"€"}\r\n{"title":"last"}');
    for (let size = 1; size <= bytes.length; size += 1) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      );
      const { client, sent } = setting(pieces(chunks));
      expect(await records(client)).to.deep.equal([{ title: 'ä' }, { title: '€' }, { title: 'last' }]);
      expect(sent[0]!.request.headers.get('accept')).to.equal('application/x-ndjson');
    }
  });

  it('arrive before the body ends, and a caller that stops closes the connection', async () => {
    let isCancelled = false;
    const response = pieces(['{"title":"a"}\n{"title":"b"}\n', '{"title":"c"}\n'], () => (isCancelled = true));
    const { client } = setting(response);
    for await (const record of client.records('exportProject', { path })) {
      expect(record).to.deep.equal({ title: 'a' });
      break;
    }
    expect(isCancelled).to.equal(true);
  });

  it('end with a connection error if the body is cut', async () => {
    const { client } = setting(pieces(['{"title":"a"}\n', new TypeError('terminated')]));
    const error = await thrownBy(records(client));
    expect(error).to.include({ name: 'ArchitectConnectionError' });
    expect(error).to.have.nested.property('cause.message', 'terminated');
  });

  it('throw a SyntaxError for a line that is not JSON, after the records before it', async () => {
    let isCancelled = false;
    const { client } = setting(pieces(['{"title":"a"}\n<h1>\n', '{"title":"b"}\n'], () => (isCancelled = true)));
    const iterator = client.records('exportProject', { path })[Symbol.asyncIterator]();
    expect((await iterator.next()).value).to.deep.equal({ title: 'a' });
    expect(await thrownBy(iterator.next())).to.be.instanceOf(SyntaxError);
    expect(isCancelled).to.equal(true);
  });

  it('of an empty export are none', async () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    expect(await records(setting(new Response(null, { headers })).client)).to.deep.equal([]);
  });

  it('throw what the loop of the caller throws', async () => {
    const { client } = setting(pieces(['{"title":"a"}\n']));
    const mistake = new Error('mistake of the caller');
    const loop = async () => {
      for await (const record of client.records('exportProject', { path })) if ('title' in record) throw mistake;
    };
    expect(await thrownBy(loop())).to.equal(mistake);
  });
});

describe('update', () => {
  const path = { task_id: 't1' };
  const task = (title: string, version: number) => jsonResponse({ title }, { headers: { etag: `"${version}"` } });

  it('reads, and writes with the ETag that it has read', async () => {
    const { client, sent } = setting(task('a', 1), task('ab', 2));
    const { data, etag } = await client.update('updateTask', { path }, ({ title }) => ({ title: `${title}b` }));
    expect({ data, etag }).to.deep.equal({ data: { title: 'ab' }, etag: '"2"' });
    const [read, write] = sent;
    expect([read!.request.method, write!.request.method]).to.deep.equal(['GET', 'PATCH']);
    expect([write!.request.headers.get('if-match'), write!.body]).to.deep.equal(['"1"', '{"title":"ab"}']);
  });

  it('begins again after 412', async () => {
    const { client, sent } = setting(
      task('a', 1),
      problemResponse(412, 'precondition_failed'),
      task('x', 2),
      task('xb', 3),
    );
    await client.update('updateTask', { path }, async ({ title }) => ({ title: `${title}b` }));
    expect(sent[3]!.body).to.equal('{"title":"xb"}');
    expect(sent[3]!.request.headers.get('if-match')).to.equal('"2"');
  });

  it('gives up after the attempts of the caller', async () => {
    const conflict = () => problemResponse(412, 'precondition_failed');
    const { client, sent } = setting(task('a', 1), conflict(), task('b', 2), conflict());
    const error = await thrownBy(client.update('updateTask', { path, attempts: 2 }, () => ({ title: 'c' })));
    expect(isProblem(error, 'precondition_failed')).to.equal(true);
    expect(sent).to.have.length(4);
  });

  for (const attempts of [NaN, 0, -1, 'four' as unknown as number]) {
    it(`is refused with attempts: ${attempts}, before anything is sent`, async () => {
      const { client, sent } = setting();
      const error = await thrownBy(client.update('updateTask', { path, attempts }, () => ({ title: 'c' })));
      expect(error).to.be.instanceOf(RangeError);
      expect(error).to.have.property('message', `attempts must be a number of 1 or more, not ${attempts}`);
      expect(sent).to.deep.equal([]);
    });
  }

  it('does not repeat other problems, nor what the caller throws', async () => {
    const { client, sent } = setting(task('a', 1), problemResponse(409, 'project_archived'), task('a', 1));
    expect(
      isProblem(await thrownBy(client.update('updateTask', { path }, () => ({ title: 'c' }))), 'project_archived'),
    ).to.equal(true);
    const mistake = new Error('mistake of the caller');
    const change = () => {
      throw mistake;
    };
    expect(await thrownBy(client.update('updateTask', { path }, change))).to.equal(mistake);
    expect(sent).to.have.length(3);
  });

  it('writes nothing without an ETag', async () => {
    const { client, sent } = setting(jsonResponse({ title: 'a' }));
    const error = await thrownBy(client.update('updateTask', { path }, () => ({ title: 'c' })));
    expect(error).to.be.instanceOf(TypeError).with.property('message', 'getTask returned no ETag');
    expect(sent).to.have.length(1);
  });
});
