import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse, stringify } from 'yaml';
import { bundles } from './bundle.ts';
import { at, draftOf, setAt, removeAt, type Draft } from './edit.ts';

const root = join(import.meta.dirname, '../../../..');
const workflow = parse(readFileSync(join(root, '.github/workflows/contract-gate.yml'), 'utf8')) as {
  jobs: { compare: { steps: { name?: string; run?: string; with?: Record<string, string> }[] } };
};
/** The folders of this repository that a consumer's job checks out. */
const checkedOut = workflow.jobs.compare.steps
  .flatMap((step) => step.with?.['sparse-checkout']?.trim().split(/\s+/) ?? [])
  .filter((path) => path.startsWith('src/'));

interface Ended {
  readonly code: number;
  readonly output: string;
}

describe('the command behind make contract', function () {
  this.timeout(60_000);
  let tree: string;

  // A folder with the comparison only and without packages, like a consumer's checkout.
  beforeEach(async () => {
    tree = await mkdtemp(join(tmpdir(), 'released-'));
    for (const folder of checkedOut) await cp(join(root, folder), join(tree, folder), { recursive: true });
    await writeFile(join(tree, 'package.json'), '{ "type": "module" }');
    await mkdir(join(tree, 'openapi/released'), { recursive: true });
    for (const version of ['v1', 'v2'] as const) {
      await mkdir(join(tree, 'generated', version), { recursive: true });
      await write(`generated/${version}/openapi.json`, bundles[version]);
    }
  });
  afterEach(() => rm(tree, { recursive: true }));

  const write = (name: string, document: object) => writeFile(join(tree, name), JSON.stringify(document));
  const ended = async (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(program, args, { cwd: tree, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
      });
    });
  const run = (...args: string[]): Promise<Ended> =>
    ended(process.execPath, [join(tree, 'src/documents/compare/main.ts'), ...args]);
  const changed = (version: 'v1' | 'v2', change: (draft: Draft) => void): Draft => {
    const draft = draftOf(bundles[version]);
    change(draft);
    return draft;
  };

  it('records the first release, and a later one only with a sufficient version', async () => {
    expect((await run('--release')).output).to.match(/released v1 \S+, v2 \S+/);
    await symlinkYaml();
    expect((await run()).code).to.equal(0);

    const more = changed('v2', (draft) =>
      setAt(draft, '/components/schemas/Task/properties/planted', { type: 'string' }),
    );
    await write('generated/v2/openapi.json', more);
    for (const args of [[], ['--release']]) {
      const refused = await run(...args);
      expect(refused.code).to.equal(1);
      expect(refused.output).to.match(/info\.version is \S+, but the changes since \S+ require at least \d+\.\d+\.0/);
    }

    setAt(more, '/info/version', '2.99.0');
    await write('generated/v2/openapi.json', more);
    expect((await run()).code, 'an addition with a new version').to.equal(0);
    expect((await run('--release')).code).to.equal(0);
    const kept = JSON.parse(await readFile(join(tree, 'openapi/released/v2.json'), 'utf8')) as Draft;
    expect(kept).to.deep.equal(more);
    const releases = JSON.parse(await readFile(join(tree, 'openapi/released/releases.json'), 'utf8')) as Draft[];
    const first = (['v1', 'v2'] as const).map(
      (name) => `${name} ${String(at(draftOf(bundles[name]), '/info')['version'])}`,
    );
    // v1 has not changed since the first release.
    expect(releases.map(({ document, version }) => `${String(document)} ${String(version)}`)).to.deep.equal([
      'v2 2.99.0',
      ...first,
    ]);
    for (const release of releases) expect(release['released_on']).to.match(/^\d{4}-\d\d-\d\d$/);
    expect((releases[0]!['added'] as Draft[]).map(({ where }) => where)).to.include('Task.planted');
  });

  it('fails on a breaking change without a waiver, and on a waiver without a breaking change', async () => {
    await run('--release');
    await symlinkYaml();
    await write(
      'generated/v1/openapi.json',
      changed('v1', (draft) => {
        removeAt(draft, '/servers/0');
        setAt(draft, '/info/version', '1.99.0');
      }),
    );
    const { code, output } = await run();
    expect(code).to.equal(1);
    expect(output).to.include('server-removed').and.include('#/servers/0');
    expect((await run('--release')).code, 'a release with a breaking change').to.equal(1);

    const waiver = {
      document: 'v1',
      kind: 'server-removed',
      pointer: '#/servers/0',
      reason: 'unused',
      until: '2999-01-01',
    };
    await writeFile(join(tree, 'openapi/released/excused.yaml'), stringify([waiver]));
    expect((await run()).code).to.equal(0);
    await write('generated/v1/openapi.json', bundles.v1);
    expect((await run()).output).to.include('matches no breaking change');
  });

  it('compares two documents of a consumer, from files or URLs, without packages', async () => {
    const served = createServer((_request, response) => response.end(JSON.stringify(bundles.v2)));
    served.listen(0, '127.0.0.1');
    await once(served, 'listening');
    const url = `http://127.0.0.1:${(served.address() as AddressInfo).port}/openapi.json`;
    try {
      await write('built-with.json', bundles.v2);
      expect(await run('built-with.json', url)).to.include({ code: 0 });
      const more = changed('v2', (draft) =>
        setAt(draft, '/components/schemas/Task/properties/planted', { type: 'string' }),
      );
      await write('built-with.json', more);
      const { code, output } = await run('built-with.json', url);
      expect(code).to.equal(1);
      expect(output).to.include('#/components/schemas/Task/properties/planted');
      const yaml = await run('built-with.json', `${url}.yaml?openapi=3.0`);
      expect(yaml, 'YAML without its parser').to.include({ code: 2 });
      expect(yaml.output).to.include('the package yaml is not installed: npm install yaml');
      await symlinkYaml();
      expect(await run('built-with.json', `${url}.yaml?openapi=3.0`), 'JSON is YAML').to.include({ code: 1 });
    } finally {
      served.closeAllConnections();
      served.close();
    }
  });

  it('is what the workflow for consumers runs', async () => {
    const script = workflow.jobs.compare.steps.find(({ name }) => name === 'Compare')?.run ?? '';
    // The workflow checks this repository out into .contract-gate.
    await symlink(tree, join(tree, '.contract-gate'));
    await symlinkYaml();
    const summary = join(tree, 'summary.md');
    const step = (served: string, excused: string, operations = ''): Promise<Ended> =>
      ended('bash', ['-e', '-c', script], {
        ...{ BUILT_WITH: 'openapi built with.json', SERVED: served, EXCUSED: excused, OPERATIONS: operations },
        GITHUB_STEP_SUMMARY: summary,
      });
    await write('openapi built with.json', bundles.v1);
    expect(await step('generated/v1/openapi.json', '')).to.include({ code: 0 });
    await write(
      'served.json',
      changed('v1', (draft) => removeAt(draft, '/servers/0')),
    );
    expect(await step('served.json', '')).to.include({ code: 1 });
    expect(await readFile(summary, 'utf8'))
      .to.match(/v1 FAILED: 1 breaking/)
      .and.include('| server-removed |');
    const waiver = { kind: 'server-removed', pointer: '#/servers/0', reason: 'unused', until: '2999-01-01' };
    for (const document of [undefined, 'document', 'v1']) {
      await writeFile(join(tree, 'excused.yaml'), stringify([{ document, ...waiver }]));
      expect(await step('served.json', 'excused.yaml'), document).to.include({ code: 0 });
    }
    await writeFile(join(tree, 'excused.yaml'), stringify([{ document: 'v2', ...waiver }]));
    const strange = await step('served.json', 'excused.yaml');
    expect(strange).to.include({ code: 2 });
    expect(strange.output).to.include('waiver 1: document must be v1 or document, but is v2');
  });

  it('considers the operations that a client uses', async () => {
    await write('built-with.json', bundles.v2);
    const less = changed('v2', (draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete'));
    await write('served.json', less);
    expect((await run('built-with.json', 'served.json')).code).to.equal(1);
    expect((await run('--operations', 'listTasks, getTask', 'built-with.json', 'served.json')).code).to.equal(0);
    expect((await run('--operations', 'deleteLabel', 'built-with.json', 'served.json')).code).to.equal(1);
    const unknown = await run('--operations', 'listTaks', 'built-with.json', 'served.json');
    expect(unknown).to.include({ code: 2 });
    expect(unknown.output).to.include('no operation listTaks');
  });

  it('prints text, JSON or a summary, always with the result', async () => {
    await write('built-with.json', bundles.v2);
    const text = await run('built-with.json', 'built-with.json');
    expect(text.output).to.match(/^v2: compared (\S+) with \1\nv2 passed: 0 breaking, 0 additive, 0 documentation\n$/);
    const next = changed('v2', (draft) => {
      removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete');
      setAt(draft, '/components/schemas/Planted', { type: 'string' });
      setAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/get/summary', 'Another summary');
    });
    await write('served.json', next);
    const short = await run('--breaking-only', 'built-with.json', 'served.json');
    expect(short.output).to.include('method-removed').and.not.include('summary-changed');
    expect(short.output).to.include('v2 FAILED: 1 breaking, 0 additive, 1 documentation');
    const [verdict] = JSON.parse((await run('--json', 'built-with.json', 'served.json')).output) as Draft[];
    expect(verdict).to.include({ name: 'v2', passed: false });
    const [first] = verdict?.['changes'] as Draft[];
    expect(first).to.deep.include({ kind: 'method-removed', weight: 'breaking', excused: false });
    expect(first?.['pointer']).to.match(/^#\/paths\//);
  });

  it('compares with another commit', async () => {
    const git = (...args: string[]) => ended('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.test', ...args]);
    await git('init', '--quiet');
    await git('add', 'generated');
    await git('commit', '--quiet', '--message', 'before');
    const less = changed('v2', (draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete'));
    await write('generated/v2/openapi.json', less);
    const { code, output } = await run('--since', 'HEAD');
    expect(code).to.equal(1);
    expect(output).to.include('v1 passed: 0 breaking').and.include('v2 FAILED: 1 breaking');
    expect((await run('--since', 'nowhere')).output).to.include('git has no generated/v');
  });

  it('says what is wrong with its arguments', async () => {
    await write('no-document.json', { hello: 'world' });
    await write('swagger.json', { swagger: '2.0', openapi: '2.0' });
    await writeFile(join(tree, 'page.json'), '<html>');
    for (const [args, message] of [
      [['no-document.json', 'no-document.json'], 'no-document.json is not an OpenAPI document'],
      [['swagger.json', 'swagger.json'], 'swagger.json is OpenAPI 2.0; only 3.x can be compared'],
      [['page.json', 'page.json'], 'page.json is not JSON'],
      [['absent.json', 'absent.json'], 'cannot read absent.json: there is no such file'],
      [['http://127.0.0.1:1/openapi.json', 'absent.json'], 'cannot fetch http://127.0.0.1:1/openapi.json: '],
      [['http://nowhere.invalid/', 'absent.json'], 'ENOTFOUND'],
      [['one.json'], 'expected two documents, got 1'],
      [['--unknown'], "Unknown option '--unknown'"],
    ] as const) {
      const { code, output } = await run(...args);
      expect({ args, code, output }).to.deep.include({ args, code: 2 });
      expect(output)
        .to.include(message)
        .and.not.match(/fetch failed|^ +at /m);
    }
    const help = await run('--help');
    expect(help).to.include({ code: 0 });
    expect(help.output).to.include('--breaking-only').and.include('Exit codes');
  });

  /** The comparison with the last release reads waivers, which are YAML. */
  async function symlinkYaml(): Promise<void> {
    const packages = join(import.meta.dirname, '../../../../node_modules');
    await symlink(packages, join(tree, 'node_modules')).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
});

describe('openapi/released', () => {
  const folder = join(import.meta.dirname, '../../../../openapi/released');

  it('contains two documents and a list of waivers', async () => {
    for (const version of ['v1', 'v2']) {
      const document = JSON.parse(await readFile(join(folder, `${version}.json`), 'utf8')) as Draft;
      expect(document['openapi']).to.match(/^3\.1/);
    }
    expect(parse(await readFile(join(folder, 'excused.yaml'), 'utf8'))).to.be.an('array');
  });
});
