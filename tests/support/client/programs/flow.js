// A program of somebody who has installed the package, without TypeScript. It prints one line of JSON.
/* global AbortSignal, Blob, btoa, setTimeout */
import { createHmac } from 'node:crypto';
import { createArchitect, isProblem, verifyWebhook } from 'architect-client';

const { ARCHITECT_URL: baseUrl, ARCHITECT_API_KEY: apiKey } = process.env;
const client = createArchitect({ baseUrl, apiKey });
const codeOf = (error) => (isProblem(error) ? [error.code, error.status] : String(error));

const { data: project } = await client.call('createProject', { body: { key: 'LAB', name: 'Laboratory' } });
const inProject = { path: { project_id: project.id } };
const first = await client.call('createTask', { ...inProject, body: { title: 'First' } });
for (const title of ['Second', 'Third']) await client.call('createTask', { ...inProject, body: { title } });

const listed = [];
const query = { limit: 2, sort: 'created_at' };
for await (const { key } of client.paginate('listProjectTasks', { ...inProject, query })) listed.push(key);

const taken = { body: { key: 'LAB', name: 'Laboratory' } };
const problem = await client.call('createProject', taken).catch(codeOf);

const path = { task_id: first.data.id };
const change = ({ title }) => ({ title: `${title}, again` });
const { data: updated } = await client.update('updateTask', { path }, change);
const [stale] = await client.call('deleteTask', { path, ifMatch: first.etag }).catch(codeOf);

const second = { path: { task_id: 'LAB-2' } };
const deleted = (await client.call('deleteTask', second)).data ?? null;

const upload = new Blob(['title\nImported 1\nImported 2\n']).stream();
const csv = { query: { source: 'csv' }, contentType: 'text/csv', body: upload };
let { data: current } = await client.call('createImport', { ...inProject, ...csv });
while (current.finished_at === null) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  current = (await client.call('getImport', { path: { import_id: current.id } })).data;
}

const exported = [];
for await (const record of client.records('exportProject', inProject)) if (record.title) exported.push(record.title);

const body = '{"type":"task.created"}';
const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', 'secret').update(`1.${timestamp}.${body}`).digest('base64');
const headers = { 'webhook-id': '1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
const event = await verifyWebhook(body, headers, `whsec_${btoa('secret')}`);

const aborted = await client.call('getMe', { signal: AbortSignal.abort('enough') }).catch(String);

console.log(
  JSON.stringify({
    ...{ created: first.data.key, listed, problem, stale, updated: [updated.title, updated.version], deleted },
    ...{ imported: current.status, exported: exported.sort(), webhook: event.type, aborted },
  }),
);
