import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { operations } from '../../generated/v2/operations.ts';
import { documentedOperations } from '../support/contract/document.ts';
import { prepareServer, readDemoKey, type ServerProcess } from '../support/server-process.ts';

// docs/FUZZING.md as a partner follows it: a server as `make run` starts it, an empty folder with the settings that the
// page shows, and Schemathesis without a hook. How far it comes is bounded by time, of which an idle
// machine needs a sixth; tests/fuzz looks at everything.

const root = join(import.meta.dirname, '../..');
const SECONDS = 60;

interface Run {
  readonly code: number | null;
  readonly output: string;
}

describe('docs/FUZZING.md', function () {
  this.timeout(180_000);
  let page: string;
  let settings: readonly string[];
  let server: ServerProcess;
  let folder: string;

  before(async () => {
    page = await readFile(join(root, 'docs/FUZZING.md'), 'utf8');
    settings = [...page.matchAll(/^```toml\n(?<text>.*?)^```$/gms)].map(({ groups }) => groups!['text']!);
    folder = await mkdtemp(join(tmpdir(), 'architect-fuzzing-'));
    server = await prepareServer({ NODE_ENV: 'development', RATE_LIMIT_ENABLED: 'false' });
    await server.start();
  });
  after(async () => {
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  async function runSchemathesis(toml: string, args: readonly string[]): Promise<Run> {
    await writeFile(join(folder, 'schemathesis.toml'), toml);
    const key = await readDemoKey(server);
    const child = spawn(
      join(root, '.venv/bin/schemathesis'),
      ['run', `${server.url}/api/openapi.json`, '--seed', '20261123', '--no-color', ...args],
      { cwd: folder, env: { ...process.env, ARCHITECT_API_KEY: key }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const missing = once(child, 'error').then(([error]: unknown[]) => {
      throw new Error('Schemathesis is missing: run `make venv`', { cause: error });
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const [code] = (await Promise.race([missing, once(child, 'close')])) as [number | null];
    return { code, output };
  }

  it('installs the version that make test runs', async () => {
    const requirements = await readFile(join(root, 'tests/fuzz/requirements.txt'), 'utf8');
    const installed = /pip install (?<package>schemathesis==\S+)/.exec(page)?.groups?.['package'];
    expect(requirements.split('\n')).to.include(installed);
  });

  /** The operations that each block of settings leaves out: those of every run, and those beside them of a shared server. */
  function leftOut(): string[][] {
    const lists = settings.map((text) => /include-operation-id = \[(?<ids>[^\]]*)\]/.exec(text)!.groups!['ids']!);
    return lists.map((ids) => [...ids.matchAll(/"(?<id>\w+)"/g)].map(({ groups }) => groups!['id']!));
  }

  it('leaves out operations that the contract has, and gives the reason in every run', () => {
    expect(operations.map(({ id }) => id)).to.include.members(leftOut().flat());
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    expect(leftOut()[0]!.filter((id) => !rows.some((row) => row.includes(`\`${id}\``)))).to.deep.equal([]);
  });

  it('leaves out what is limited most and what sends mail, where others use the server', () => {
    const { tag } = /include-tag = \["(?<tag>\w+)"\]/.exec(settings[1]!)!.groups!;
    const current = documentedOperations.filter(({ version }) => version === 'v2');
    const own = current.filter(({ written }) => written['x-rate-limit'] === 'auth');
    expect(own).to.have.length.above(5);
    const left = own.filter(({ id, written }) => !written.tags.includes(tag!) && !leftOut()[1]!.includes(id));
    expect(left.map(({ id }) => id)).to.deep.equal([]);
  });

  it('shows settings with which plain Schemathesis tests every other operation, and finds nothing', async () => {
    const { code, output } = await runSchemathesis(settings[0]!, ['--max-time', String(SECONDS)]);
    expect(code, output).to.equal(0);
    const counts = /Selected: (?<selected>\d+)\/(?<all>\d+)\s+Tested: (?<tested>\d+)/.exec(output)?.groups;
    const tested = operations.length - leftOut()[0]!.length;
    expect(counts, output).to.include({ all: `${operations.length}`, selected: `${tested}`, tested: `${tested}` });
  });
});
