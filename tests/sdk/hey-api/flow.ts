import { deepEqual, equal, ok } from 'node:assert/strict';
import { client } from './client/client.gen';
import { createProject, createTask, deleteProject, deleteTask, getTask, listProjectTasks, updateTask } from './client';

const { ARCHITECT_URL: baseUrl = '', ARCHITECT_API_KEY: key = '', PROJECT_KEY: projectKey = '' } = process.env;
client.setConfig({ baseUrl, auth: ({ scheme }) => (scheme === 'bearer' ? key : undefined) });

const { data: project } = await createProject({ throwOnError: true, body: { key: projectKey, name: 'Flow' } });
const path = { project_id: project.id };
const createFirst = () =>
  createTask({
    ...{ throwOnError: true as const, path, headers: { 'Idempotency-Key': `flow-${projectKey}` } },
    body: { title: 'First', description: null, due_on: '2027-03-01' },
  });
const { data: first, response } = await createFirst();
for (const title of ['Second', 'Third']) await createTask({ throwOnError: true, path, body: { title } });
equal(first.title, 'First');
console.log('ok create');

equal((await createFirst()).data.id, first.id);
console.log('ok idempotency');

const created_after = new Date(Date.now() - 3_600_000).toISOString();
const readPage = async (query: { cursor?: string }) => {
  const { data } = await listProjectTasks({ throwOnError: true, path, query: { limit: 2, created_after, ...query } });
  return data;
};
const page = await readPage({});
equal(page.data.length, 2);
ok(page.page.next_cursor !== null);
const last = await readPage({ cursor: page.page.next_cursor });
deepEqual([last.data.length, last.page.has_more, last.page.next_cursor], [1, false, null]);
console.log('ok pages');

equal(first.due_on, '2027-03-01');
ok(Math.abs(Date.parse(first.created_at) - Date.now()) < 600_000);
console.log('ok dates');

const task = { path: { task_id: first.id } };
const change = () =>
  updateTask({
    ...{ ...task, headers: { 'If-Match': response.headers.get('etag') ?? '' } },
    body: { title: 'Changed', due_on: null },
  });
const changed = (await change()).data;
ok(changed !== undefined);
deepEqual([changed.title, changed.due_on, changed.description, changed.version], ['Changed', null, null, 2]);
console.log('ok nulls');

const stale = await change();
deepEqual([stale.response?.status, stale.error?.code], [412, 'precondition_failed']);
console.log('ok precondition');

equal((await deleteTask(task)).response?.status, 204);
const absent = await getTask(task);
deepEqual([absent.response?.status, absent.error?.code], [404, 'not_found']);
console.log('ok problem');

equal((await deleteProject({ path })).response?.status, 204);
console.log('ok delete');
