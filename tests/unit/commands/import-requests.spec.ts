import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { json, text } from 'node:stream/consumers';
import { expect } from 'chai';
import type { Import } from '../../../generated/v2/types.ts';
import { runImportCommand } from '../../../src/commands/import.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly body: unknown;
}
interface GivenResponse {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: string;
}

const project = { id: 'project', key: 'CORE', name: 'core' };
const none = { created: 0, unchanged: 0, refused: 0 };
const kinds: readonly (keyof Import['counts'])[] = [
  ...(['labels', 'milestones', 'tasks', 'issues', 'pull_requests', 'comments'] as const),
  ...(['reviews', 'review_comments', 'dependencies'] as const),
];
const ended = {
  id: 'import',
  status: 'completed',
  failure: null,
  finished_at: '2026-11-29T07:00:00.000Z',
  records_done: 1,
  records_total: 1,
  refused: [],
  counts: { ...Object.fromEntries(kinds.map((kind) => [kind, none])), tasks: { ...none, created: 1 } },
};

describe('runImportCommand: the requests that it sends', () => {
  let folder: string;
  let server: Server;
  let baseUrl: string;
  let requests: Request[];
  /** Responses to the upload; the last one is repeated. */
  let uploads: GivenResponse[];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'architect-import-'));
    server = createServer((request, response) => {
      void respond(request).then(({ status, body, retryAfter = '0' }) =>
        response
          .writeHead(status, { 'content-type': 'application/json', 'retry-after': retryAfter })
          .end(JSON.stringify(body)),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    requests = [];
    uploads = [{ status: 202, body: ended }];
  });

  async function respond(request: IncomingMessage): Promise<GivenResponse> {
    const { method = '', url: path = '', headers } = request;
    const isJson = method === 'POST' && headers['content-type'] === 'application/json';
    const body = isJson ? await json(request) : void request.resume();
    requests.push({ method, path, key: headers['idempotency-key'] as string | undefined, body });
    if (path.endsWith('/imports?source=csv')) return uploads.length > 1 ? uploads.shift()! : uploads[0]!;
    if (method === 'POST') return { status: 201, body: project };
    return { status: 200, body: path.startsWith('/health') ? { alive: true } : { data: [] } };
  }

  async function run(name: string): Promise<string> {
    const file = join(folder, name);
    writeFileSync(file, 'title\na\n');
    const out = new PassThrough();
    const written = text(out);
    const printer = out as unknown as NodeJS.WriteStream;
    await runImportCommand({ file, projectKey: undefined, baseUrl, apiKey: 'ak_known' }, printer).finally(() =>
      out.end(),
    );
    return written;
  }
  const sent = (method: string, end: string): Request[] =>
    requests.filter((request) => request.method === method && request.path.endsWith(end));

  for (const [name, key] of [
    ['2024-plan.csv', 'PLAN'],
    ['road map 2.csv', 'ROADMAP2'],
    ['a-very-long-name.csv', 'AVERYLONGN'],
    ['7.csv', 'IMPORT'],
    ['x.csv', 'IMPORT'],
  ] as const) {
    it(`make the key ${key} of ${name}`, async () => {
      await run(name);
      expect(sent('POST', '/projects')[0]!.body).to.include({ key, name: name.slice(0, -4) });
    });
  }

  it('cut a name that is longer than a project may have', async () => {
    await run(`${'n'.repeat(120)}.csv`);
    expect(sent('POST', '/projects')[0]!.body).to.include({ name: 'n'.repeat(100) });
  });

  it('repeat the upload under one key while the server is busy', async () => {
    const busy = [503, 429].map((status) => ({ status, body: { code: 'busy', status, title: '', detail: '' } }));
    const inProgress = { status: 409, body: { code: 'idempotency_in_progress', status: 409, title: '', detail: '' } };
    uploads.unshift(...busy, inProgress);
    await run('core.csv');
    const keys = sent('POST', '/imports?source=csv').map(({ key }) => key);
    expect(keys).to.have.length(4);
    expect(keys[0]).to.match(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).to.equal(1);
    const [created] = sent('POST', '/projects');
    expect(created!.key).to.match(/^[0-9a-f-]{36}$/);
    expect(created!.key).to.not.equal(keys[0]);
  });

  it('print texts of the file and of the server as one line each, without control characters', async () => {
    const refused = [{ record: 'task\n1', line: 2, code: 'invalid', reason: 'title\u001b[31m\n::error::x' }];
    const counts = { ...ended.counts, tasks: { ...none, created: 1, refused: 1 } };
    uploads = [{ status: 202, body: { ...ended, refused, counts } }];
    const printed = await run('a\u009b2J\u202e.csv');
    expect(printed).to.include(String.raw`importing a\u009b2J\u202e.csv (a\u009b2J\u202e) into CORE`);
    expect(printed).to.include(String.raw`refused task\u000a1 (line 2): title\u001b[31m\u000a::error::x`);
    expect(printed.replaceAll('\n', '')).not.to.match(/[\p{Cc}\p{Cf}]/u);
  });

  for (const retryAfter of ['61', '2592000', 'Fri, 01 Jan 2100 00:00:00 GMT']) {
    it(`end, and do not wait for longer than a minute, as after Retry-After: ${retryAfter}`, async () => {
      uploads = [{ status: 503, body: { code: 'overloaded', title: 'Overloaded', detail: 'Later.' }, retryAfter }];
      uploads.push({ status: 202, body: ended });
      const failure = await run('core.csv').catch((error: unknown) => error);
      expect(failure).to.have.property('message', 'the server returned 503 overloaded: Later.');
      expect(sent('POST', '/imports?source=csv')).to.have.length(1);
    });
  }

  it('are repeated after a Retry-After in the past', async () => {
    const retryAfter = 'Fri, 01 Jan 2021 00:00:00 GMT';
    uploads.unshift({ status: 503, body: { code: 'overloaded', title: '', detail: '' }, retryAfter });
    await run('core.csv');
    expect(sent('POST', '/imports?source=csv')).to.have.length(2);
  });

  it('take the new project back when the upload is refused', async () => {
    uploads = [{ status: 422, body: { code: 'invalid_request', title: 'Invalid', detail: 'no title' } }];
    const failure = await run('core.csv').catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'the server returned 422 invalid_request: no title');
    expect(sent('POST', '/imports?source=csv')).to.have.length(1);
    expect(sent('DELETE', `/projects/${project.id}`)).to.have.length(1);
  });
});
