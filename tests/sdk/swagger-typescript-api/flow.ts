import { deepEqual, equal, ok } from 'node:assert/strict';
import { Api, type HttpResponse, type Problem } from './client';

const { ARCHITECT_URL: baseUrl = '', ARCHITECT_API_KEY: key = '', PROJECT_KEY: projectKey = '' } = process.env;
const { api } = new Api({
  baseUrl,
  securityWorker: () => ({ headers: { authorization: `Bearer ${key}` } }),
});

/** Returns the problem that a call ends with. */
async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  ok(thrown instanceof Response);
  return (thrown as HttpResponse<unknown, Problem>).error;
}

const { data: project } = await api.createProject({ key: projectKey, name: 'Flow' });
const createFirst = () =>
  api.createTask(
    project.id,
    { title: 'First', description: null, due_on: '2027-03-01' },
    { headers: { 'Idempotency-Key': `flow-${projectKey}` } },
  );
const { data: first, headers } = await createFirst();
for (const title of ['Second', 'Third']) await api.createTask(project.id, { title });
equal(first.title, 'First');
console.log('ok create');

equal((await createFirst()).data.id, first.id);
console.log('ok idempotency');

const created_after = new Date(Date.now() - 3_600_000).toISOString();
const readPage = async (query: { cursor?: string }) =>
  (await api.listProjectTasks(project.id, { limit: 2, created_after, ...query })).data;
const page = await readPage({});
equal(page.data.length, 2);
ok(page.page.next_cursor !== null);
const last = await readPage({ cursor: page.page.next_cursor });
deepEqual([last.data.length, last.page.has_more, last.page.next_cursor], [1, false, null]);
console.log('ok pages');

equal(first.due_on, '2027-03-01');
ok(Math.abs(Date.parse(first.created_at) - Date.now()) < 600_000);
console.log('ok dates');

const ifMatch = { headers: { 'If-Match': headers.get('etag') ?? '' } };
const change = () => api.updateTask(first.id, { title: 'Changed', due_on: null }, ifMatch);
const { data: changed } = await change();
deepEqual([changed.title, changed.due_on, changed.description, changed.version], ['Changed', null, null, 2]);
console.log('ok nulls');

const stale = await problemOf(change());
deepEqual([stale.status, stale.code], [412, 'precondition_failed']);
console.log('ok precondition');

equal((await api.deleteTask(first.id)).status, 204);
const absent = await problemOf(api.getTask(first.id));
deepEqual([absent.status, absent.code], [404, 'not_found']);
console.log('ok problem');

equal((await api.deleteProject(project.id)).status, 204);
console.log('ok delete');
