import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { operations } from '../../../../generated/v2/operations.ts';
import { readCodeUse } from '../../../../src/documents/compare/client-code.ts';
import { bundles } from './bundle.ts';

describe('readCodeUse', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'client-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(file: string, code: string): Promise<void> {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), code);
  }
  const read = async (...files: string[]): Promise<readonly string[]> =>
    (
      await readCodeUse(
        files.map((file) => join(folder, file)),
        bundles.v2,
      )
    ).operations;

  const codes: readonly (readonly [code: string, used: readonly string[]])[] = [
    ["client.GET('/api/v2/tasks/{task_id}', { params })", ['getTask']],
    ['await client.get<Task>(\n  "/api/v2/tasks/{task_id}",\n)', ['getTask']],
    ['client.PATCH(`/api/v2/tasks/{task_id}`, { body })', ['updateTask']],
    ["client['/api/v2/tasks/{task_id}'].DELETE()", ['deleteTask']],
    ["type Body = paths['/api/v2/projects/{project_id}/tasks']['post'];", ['createTask']],
    ["client.paginate('listTasks', {}); client.GET('/api/v2/me')", ['getMe', 'listTasks']],
    ['from architect.api.tasks import list_tasks', ['listTasks']],
    ['resp, err := client.ListTasks(ctx)', ['listTasks']],
    ['new TasksApi(config).createTask({ project_id })', ['createTask']],
    ["if (event.type === 'task.created') refresh();", ['task.created']],
  ];
  for (const [code, used] of codes) {
    it(`finds ${used.join(' and ')} in ${code.replaceAll('\n', ' ')}`, async () => {
      await write('code.ts', code);
      expect(await read('code.ts')).to.deep.equal(used);
    });
  }

  for (const code of [
    'const listTasksOfToday = 1;',
    'relistTasks();',
    "client.GET('/api/v2/tasks/{task_id}/unknown')",
    "client.PUT('/api/v2/tasks/{task_id}')",
    'task.created = true;',
  ]) {
    it(`finds nothing in ${code}`, async () => {
      await write('code.ts', code);
      const failed = await read('code.ts').catch((error: unknown) => error);
      expect(failed)
        .to.be.an('error')
        .with.property('message', `${join(folder, 'code.ts')} uses no operation of the document`);
    });
  }

  it('finds every operation by its id and by its path', async () => {
    for (const { id, method, path } of operations) {
      await write('code.ts', `client.${method}('${path}')`);
      expect(await read('code.ts'), id).to.deep.equal([id]);
      await write('code.ts', id);
      expect(await read('code.ts'), id).to.deep.equal([id]);
    }
  });

  it('reads folders, without packages and hidden folders, in the order of the document', async () => {
    await write('src/deep/code.ts', 'getTask');
    await write('src/code.py', 'list_projects');
    await write('src/node_modules/other/index.js', 'deleteTask');
    await write('src/.cache/index.js', 'deleteProject');
    expect(await read('src')).to.deep.equal(['listProjects', 'getTask']);
  });

  it('leaves out a file that names every operation, and says so', async () => {
    await write('src/api.ts', JSON.stringify(bundles.v2));
    await write('src/code.ts', 'getTask');
    const { operations: used, generated } = await readCodeUse([join(folder, 'src')], bundles.v2);
    expect([used, generated]).to.deep.equal([['getTask'], [join(folder, 'src/api.ts')]]);
    await rm(join(folder, 'src/code.ts'));
    const failed = await read('src').catch((error: unknown) => error);
    expect(failed).to.be.an('error').with.property('message').that.includes('because generated: ');
  });

  it('leaves out a generated file without the webhooks', async () => {
    await write('api.ts', operations.map(({ id }) => `export const ${id} = 1;`).join('\n'));
    await write('code.ts', "getTask(); if (event.type === 'task.created') refresh();");
    expect(await read('.')).to.deep.equal(['getTask', 'task.created']);
  });
});
