import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Ended } from '../../../support/folder.ts';
import { bundles } from './bundle.ts';
import { changed, Checkout } from './checkout.ts';
import { setAt, removeAt, type Draft } from './edit.ts';

describe('what the command behind make contract prints', function () {
  this.timeout(60_000);
  const checkout = new Checkout();
  const { write, run } = checkout;
  beforeEach(() => checkout.open());
  afterEach(() => checkout.close());

  it('prints the result first, breaking changes only or all, or JSON', async () => {
    await write('built-with.json', bundles.v2);
    const text = await run('built-with.json', 'built-with.json');
    expect(text.output).to.match(/^v2 passed: 0 breaking, 0 additive, 0 documentation; (\S+) to \1\n$/);
    const next = changed('v2', (draft) => {
      removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete');
      setAt(draft, '/components/schemas/Planted', { type: 'string' });
      setAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/get/summary', 'Another summary');
    });
    await write('served.json', next);
    const short = await run('built-with.json', 'served.json');
    expect(short.output).to.match(/^v2 FAILED: 1 breaking, 0 additive, 1 documentation; \S+ to \S+\nv2: 1 breaking\n/);
    expect(short.output).to.include('method-removed').and.not.include('summary-changed');
    expect((await run('--all', 'built-with.json', 'served.json')).output).to.include('summary-changed');
    const [verdict] = JSON.parse((await run('--json', 'built-with.json', 'served.json')).output) as Draft[];
    expect(verdict).to.include({ name: 'v2', passed: false });
    expect(verdict).to.have.all.keys(
      ...['name', 'operations', 'notes', 'released', 'current', 'least', 'changes', 'faults', 'passed'],
    );
    const [first] = verdict?.['changes'] as Draft[];
    expect(first).to.deep.include({ kind: 'method-removed', weight: 'breaking', excused: false });
    expect(first?.['pointer']).to.match(/^#\/paths\//);
  });

  it('appends its result to the summary of the job, or to a file', async () => {
    await write('built-with.json', bundles.v2);
    const variable = { GITHUB_STEP_SUMMARY: join(checkout.tree, 'of-job.md') };
    const args = [join(checkout.tree, 'src/documents/compare/main.ts'), 'built-with.json', 'built-with.json'];
    await checkout.end(process.execPath, args, variable);
    await checkout.end(process.execPath, args, variable);
    const summary = await readFile(variable.GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary.match(/^### Contract v2: /gm)).to.have.length(2);
    await checkout.end(process.execPath, [...args, '--summary', 'named.md'], variable);
    expect(await readFile(join(checkout.tree, 'named.md'), 'utf8')).to.include('v2 passed');
    expect(await readFile(variable.GITHUB_STEP_SUMMARY, 'utf8')).to.equal(summary);
  });

  it('reads from code what a client uses, and fails if that is nothing', async () => {
    await write('built-with.json', bundles.v2);
    const less = changed('v2', (draft) => removeAt(draft, '/paths/~1api~1v2~1labels~1{label_id}/delete'));
    await write('served.json', less);
    await mkdir(join(checkout.tree, 'client/inner'), { recursive: true });
    const file = join(checkout.tree, 'client/inner/api.ts');
    const runWith = async (code: string): Promise<Ended> => {
      await writeFile(file, code);
      return run('--used-in', 'client', 'built-with.json', 'served.json');
    };
    const kept = await runWith('for await (const task of client.paginate("listTasks")) show(task);');
    expect(kept).to.include({ code: 0 });
    expect(kept.output).to.match(/^v2 passed: .*\nv2: uses 1 operation: listTasks\n$/);
    expect(await runWith("await client.DELETE('/api/v2/labels/{label_id}', {})")).to.include({ code: 1 });
    const nothing = await runWith('console.log("hello")');
    expect(nothing).to.deep.equal({ code: 2, output: 'client uses no operation of the document\n' });
    const absent = await run('--used-in', 'nowhere', 'built-with.json', 'served.json');
    expect(absent).to.deep.equal({ code: 2, output: 'cannot read nowhere: there is no such file or folder\n' });
  });
});
