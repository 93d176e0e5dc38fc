import { deepEqual, equal, ok } from 'node:assert/strict';
import { Configuration, ProblemFromJSON, ProjectsApi, ResponseError, TasksApi, type Problem } from './client';

const { ARCHITECT_URL: basePath = '', ARCHITECT_API_KEY: accessToken = '', PROJECT_KEY: projectKey = '' } = process.env;
const configuration = new Configuration({ basePath, accessToken });
const projects = new ProjectsApi(configuration);
const tasks = new TasksApi(configuration);

/** Returns the problem that a call ends with. */
async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ResponseError)) throw new Error(String(thrown));
  return ProblemFromJSON(await thrown.response.json());
}

const { id: projectId } = await projects.createProject({ projectCreate: { key: projectKey, name: 'Flow' } });
const dueOn = new Date('2027-03-01');
const createFirst = () =>
  tasks.createTask({
    ...{ projectId, idempotencyKey: `flow-${projectKey}` },
    taskCreate: { title: 'First', description: null, dueOn },
  });
const first = await createFirst();
for (const title of ['Second', 'Third']) await tasks.createTask({ projectId, taskCreate: { title } });
equal(first.title, 'First');
console.log('ok create');

equal((await createFirst()).id, first.id);
console.log('ok idempotency');

const createdAfter = new Date(Date.now() - 3_600_000);
const readPage = (query: { cursor?: string }) =>
  tasks.listProjectTasks({ projectId, limit: 2, createdAfter, ...query });
const page = await readPage({});
equal(page.data.length, 2);
ok(page.page.nextCursor !== null);
const last = await readPage({ cursor: page.page.nextCursor });
deepEqual([last.data.length, last.page.hasMore, last.page.nextCursor], [1, false, null]);
console.log('ok pages');

deepEqual(first.dueOn, dueOn);
ok(Math.abs(first.createdAt.getTime() - Date.now()) < 600_000);
console.log('ok dates');

const { raw } = await tasks.getTaskRaw({ taskId: first.id });
const ifMatch = raw.headers.get('etag') ?? '';
const change = () => tasks.updateTask({ taskId: first.id, ifMatch, taskUpdate: { title: 'Changed', dueOn: null } });
const changed = await change();
deepEqual([changed.title, changed.dueOn, changed.description, changed.version], ['Changed', null, null, 2]);
console.log('ok nulls');

const stale = await problemOf(change());
deepEqual([stale.status, stale.code], [412, 'precondition_failed']);
console.log('ok precondition');

await tasks.deleteTask({ taskId: first.id });
const absent = await problemOf(tasks.getTask({ taskId: first.id }));
deepEqual([absent.status, absent.code], [404, 'not_found']);
console.log('ok problem');

await projects.deleteProject({ projectId });
console.log('ok delete');
