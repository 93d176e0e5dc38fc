// What the types of the client promise, and what they refuse. Each @ts-expect-error fails to compile if nothing is wrong.
import {
  createArchitect,
  isProblem,
  verifyWebhook,
  type CallResult,
  type ItemOf,
  type ProblemCode,
  type Task,
} from '../../../../src/client/index.ts';

type IsAny<T> = 0 extends 1 & T ? true : false;
/** No argument if the types are the same, else one that nobody can give. */
type Proof<Actual, Expected> = [IsAny<Actual>, Actual, Expected] extends [false, Expected, Actual] ? [] : [never];

function exactly<Expected>(): <Actual>(value: Actual, ...proof: Proof<Actual, Expected>) => void {
  return () => undefined;
}

const client = createArchitect({ baseUrl: 'http://localhost:8080' });
const path = { task_id: 'LAB-1' };

export async function accepted(signal: AbortSignal, etag: string | undefined): Promise<void> {
  const created = await client.call('createTask', { path: { project_id: 'LAB' }, body: { title: 'a' } });
  exactly<Task>()(created.data);
  exactly<string>()(created.etag);
  exactly<false>()(created.notModified);

  const deleted = await client.call('deleteTask', {
    path,
    signal,
    ifMatch: created.etag,
    headers: { 'x-team': 'lab' },
  });
  exactly<undefined>()(deleted.data);

  const read = await client.call('getTask', { path, ifNoneMatch: etag });
  exactly<Task | undefined>()(read.data);
  if (!read.notModified) exactly<Task>()(read.data);

  const list = await client.call('listTasks');
  exactly<undefined>()(list.etag);
  for await (const task of client.paginate('listTasks', { query: { status: ['todo', 'done'] } })) {
    exactly<ItemOf<'listTasks'>>()(task);
    exactly<Task>()(task);
  }

  await client.update('updateTask', { path, attempts: 2 }, ({ title }) => ({ title }));
  await client.update('updateTask', { path }, async (task) => ({ priority: task.priority, assignee_id: null }));
  await client.call('createImport', { path: { project_id: 'LAB' }, contentType: 'text/csv', body: 'title\n' });
  await client.call('createImport', {
    path: { project_id: 'LAB' },
    contentType: 'application/json',
    body: new Blob([]),
  });
  const csv = await client.call('exportProject', { path: { project_id: 'LAB' }, accept: 'text/csv' });
  exactly<string>()(csv.data);
  for await (const record of client.records('exportAuditLog')) exactly<string>()(record.action);

  const { data } = await client.http.GET('/api/v2/me');
  exactly<string | undefined>()(data?.email);
}

export function narrowed(error: unknown): ProblemCode | undefined {
  if (isProblem(error, 'task_blocked', 'not_found')) {
    exactly<'task_blocked' | 'not_found'>()(error.code);
    return error.code;
  }
  return isProblem(error) ? error.code : undefined;
}

export async function received(body: string, headers: Headers): Promise<string> {
  const event = await verifyWebhook(body, headers, ['whsec_YQ==', 'whsec_Yg==']);
  switch (event.type) {
    case 'task.created':
      return event.data.title;
    case 'user.registered':
      return event.organization_id ?? '';
    default:
      return event.type;
  }
}

export function resultOf(result: CallResult<'getMe'>): string {
  return result.data.email;
}

export async function refused(): Promise<void> {
  // @ts-expect-error: no such operation
  await client.call('snoozeTask', { path });
  // @ts-expect-error: the path is missing
  await client.call('getTask');
  // @ts-expect-error: another name of a path parameter
  await client.call('getTask', { path: { id: 'LAB-1' } });
  // @ts-expect-error: the body is missing
  await client.call('createTask', { path: { project_id: 'LAB' } });
  // @ts-expect-error: a member of the body is missing
  await client.call('createTask', { path: { project_id: 'LAB' }, body: {} });
  // @ts-expect-error: an unknown member of the body
  await client.call('createTask', { path: { project_id: 'LAB' }, body: { title: 'a', colour: 'red' } });
  // @ts-expect-error: an unknown value of a filter
  await client.call('listTasks', { query: { status: ['snoozed'] } });
  // @ts-expect-error: an unknown filter
  await client.call('listTasks', { query: { colour: 'red' } });
  // @ts-expect-error: an operation without Idempotency-Key
  await client.call('getTask', { path, idempotencyKey: '1' });
  // @ts-expect-error: an operation without If-Match
  await client.call('getTask', { path, ifMatch: '"1"' });
  // @ts-expect-error: an operation without If-None-Match
  await client.call('listTasks', { ifNoneMatch: '"1"' });
  // @ts-expect-error: an operation without a body
  await client.call('getTask', { path, body: {} });
  // @ts-expect-error: a media type that the operation does not take
  await client.call('createImport', { path: { project_id: 'LAB' }, contentType: 'text/plain', body: 'a' });
  // @ts-expect-error: a media type that the operation does not return
  await client.call('exportProject', { path: { project_id: 'LAB' }, accept: 'application/json' });
  // @ts-expect-error: an operation without pages
  client.paginate('getTask', { path });
  // @ts-expect-error: an operation that is no update
  await client.update('createTask', { path: { project_id: 'LAB' } }, () => ({ title: 'a' }));
  // @ts-expect-error: an unknown member of the patch
  await client.update('updateTask', { path }, () => ({ colour: 'red' }));
  // @ts-expect-error: an operation without a stream
  await client.stream('getTask', { path });
  // @ts-expect-error: an unknown code
  isProblem(new Error(), 'moon_is_full');
}
