import { deepEqual, equal, ok } from 'node:assert/strict';
import { createProject, createTask, deleteProject, deleteTask, getTask, listProjectTasks, updateTask } from './client';

const { ARCHITECT_API_KEY: key = '', PROJECT_KEY: projectKey = '' } = process.env;
const options = { headers: { authorization: `Bearer ${key}` } };

const project = await createProject({ key: projectKey, name: 'Flow' }, undefined, options);
if (project.status !== 201) throw new Error(project.data.detail);
const projectId = project.data.id;
const create = async (task: Parameters<typeof createTask>[1], headers?: { 'Idempotency-Key': string }) => {
  const created = await createTask(projectId, task, headers, options);
  if (created.status !== 201) throw new Error(created.data.detail);
  return created;
};
const createFirst = () =>
  create({ title: 'First', description: null, due_on: '2027-03-01' }, { 'Idempotency-Key': `flow-${projectKey}` });
const { data: first, headers } = await createFirst();
for (const title of ['Second', 'Third']) await create({ title });
equal(first.title, 'First');
console.log('ok create');

equal((await createFirst()).data.id, first.id);
console.log('ok idempotency');

const created_after = new Date(Date.now() - 3_600_000).toISOString();
const readPage = async (query: { cursor?: string }) => {
  const page = await listProjectTasks(projectId, { limit: 2, created_after, ...query }, undefined, options);
  if (page.status !== 200) throw new Error(`status ${page.status}`);
  return page.data;
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

const ifMatch = { 'If-Match': headers.get('etag') ?? '' };
const change = () => updateTask(first.id, { title: 'Changed', due_on: null }, ifMatch, options);
const changed = await change();
if (changed.status !== 200) throw new Error(changed.data.detail);
const { title, due_on, description, version } = changed.data;
deepEqual([title, due_on, description, version], ['Changed', null, null, 2]);
console.log('ok nulls');

const stale = await change();
if (stale.status !== 412) throw new Error(`status ${stale.status}`);
equal(stale.data.code, 'precondition_failed');
console.log('ok precondition');

equal((await deleteTask(first.id, undefined, options)).status, 204);
const absent = await getTask(first.id, undefined, options);
if (absent.status !== 404) throw new Error(`status ${absent.status}`);
equal(absent.data.code, 'not_found');
console.log('ok problem');

equal((await deleteProject(projectId, undefined, options)).status, 204);
console.log('ok delete');
