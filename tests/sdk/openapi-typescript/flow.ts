import { deepEqual, equal, ok } from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './schema';

const { ARCHITECT_URL: baseUrl = '', ARCHITECT_API_KEY: key = '', PROJECT_KEY: projectKey = '' } = process.env;
const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${key}` } });

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the response has no body');
  return value;
}

const project = must((await client.POST('/api/v2/projects', { body: { key: projectKey, name: 'Flow' } })).data);
const params = { path: { project_id: project.id } };
const createFirst = () =>
  client.POST('/api/v2/projects/{project_id}/tasks', {
    params: { ...params, header: { 'Idempotency-Key': `flow-${projectKey}` } },
    body: { title: 'First', description: null, due_on: '2027-03-01' },
  });
const first = must((await createFirst()).data);
for (const title of ['Second', 'Third'])
  must((await client.POST('/api/v2/projects/{project_id}/tasks', { params, body: { title } })).data);
equal(first.title, 'First');
console.log('ok create');

const repeated = must((await createFirst()).data);
equal(repeated.id, first.id);
console.log('ok idempotency');

const created_after = new Date(Date.now() - 3_600_000).toISOString();
const readPage = (query: { cursor?: string }) =>
  client.GET('/api/v2/projects/{project_id}/tasks', {
    params: { ...params, query: { limit: 2, created_after, ...query } },
  });
const page = must((await readPage({})).data);
equal(page.data.length, 2);
ok(page.page.next_cursor !== null);
const last = must((await readPage({ cursor: page.page.next_cursor })).data);
deepEqual([last.data.length, last.page.has_more, last.page.next_cursor], [1, false, null]);
console.log('ok pages');

equal(first.due_on, '2027-03-01');
ok(Math.abs(Date.parse(first.created_at) - Date.now()) < 600_000);
console.log('ok dates');

const change = (header: { 'If-Match': string }) =>
  client.PATCH('/api/v2/tasks/{task_id}', {
    params: { path: { task_id: first.id }, header },
    headers: { 'content-type': 'application/merge-patch+json' },
    body: { title: 'Changed', due_on: null },
  });
const etag = must((await createFirst()).response.headers.get('etag') ?? undefined);
const changed = must((await change({ 'If-Match': etag })).data);
deepEqual([changed.title, changed.due_on, changed.description, changed.version], ['Changed', null, null, 2]);
console.log('ok nulls');

const stale = await change({ 'If-Match': etag });
deepEqual([stale.response.status, stale.error?.code], [412, 'precondition_failed']);
console.log('ok precondition');

const task = { params: { path: { task_id: first.id } } };
equal((await client.DELETE('/api/v2/tasks/{task_id}', task)).response.status, 204);
const absent = await client.GET('/api/v2/tasks/{task_id}', task);
deepEqual([absent.response.status, absent.error?.code], [404, 'not_found']);
console.log('ok problem');

equal((await client.DELETE('/api/v2/projects/{project_id}', { params })).response.status, 204);
console.log('ok delete');
