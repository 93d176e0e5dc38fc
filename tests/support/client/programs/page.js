// What a page of another origin does with the bundled client. The test calls it and looks at the result.
/* global File, window */
import { createArchitect, isProblem } from 'architect-client';

window.runFlow = async (baseUrl, apiKey) => {
  const client = createArchitect({ baseUrl, apiKey });
  const { data: project } = await client.call('createProject', { body: { key: 'LAB', name: 'Laboratory' } });
  const inProject = { path: { project_id: project.id } };
  const order = { ...inProject, body: { title: 'First' }, idempotencyKey: 'order-1' };
  const first = await client.call('createTask', order);
  const replayed = (await client.call('createTask', order)).response.headers.get('idempotency-replayed');
  const file = new File(['title\nSecond\nThird\n'], 'tasks.csv', { type: 'text/csv' });
  const csv = { query: { source: 'csv' }, contentType: 'text/csv', body: file };
  let { data: current } = await client.call('createImport', { ...inProject, ...csv });
  while (current.finished_at === null) {
    await new Promise((resolve) => window.setTimeout(resolve, 100));
    current = (await client.call('getImport', { path: { import_id: current.id } })).data;
  }
  const listed = [];
  for await (const { title } of client.paginate('listProjectTasks', { ...inProject, query: { limit: 2 } }))
    listed.push(title);
  const path = { task_id: first.data.id };
  const { data: updated } = await client.update('updateTask', { path }, ({ title }) => ({ title: `${title}!` }));
  const stale = await client.call('deleteTask', { path, ifMatch: first.etag }).catch((error) => error);
  const read = await client.call('getTask', { path });
  const again = await client.call('getTask', { path, ifNoneMatch: read.etag });
  const exported = [];
  for await (const record of client.records('exportProject', inProject)) if (record.title) exported.push(record.title);
  const limited = await client.call('getTask', { path: { task_id: 'LAB-99' } }).catch((error) => error);
  return {
    ...{ replayed, imported: current.status, listed: listed.sort(), exported: exported.sort() },
    ...{ updated: [updated.title, updated.version], notModified: again.notModified, etag: read.etag },
    stale: isProblem(stale, 'precondition_failed'),
    absent: [limited.code, limited.status, typeof limited.requestId],
    blob: (await client.call('exportProject', { ...inProject, accept: 'text/csv' })).data.length > 0,
  };
};
