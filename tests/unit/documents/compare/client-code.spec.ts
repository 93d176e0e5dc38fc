import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
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
    ['api.get(`/api/v2/tasks/${id}`)', ['getTask']],
    ["await api.delete<void>(`/api/v2/tasks/${encodeURIComponent(task?.id ?? '')}`)", ['deleteTask']],
    ['api.get(`${BASE}/api/v2/tasks/${id}?expand=${expand}`)', ['getTask']],
    ['api.get(`/api/v2/tasks${query}`)', ['listTasks']],
    ["api.get<Page<Task>>(BASE + '/api/v2/tasks/' + task.id + '/comments')", ['listComments']],
    ["api.get('/api/v2/tasks/' + String(ids[0]))", ['getTask']],
    ["axios.get('https://architect.example.com/api/v2/tasks?limit=5')", ['listTasks']],
    ["api.get('/api/v2/tasks/01939b7c-2f4e-7a10-8c55-0a1b2c3d0300')", ['getTask']],
    ['requests.get(f"{base}/api/v2/tasks/{task[\'id\']}", headers=headers)', ['getTask']],
    ['session.request("DELETE", base + "/api/v2/tasks/%s" % id)', ['deleteTask']],
    ['http.Get(fmt.Sprintf("%s/api/v2/tasks/%s", base, id))', ['getTask']],
    ['http.NewRequest(http.MethodDelete, fmt.Sprintf("/api/v2/tasks/%s", id), nil)', ['deleteTask']],
    ["fetch(`/api/v2/tasks/${id}`, { method: 'DELETE' })", ['deleteTask']],
    ["axios({ method: 'delete', url: `/api/v2/tasks/${id}` })", ['deleteTask']],
    ["const api = create('https://a.example/api/v2'); api.delete(`/tasks/${id}`)", ['deleteTask']],
    ['send(`/api/v2/tasks/${id}`, options)', ['getTask', 'updateTask', 'deleteTask']],
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
    'api.get(`/api/v2/tasks/${id}/unknown`)',
    'api.put(`/api/v2/tasks/${id}`)',
    "router.navigate('/tasks')",
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

  it('follows links to files and folders, each once', async () => {
    await write('shared/code.ts', 'getTask');
    await write('other.ts', 'listProjects');
    await mkdir(join(folder, 'src'));
    await symlink('../shared', join(folder, 'src/shared'));
    await symlink('../other.ts', join(folder, 'src/other.ts'));
    await symlink('..', join(folder, 'shared/loop'));
    expect(await read('src')).to.deep.equal(['listProjects', 'getTask']);
  });

  it('names every file of a folder that it has not read', async () => {
    await write('src/code.ts', 'getTask');
    await write('src/large.js', `deleteTask;${' '.repeat(5_000_000)}`);
    await symlink('nowhere', join(folder, 'src/broken.ts'));
    const server = createServer().listen(join(folder, 'src/socket'));
    await once(server, 'listening');
    const { operations: used, unread } = await readCodeUse([join(folder, 'src')], bundles.v2).finally(() =>
      server.close(),
    );
    expect(used).to.deep.equal(['getTask']);
    expect(unread).to.deep.equal([
      `${join(folder, 'src/broken.ts')} (a link that leads nowhere)`,
      `${join(folder, 'src/large.js')} (larger than 5 MB)`,
      `${join(folder, 'src/socket')} (neither a file nor a folder)`,
    ]);
    expect(await read('src/large.js'), 'a file that is named itself').to.deep.equal(['deleteTask']);
  });

  it('reads a large file of unfinished texts without delay', async () => {
    const unfinished = ["'/$a$a\\(b{c}%s", '"/{', '`${f(', "'x'+y+'z'+(a(b)c", '"\\('];
    await write('code.js', `getTask;${unfinished.map((text) => text.repeat(50_000)).join('')}`);
    expect(await read('code.js')).to.deep.equal(['getTask']);
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
