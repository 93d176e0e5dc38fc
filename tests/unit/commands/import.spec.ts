import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runImportCommand } from '../../../src/commands/import.ts';

const archive = JSON.stringify({ repo: 'meridian/1-core', labels: [], issues: [], pulls: [] });

describe('runImportCommand, when it fails', () => {
  let folder: string;
  let server: Server;
  let baseUrl: string;
  let result: { status: number; body: unknown };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'architect-import-'));
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(result.status, { 'content-type': 'application/json' }).end(JSON.stringify(result.body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(async () => {
    rmSync(folder, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
  });

  async function failureOf(
    content: string | Buffer | undefined,
    name = 'archive.json',
    charset?: string,
  ): Promise<string> {
    const file = join(folder, name);
    if (content === undefined) rmSync(file, { force: true });
    else writeFileSync(file, content);
    const command = { file, projectKey: undefined, charset, baseUrl, apiKey: 'ak_unknown' };
    return runImportCommand(command, process.stdout).then(
      () => 'it succeeded',
      (error: unknown) => (error as Error).message,
    );
  }

  it('names the file that it cannot read', async () => {
    expect(await failureOf(undefined)).to.match(/^cannot read .*archive\.json: ENOENT/);
  });

  it('lists the known extensions', async () => {
    expect(await failureOf('title', 'tasks.xlsx')).to.match(
      /tasks\.xlsx ends with \.xlsx: name it \.json \(a GitHub archive\), \.csv or \.ndjson$/,
    );
    expect(await failureOf('title', 'tasks')).to.match(/tasks has no extension: name it/);
  });

  it('says that a file is not JSON', async () => {
    expect(await failureOf('{')).to.match(/archive\.json is not JSON: /);
  });

  it('lists the required members of an archive', async () => {
    for (const content of ['null', '7', '{"repo":"a/b","labels":[],"issues":[]}']) {
      expect(await failureOf(content)).to.contain('it must have repo, labels, issues and pulls');
    }
  });

  it('says how to write a list of issues that names no repository', async () => {
    expect(await failureOf('[{"number":1,"title":"a"}]')).to.match(
      /none of its records has the URL .*gh issue list --state all/,
    );
  });

  it('asks for the encoding of a text that is not UTF-8', async () => {
    const latin = Buffer.from('title\ncaf\xe9\n', 'latin1');
    expect(await failureOf(latin, 'tasks.csv')).to.match(
      /tasks\.csv is not UTF-8: name its encoding, for example --charset/,
    );
    expect(await failureOf(latin, 'tasks.csv', 'klingon')).to.equal(
      'unknown charset klingon: use a name such as utf-8 or windows-1252',
    );
    expect(await failureOf(latin, 'tasks.csv', 'utf-16le')).to.match(
      /tasks\.csv is not utf-16le: name its encoding with --charset$/,
    );
  });

  it('reports immediately that no server responds, with its address', async () => {
    const there = baseUrl;
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    await new Promise((resolve) => gone.close(resolve));
    const failure = await failureOf(archive);
    const expected = `no server responds at ${baseUrl}: start it with \`make run\`, or set PORT or ARCHITECT_URL to its address`;
    baseUrl = there;
    expect(failure).to.equal(expected);
  });

  it('shows the problem of the server with every violation', async () => {
    const errors = [
      { in: 'query', parameter: 'key', code: 'pattern', detail: 'must match' },
      { in: 'body', pointer: '/repo', code: 'type', detail: 'must be string' },
    ];
    result = {
      status: 400,
      body: { status: 400, code: 'validation_failed', title: 'Invalid', detail: 'It breaks the contract.', errors },
    };
    expect(await failureOf(archive)).to.equal(
      'the server returned 400 validation_failed: It breaks the contract.\n  query key: must match\n  body /repo: must be string',
    );
  });

  it('shows each text of the server as one line without control characters', async () => {
    const errors = [{ in: 'body', pointer: '/a\n::error::', code: 'type', detail: 'must\u001b[2J be\u202e' }];
    result = { status: 400, body: { status: 400, code: 'x\ny', title: 'No', detail: 'No.\r\nimported', errors } };
    expect(await failureOf(archive)).to.equal(
      String.raw`the server returned 400 x\u000ay: No.\u000d\u000aimported` +
        String.raw`NEXT  body /a\u000a::error::: must\u001b[2J be\u202e`.replace('NEXT', '\n'),
    );
  });

  it('shows the status of a server that is not Architect', async () => {
    const problem = { code: 'NOT_FOUND', title: 'Not found', detail: 'There is no such page.' };
    for (const body of ['no such page', { ...problem, errors: {} }, { ...problem, errors: [null] }, { code: 404 }]) {
      result = { status: 404, body };
      expect(await failureOf(archive)).to.equal('the server returned 404');
    }
  });
});
