import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { operations } from '../../generated/v2/operations.ts';
import type { ArazzoDocument } from '../../src/http/site/workflows/workflows.ts';
import { checkedFetch } from '../support/contract/checked-fetch.ts';
import { createMailbox } from '../support/mailbox.ts';
import { prepareServer, readDemoKey, type ServerProcess } from '../support/server-process.ts';

// The workflows as others get them, from the server, and run with Redocly's runner against that server. It also holds
// every response against the served document.

const root = join(import.meta.dirname, '../..');
const redocly = join(root, 'node_modules/.bin/redocly');
const password = 'nine harbours in one night';

type Inputs = Readonly<Record<string, string>>;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

interface Listed {
  readonly name: string;
  readonly yaml: string;
  readonly json: string;
  readonly workflows: readonly { readonly id: string }[];
}

describe('the workflows', function () {
  this.timeout(120_000);
  let server: ServerProcess;
  let folder: string;
  let listed: readonly Listed[];
  let key: string;

  const textOf = async (url: string, accept = '*/*'): Promise<string> => {
    const response = await checkedFetch(url, { headers: { accept } });
    expect(response.status, url).to.equal(200);
    return response.text();
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'architect-workflows-'));
    server = await prepareServer({ NODE_ENV: 'development', RATE_LIMIT_ENABLED: 'false' });
    await server.start();
    key = await readDemoKey(server);
    const list = await textOf(`${server.url}/api/workflows`, 'application/json');
    listed = (JSON.parse(list) as { data: Listed[] }).data;
    for (const { name, yaml } of listed) await writeFile(join(folder, `${name}.arazzo.yaml`), await textOf(yaml));
  });
  after(async () => {
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  async function runRedocly(...args: string[]): Promise<Ended> {
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', NO_COLOR: '1' };
    const child = spawn(redocly, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  }
  const respect = (file: string, workflow: string, inputs: Inputs): Promise<Ended> =>
    runRedocly(
      ...['respect', `${file}.arazzo.yaml`, '--workflow', workflow, '--server', `architect=${server.url}`],
      ...Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
    );

  async function createProject(projectKey: string): Promise<string> {
    const response = await checkedFetch(`${server.url}/api/v2/projects`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key: projectKey, name: 'Workflows' }),
    });
    expect(response.status).to.equal(201);
    return ((await response.json()) as { id: string }).id;
  }

  /** What each workflow needs, by file and workflow, in the order of a reader. */
  const runs: readonly (readonly [file: string, workflow: string, inputs: () => Promise<Inputs>])[] = [
    [
      ...(['onboarding', 'register'] as const),
      async () => ({ name: 'Vera Holt', email: 'vera@workflows.example', password }),
    ],
    [
      ...(['onboarding', 'begin'] as const),
      async () => {
        const mail = await createMailbox(join(server.dataDir, 'mail')).next('vera@workflows.example', 20_000);
        const token = new URL(mail.link!).hash.replace('#token=', '');
        return { email: 'vera@workflows.example', password, token, project_key: 'VERA' };
      },
    ],
    ['task-life-cycle', 'task-life-cycle', async () => ({ api_key: key, project_id: await createProject('LIFE') })],
    [
      'error-to-regression',
      'error-to-regression',
      async () => ({ api_key: key, project_id: await createProject('TIDE') }),
    ],
    ['import-and-follow', 'import-and-follow', async () => ({ api_key: key, project_id: await createProject('MOVE') })],
    ['key-rotation', 'key-rotation', async () => ({ api_key: key })],
  ];

  it('are all listed, and all run here', async () => {
    const files = (await readdir(join(root, 'openapi/workflows'))).map((file) => file.replace('.arazzo.yaml', ''));
    expect(listed.map(({ name }) => name)).to.deep.equal(files.sort());
    const ids = listed.flatMap(({ name, workflows }) => workflows.map(({ id }) => `${name} ${id}`));
    expect(runs.map(([file, workflow]) => `${file} ${workflow}`)).to.have.members(ids);
  });

  it('are valid, and use operations of the served contract', async () => {
    for (const { name, json } of listed) {
      const { code, output } = await runRedocly('lint', `${name}.arazzo.yaml`);
      expect(code, output).to.equal(0);
      const document = JSON.parse(await textOf(json)) as ArazzoDocument;
      // The same origin as that of the document: the server's public address.
      expect(document.sourceDescriptions.map(({ url }) => url)).to.deep.equal([
        new URL('/api/v2/openapi.json', json).href,
      ]);
      const used = document.workflows.flatMap(({ steps }) => steps.map(({ operationId }) => operationId));
      expect(operations.map(({ id }) => id)).to.include.members(used);
    }
  });

  for (const [file, workflow, inputsOf] of runs) {
    it(`${file}: ${workflow} succeeds`, async () => {
      const { code, output } = await respect(file, workflow, await inputsOf());
      expect(code, output).to.equal(0);
      expect(output).to.match(/Workflows: 1 passed, 1 total/);
    });
  }

  it('fail where a criterion does not hold', async () => {
    const file = join(folder, 'key-rotation.arazzo.yaml');
    const written = await readFile(file, 'utf8');
    const wrong = written.replace('condition: $statusCode == 204', 'condition: $statusCode == 200');
    expect(wrong).not.to.equal(written);
    await writeFile(join(folder, 'wrong.arazzo.yaml'), wrong);
    const { code, output } = await respect('wrong', 'key-rotation', { api_key: key });
    expect(code, output).to.equal(1);
    expect(output).to.include('step delete');
  });

  it('have a page that describes each step, and no page for an unknown name', async () => {
    const page = await textOf(`${server.url}/api/workflows`, 'text/html');
    const document = JSON.parse(await textOf(listed[0]!.json)) as ArazzoDocument;
    for (const { steps } of document.workflows)
      for (const { operationId } of steps) expect(page).to.include(`<a href="/api/redoc#operation/${operationId}">`);
    for (const name of ['unknown.arazzo.yaml', 'onboarding', 'onboarding.arazzo.txt', '..%2fv2.yaml'])
      expect((await checkedFetch(`${server.url}/api/workflows/${name}`)).status, name).to.equal(404);
  });
});
