import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { useApp } from '../support/app.ts';
import { readSteps, type Step } from '../support/guides/guide.ts';
import { differencesOf, startWith, walk, type Walk } from '../support/guides/run-guide.ts';
import { startPrism, usePrism } from './prism.ts';

// docs/MOCKS.md as a partner follows it, who has the address of a server. Only the ports differ: the mocks take free ones.

const root = join(import.meta.dirname, '../..');
const markdown = readFileSync(join(root, 'docs/MOCKS.md'), 'utf8');
const isStart = ({ commands }: Step): boolean => commands.startsWith('npx ');
const steps = readSteps(markdown);
const example = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0200';
const bearer = { authorization: 'Bearer any' };
const json = { ...bearer, 'content-type': 'application/json' };

/** Runs a command of the guide in a process group of its own, and returns the mock's address. */
async function startMock(
  command: string,
  base: string,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const free = command.replace(/ mock (--port \d+ )?/, ' mock --port 0 ');
  const env = { ...process.env, BASE: base, npm_config_offline: 'true' };
  const child = spawn('bash', ['-c', free], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    const url = /Prism is listening on (http:\S+)/.exec(line)?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`the mock ended:\n${lines.join('\n')}`);
}

async function stopMock(child: ChildProcess): Promise<void> {
  const closed = once(child, 'exit');
  process.kill(-child.pid!, 'SIGTERM');
  await closed;
}

describe('docs/MOCKS.md', function () {
  this.timeout(120_000);
  const app = useApp({});
  const prism = usePrism();
  const mocks: { readonly child: ChildProcess; readonly url: string }[] = [];
  const called = steps.filter((step) => !isStart(step));
  let walked: Walk;

  before(async () => {
    for (const { commands } of steps.filter(isStart)) mocks.push(await startMock(commands, app.url));
    const own = called.map((step) => ({
      ...step,
      commands: step.commands.replace('http://127.0.0.1:4010', mocks[0]!.url),
    }));
    walked = await walk(startWith('cd .'), { name: 'MOCKS', markdown, steps: own }, {});
  });
  after(async () => {
    await Promise.all(mocks.map(({ child }) => stopMock(child)));
  });

  it('names the version of Prism that is tested, as README.md does', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const named = [markdown, readFileSync(join(root, 'README.md'), 'utf8')].map((text) =>
      [...text.matchAll(/prism-cli@(?<version>\S+)/g)].map(({ groups }) => groups!['version']),
    );
    const pinned = devDependencies['@stoplight/prism-cli'];
    expect(named).to.deep.equal([[pinned, pinned], [pinned]]);
  });

  it('has commands that print what it shows', () => {
    expect(walked.failure).to.equal(undefined);
    expect(called.filter(({ shown }) => shown !== undefined)).to.have.length(3);
    expect(differencesOf(called, walked)).to.deep.equal([]);
  });

  it('starts a smaller mock, which has the operations of the tag', async () => {
    const statusOf = async (path: string) => (await fetch(`${mocks[1]!.url}${path}`, { headers: bearer })).status;
    expect([await statusOf('/api/v2/tasks'), await statusOf('/api/v2/labels')]).to.deep.equal([200, 404]);
  });

  // known-differences.ts has the others.
  it('is right about the headers that a mock sends whatever the request', async () => {
    const list = await fetch(`${prism.v2.url}/api/v2/projects`, { headers: bearer });
    expect(list.headers.get('link')).to.match(/; rel="next"$/);
    const body = JSON.stringify({ title: 'Splice the forestay' });
    const headers = { ...json, 'idempotency-key': 'first' };
    const created = await fetch(`${prism.v2.url}/api/v2/projects/${example}/tasks`, { method: 'POST', headers, body });
    expect([created.status, created.headers.get('idempotency-replayed')]).to.deep.equal([201, 'true']);
    const refused = await fetch(`${prism.v2.url}/api/v2/projects`);
    expect(refused.status).to.equal(401);
    expect(refused.headers.get('ratelimit')).to.be.a('string');
  });

  it('is right about unknown query parameters and generated lists', async () => {
    const unknown = await fetch(`${prism.v2.url}/api/v2/projects?bogus=1`, { headers: bearer });
    expect(unknown.status).to.equal(200);
    const dynamic = await fetch(`${prism.v2.url}/api/v2/tasks`, { headers: { ...bearer, prefer: 'dynamic=true' } });
    expect((await dynamic.text()).length).to.be.above(100_000);
  });

  it('is right about the 3.0 document', async () => {
    const task = `/api/v2/tasks/${example}`;
    const older = await startPrism(`${app.url}/api/v2/openapi.json?openapi=3.0`);
    try {
      const said = await fetch(`${older.url}${task}`, { headers: bearer });
      expect(said.headers.get('sl-violations')).to.contain('"response","body"');
    } finally {
      await older.stop();
    }
    const said = await fetch(`${prism.v2.url}${task}`, { headers: bearer });
    expect([said.status, said.headers.get('sl-violations')]).to.deep.equal([200, null]);
  });
});
