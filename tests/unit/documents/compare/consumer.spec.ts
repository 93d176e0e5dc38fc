import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { parse, stringify } from 'yaml';
import { Folder, type Ended } from '../../../support/folder.ts';
import { bundles } from './bundle.ts';
import { changed, root } from './checkout.ts';
import { removeAt, setAt } from './edit.ts';

const workflow = parse(readFileSync(join(root, '.github/workflows/contract-gate.yml'), 'utf8')) as {
  jobs: { compare: { steps: { name?: string; run?: string; with?: Record<string, string> }[] } };
};

// The program that the server serves and the workflow runs, in a folder that has nothing else.
describe('generated/gate.mjs', function () {
  this.timeout(60_000);
  const folder = new Folder();
  const { write } = folder;
  const run = (...args: string[]): Promise<Ended> => folder.end(process.execPath, ['gate.mjs', ...args]);
  beforeEach(async () => {
    await folder.open();
    await cp(join(root, 'generated/gate.mjs'), join(folder.tree, 'gate.mjs'));
    await write('built-with.json', bundles.v2);
  });
  afterEach(() => folder.close());

  it('fails a build for a breaking change, and passes a harmless one', async () => {
    await write(
      'broken.json',
      changed('v2', (draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete')),
    );
    await write(
      'more.json',
      changed('v2', (draft) => setAt(draft, '/components/schemas/Task/properties/planted', { type: 'string' })),
    );
    const broken = await run('built-with.json', 'broken.json');
    expect(broken).to.include({ code: 1 });
    expect(broken.output)
      .to.match(/^v2 FAILED: 1 breaking, /)
      .and.include('method-removed  deleteLabel');
    const more = await run('built-with.json', 'more.json');
    expect(more).to.include({ code: 0 });
    expect(more.output).to.match(/^v2 passed: 0 breaking, [1-9]\d* additive, /);
    expect(await run('--operations', 'listTasks', 'built-with.json', 'broken.json')).to.include({ code: 0 });
  });

  it('reads YAML without a package', async () => {
    const broken = changed('v2', (draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete'));
    await writeFile(join(folder.tree, 'broken.yaml'), stringify(broken));
    expect(await run('built-with.json', 'broken.yaml')).to.include({ code: 1 });
    const pointer = '#/paths/~1api~1v2~1labels~1{label_id}/delete';
    const waiver = { kind: 'method-removed', pointer, reason: 'unused', until: '2999-01-01' };
    await writeFile(join(folder.tree, 'excused.yaml'), stringify([waiver]));
    expect(await run('--excused', 'excused.yaml', 'built-with.json', 'broken.yaml')).to.include({ code: 0 });
    await writeFile(join(folder.tree, 'wrong.yaml'), 'a: [');
    const wrong = await run('built-with.json', 'wrong.yaml');
    expect(wrong).to.include({ code: 2 });
    expect(wrong.output).to.match(/^wrong\.yaml is not YAML: /);
  });

  it('has no options that need this repository, and says how it is called', async () => {
    for (const option of ['--release', '--since']) {
      const { code, output } = await run(option);
      expect([option, code]).to.deep.equal([option, 2]);
      expect(output).to.include(`Unknown option '${option}'`);
    }
    const none = await run();
    expect(none).to.include({ code: 2 });
    expect(none.output).to.match(/^expected two documents, got 0\n\nReports/);
    const { output } = await run('--help');
    expect(output).to.include('node gate.mjs <built with> <served>').and.not.include('main.ts');
  });

  it('imports only modules of Node, none of which starts programs, and states the licenses of what it contains', () => {
    const text = readFileSync(join(root, 'generated/gate.mjs'), 'utf8');
    const imported = [...text.matchAll(/\bfrom "([^"]+)";|\b(?:import|require)\("([^"]+)"\)/g)].map(
      ([, name, called]) => name ?? called!,
    );
    expect(imported).to.include('node:util');
    expect(imported.filter((name) => !isBuiltin(name) || name === 'node:child_process')).to.deep.equal([]);
    const packages = [
      ...new Set([...text.matchAll(/^\/\/ node_modules\/(.+?)\/(?:browser|dist)\//gm)].map(([, name]) => name!)),
    ];
    expect(packages).to.include('yaml');
    for (const place of ['.', ...packages.map((name) => `node_modules/${name}`)]) {
      const license = readFileSync(join(root, place, 'LICENSE'), 'utf8');
      for (const line of license.split('\n')) expect(text, place).to.include(line.trimEnd());
    }
    expect(Buffer.byteLength(text)).to.be.below(400_000);
  });

  it('uses only what Node 20 has of the language', () => {
    const program = ts.createProgram([join(root, 'src/documents/compare/consumer.ts')], {
      ...{ target: ts.ScriptTarget.ES2023, lib: ['lib.es2023.d.ts'], types: ['node'], noEmit: true, strict: true },
      ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
      ...{ allowImportingTsExtensions: true, skipLibCheck: true },
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    expect(messages).to.deep.equal([]);
  });

  /** Checks out what the workflow checks out, and returns its step that compares. */
  async function workflowStep() {
    const script = workflow.jobs.compare.steps.find(({ name }) => name === 'Compare')?.run ?? '';
    const files = workflow.jobs.compare.steps.flatMap(
      (one) => one.with?.['sparse-checkout']?.trim().split(/\s+/) ?? [],
    );
    for (const file of files) await cp(join(root, file), join(folder.tree, '.contract-gate', file));
    return (served: string, excused: string, used: { operations?: string; usedIn?: string } = {}): Promise<Ended> =>
      folder.end('bash', ['-e', '-c', script], {
        ...{ BUILT_WITH: 'openapi built with.json', SERVED: served, EXCUSED: excused },
        ...{ OPERATIONS: used.operations ?? '', USED_IN: used.usedIn ?? '' },
        GITHUB_STEP_SUMMARY: join(folder.tree, 'summary.md'),
      });
  }

  it('is what the workflow for consumers runs, as it checks it out', async () => {
    const step = await workflowStep();
    await write('openapi built with.json', bundles.v1);
    expect(await step('openapi built with.json', '')).to.include({ code: 0 });
    await write(
      'served.json',
      changed('v1', (draft) => removeAt(draft, '/servers/0')),
    );
    expect(await step('served.json', '')).to.include({ code: 1 });
    expect(await readFile(join(folder.tree, 'summary.md'), 'utf8'))
      .to.match(/v1 FAILED: 1 breaking/)
      .and.include('| server-removed |');
    await write(
      'less.json',
      changed('v1', (draft) => removeAt(draft, '/paths/~1api~1v1~1tasks/get')),
    );
    await mkdir(join(folder.tree, 'my client'));
    await writeFile(join(folder.tree, 'my client/list.ts'), "client.GET('/api/v1/projects')");
    expect(await step('less.json', '', { operations: 'getTask' })).to.include({ code: 0 });
    expect(await step('less.json', '', { usedIn: 'my client' })).to.include({ code: 0 });
    await writeFile(join(folder.tree, 'my client/list.ts'), "client.GET('/api/v1/tasks')");
    expect(await step('less.json', '', { usedIn: 'my client' })).to.include({ code: 1 });
  });

  it('takes waivers in the workflow', async () => {
    const step = await workflowStep();
    await write('openapi built with.json', bundles.v1);
    await write(
      'served.json',
      changed('v1', (draft) => removeAt(draft, '/servers/0')),
    );
    const waiver = { kind: 'server-removed', pointer: '#/servers/0', reason: 'unused', until: '2999-01-01' };
    for (const document of [undefined, 'v1']) {
      await writeFile(join(folder.tree, 'excused.yaml'), stringify([{ document, ...waiver }]));
      expect(await step('served.json', 'excused.yaml'), document).to.include({ code: 0 });
    }
    await writeFile(join(folder.tree, 'excused.yaml'), stringify([{ document: 'v2', ...waiver }]));
    const other = await step('served.json', 'excused.yaml');
    expect(other).to.include({ code: 1 });
    expect(other.output).to.include('v1: 1 waiver is for another version');
    await writeFile(join(folder.tree, 'excused.yaml'), stringify([{ document: 'document', ...waiver }]));
    const strange = await step('served.json', 'excused.yaml');
    expect(strange).to.include({ code: 2 });
    expect(strange.output).to.include('waiver 1: document must be v1 or another version, but is document');
  });
});
