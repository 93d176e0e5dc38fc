import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { readSteps, type Step } from '../support/guides/guide.ts';
import { differencesOf, startWith, walk, type Walk } from '../support/guides/run-guide.ts';
import { prepareServer, readDemoKey, type ServerProcess } from '../support/server-process.ts';

// docs/GATE.md as a client's developer follows it: in an empty folder, against a server as `make run` starts it.

const root = join(import.meta.dirname, '../..');

describe('docs/GATE.md', function () {
  this.timeout(120_000);
  let markdown: string;
  let steps: readonly Step[];
  let walked: Walk;
  let server: ServerProcess;
  let folder: string;

  before(async () => {
    markdown = await readFile(join(root, 'docs/GATE.md'), 'utf8');
    steps = readSteps(markdown.replaceAll(/^```yaml\n.*?^```$/gms, ''));
    folder = await mkdtemp(join(tmpdir(), 'architect-gate-'));
    server = await prepareServer({ NODE_ENV: 'development' });
    await server.start();
    const key = await readDemoKey(server);
    const environment = { BASE: server.url, FOLDER: folder, ARCHITECT_API_KEY: key, GITHUB_STEP_SUMMARY: '' };
    walked = await walk(startWith('cd "$FOLDER"'), { name: 'GATE', markdown, steps }, environment);
  });
  after(async () => {
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('has commands that print what it shows', () => {
    expect(walked.failure).to.equal(undefined);
    expect(steps.filter(({ shown }) => shown !== undefined)).to.have.length.above(4);
    expect(differencesOf(steps, walked)).to.deep.equal([]);
  });

  it('calls the workflow with inputs that it has, and with all that it needs', async () => {
    const [, shown = ''] = /^```yaml\n(.*?)^```$/ms.exec(markdown) ?? [];
    const { jobs } = parse(shown) as { jobs: { contract: { uses: string; with: Record<string, string> } } };
    const [file = ''] = /\.github\/workflows\/[\w-]+\.yml/.exec(jobs.contract.uses) ?? [];
    const workflow = parse(await readFile(join(root, file), 'utf8')) as {
      on: { workflow_call: { inputs: Record<string, { required?: boolean }> } };
    };
    const { inputs } = workflow.on.workflow_call;
    const needed = Object.keys(inputs).filter((name) => inputs[name]!.required === true);
    expect(Object.keys(jobs.contract.with)).to.include.members(needed);
    expect(Object.keys(inputs)).to.include.members(Object.keys(jobs.contract.with));
  });
});
