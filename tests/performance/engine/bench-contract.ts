import type { Document, OperationObject, ParameterObject, PathItem } from '../../../src/documents/generate/document.ts';

// The contract that all servers of the benchmark serve: 32 resources of five operations, made like those of the real
// document. One schema for all, as tasks have it.

const resources = 32;
/** The resource that is asked: neither the first nor the last in any table. */
const asked = `/api/v2/resource15s`;

const id = { type: 'string', format: 'uuid', maxLength: 36 };
const nullableId = { type: ['string', 'null'], format: 'uuid', maxLength: 36 };
const time = { type: 'string', format: 'date-time', maxLength: 35 };
const nullableTime = { type: ['string', 'null'], format: 'date-time', maxLength: 35 };
const title = { type: 'string', minLength: 1, maxLength: 256, pattern: '^[^\\x00]*$' };
const description = { type: ['string', 'null'], maxLength: 100000, pattern: '^[^\\x00]*$' };
const status = { type: 'string', enum: ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'] };
const priority = { type: 'string', enum: ['none', 'low', 'medium', 'high', 'urgent'] };
const type = { type: 'string', enum: ['task', 'bug', 'feature'] };
const dueOn = { type: ['string', 'null'], format: 'date', maxLength: 10 };
const labelIds = { type: 'array', maxItems: 100, items: id };
const count = { type: 'integer', minimum: 1, maximum: 2147483647 };

function closed(properties: Record<string, object>, required = Object.keys(properties)): object {
  return { type: 'object', additionalProperties: false, required, properties };
}

const schemas = {
  Task: closed({
    id,
    organization_id: id,
    project_id: id,
    number: count,
    key: { type: 'string', maxLength: 21, pattern: '^[A-Z][A-Z0-9]{1,9}-[0-9]{1,10}$' },
    title,
    description,
    type,
    status,
    priority,
    assignee_id: nullableId,
    due_on: dueOn,
    label_ids: labelIds,
    created_by_id: nullableId,
    completed_at: nullableTime,
    version: count,
    created_at: time,
    updated_at: time,
  }),
  TaskCreate: closed(
    { title, description, type, status, priority, assignee_id: nullableId, due_on: dueOn, label_ids: labelIds },
    ['title'],
  ),
  TaskPage: closed({
    data: { type: 'array', maxItems: 100, items: { $ref: '#/components/schemas/Task' } },
    page: closed({
      limit: { type: 'integer', minimum: 1, maximum: 100 },
      has_more: { type: 'boolean' },
      next_cursor: { type: ['string', 'null'], maxLength: 1000 },
    }),
  }),
};

const json = (schema: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } });
const etag = { ETag: { required: true, schema: { type: 'string', maxLength: 100, pattern: '^"[0-9]+"$' } } };
const location = { Location: { required: true, schema: { type: 'string', maxLength: 500 } } };

function operation(operationId: string, rest: Pick<OperationObject, 'responses'> & Partial<OperationObject>) {
  return { operationId, tags: ['resources'], 'x-role': 'viewer', 'x-rate-limit': 'read', ...rest };
}

/** express-openapi-validator refuses the colons of a time without it. */
const reserved = { allowReserved: true };
const listParameters: ParameterObject[] = [
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
  {
    name: 'sort',
    in: 'query',
    schema: { type: 'string', enum: ['created_at', '-created_at'], default: '-created_at' },
  },
  { name: 'status', in: 'query', schema: { type: 'array', maxItems: 6, items: status } },
  { name: 'assignee_id', in: 'query', schema: id },
  { name: 'created_after', in: 'query', schema: time, ...reserved },
  { name: 'q', in: 'query', schema: title, ...reserved },
];

function resourcePaths(index: number, security: OperationObject['security']): [string, PathItem][] {
  const path = `/api/v2/resource${index}s`;
  const parameters: ParameterObject[] = [{ name: 'id', in: 'path', required: true, schema: id }];
  const body = { required: true, content: json('TaskCreate') };
  const secured = security === undefined ? { security: [] } : { security };
  const one = { 200: { description: 'The resource.', headers: etag, content: json('Task') } };
  const made = { 201: { description: 'The resource.', headers: { ...etag, ...location }, content: json('Task') } };
  const page = { 200: { description: 'A page.', content: json('TaskPage') } };
  return [
    [
      path,
      {
        get: operation(`list${index}`, { ...secured, parameters: listParameters, responses: page }),
        post: operation(`create${index}`, { ...secured, requestBody: body, responses: made }),
      },
    ],
    [
      `${path}/{id}`,
      {
        parameters,
        get: operation(`get${index}`, { ...secured, responses: one }),
        patch: operation(`update${index}`, { ...secured, requestBody: body, responses: one }),
        delete: operation(`delete${index}`, { ...secured, responses: { 204: { description: 'Gone.' } } }),
      },
    ],
  ];
}

/** The contract, with or without bearer security on every operation. */
export function benchContract(isSecured: boolean): Document {
  const security = isSecured ? [{ bearerAuth: ['tasks:read'] }] : undefined;
  const paths = Array.from({ length: resources }, (_, index) => resourcePaths(index, security)).flat();
  return {
    openapi: '3.1.0',
    info: { title: 'Benchmark', version: '2.0.0' },
    paths: Object.fromEntries(paths),
    components: { schemas, securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } } },
  };
}

export const operationsCount = resources * 5;

/** The row that every server responds; the handlers of all servers return this very object. */
export const task = {
  id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300',
  organization_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0001',
  project_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0010',
  number: 42,
  key: 'CORE-42',
  title: 'Answer conditional requests on every resource',
  description: 'Clients that poll should get 304 where nothing has changed; the ETag is the version of the row. ',
  type: 'feature',
  status: 'in_progress',
  priority: 'high',
  assignee_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100',
  due_on: '2026-12-24',
  label_ids: ['01939b7c-2f4e-7a10-8c55-0a1b2c3d0400', '01939b7c-2f4e-7a10-8c55-0a1b2c3d0401'],
  created_by_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100',
  completed_at: null,
  version: 3,
  created_at: '2026-11-23T09:00:00.000Z',
  updated_at: '2026-11-23T10:30:00.000Z',
};

/** Twenty rows that differ, so that nothing is cheap because it has just been seen. */
export const page = {
  data: Array.from({ length: 20 }, (_, index) => ({
    ...task,
    id: task.id.slice(0, -2) + String(10 + index),
    number: 100 + index,
    key: `CORE-${100 + index}`,
    title: `${task.title} ${index}`,
    assignee_id: index % 3 === 0 ? null : task.assignee_id,
  })),
  page: { limit: 20, has_more: true, next_cursor: 'eyJhIjoiMjAyNi0xMS0yM1QwOTowMDowMC4wMDBaIn0.c2lnbmF0dXJl' },
};

export const token = `ak_${'0123456789'.repeat(4)}abc`;
/** An id for which the engine's handlers respond with a field that the contract does not name. */
export const leakingId = '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff';

export interface Case {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
}

const query = [
  'limit=20',
  'sort=-created_at',
  'status=todo&status=in_progress',
  'assignee_id=01939b7c-2f4e-7a10-8c55-0a1b2c3d0100',
  'created_after=2026-01-01T00:00:00.000Z',
  'q=conditional%20requests',
].join('&');

const create = {
  title: task.title,
  description: task.description.repeat(8).slice(0, 700),
  type: task.type,
  status: 'todo',
  priority: task.priority,
  assignee_id: task.assignee_id,
  due_on: task.due_on,
  label_ids: task.label_ids,
};

export const cases: readonly Case[] = [
  { name: 'GET by id', method: 'GET', path: `${asked}/${task.id}` },
  { name: 'list, 6 parameters', method: 'GET', path: `${asked}?${query}` },
  { name: 'POST of 1 KB', method: 'POST', path: asked, body: JSON.stringify(create) },
];
