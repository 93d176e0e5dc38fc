import { createServer, type Server } from 'node:http';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type pg from 'pg';
import { formats } from '../../../../src/contract/request/formats.ts';
import { createPgStore } from './pg-store.ts';
import { etagOf, hashBearer, type Caller, type NewTask, type Store, type TaskPatch } from './records.ts';
import { bodySchemas, responseSchemas } from './schemas.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined;
  }
}

// Fastify with schemas, as its documentation recommends: requests are validated by Ajv, responses are serialised by
// their schemas, and a hook authenticates.

/** Authenticates, then checks the scope. */
function requireScope(store: Store, scope: string) {
  return async (request: FastifyRequest, response: FastifyReply): Promise<void> => {
    const tokenHash = hashBearer(request.headers.authorization);
    request.caller = tokenHash && (await store.authenticate(tokenHash));
    if (request.caller === undefined) await response.code(401).send();
    else if (!request.caller.scopes.includes(scope)) await response.code(403).send();
  };
}

export async function startFastify(pool: pg.Pool): Promise<Server> {
  const store = createPgStore(pool);
  let server: Server | undefined;
  const app = fastify({
    logger: false,
    ajv: { customOptions: { coerceTypes: 'array', formats: { ...formats } } },
    serverFactory: (handler) => (server = createServer(handler)),
  });
  app.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );
  app.decorateRequest('caller', undefined);
  app.get('/health/liveness', () => ({ status: 'pass' }));
  addTasks(app, store);
  addProjects(app, store);
  await app.ready();
  if (server === undefined) throw new Error('Fastify made no server');
  return server;
}

const uuid = { type: 'string', format: 'uuid' } as const;
const params = { type: 'object', properties: { id: uuid } } as const;

interface ById {
  Params: { id: string };
}

function sendVersioned(request: FastifyRequest, response: FastifyReply, found: { version: number } | undefined) {
  if (found === undefined) return response.code(404).send();
  const etag = etagOf(found);
  void response.header('etag', etag);
  return request.headers['if-none-match'] === etag ? response.code(304).send() : response.send(found);
}

function addTasks(app: FastifyInstance, store: Store): void {
  const response = { '2xx': responseSchemas.task };
  app.get<ById>(
    '/api/v2/tasks/:id',
    { schema: { params, response }, onRequest: requireScope(store, 'tasks:read') },
    async (request, result) => sendVersioned(request, result, await store.findTask(request.caller!, request.params.id)),
  );
  app.patch<ById & { Body: TaskPatch }>(
    '/api/v2/tasks/:id',
    { schema: { params, body: bodySchemas.update, response }, onRequest: requireScope(store, 'tasks:write') },
    async (request, result) =>
      sendVersioned(request, result, await store.updateTask(request.caller!, request.params.id, request.body)),
  );
}

const querystring = {
  type: 'object',
  additionalProperties: false,
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    cursor: { type: 'string', maxLength: 1000 },
    status: {
      type: 'array',
      items: { type: 'string', enum: ['backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled'] },
      default: [],
    },
    sort: { const: '-updated_at' },
  },
} as const;

interface ListQuery {
  limit: number;
  cursor?: string;
  status: string[];
}

function addProjects(app: FastifyInstance, store: Store): void {
  app.get<ById>(
    '/api/v2/projects/:id',
    {
      schema: { params, response: { '2xx': responseSchemas.project } },
      onRequest: requireScope(store, 'projects:read'),
    },
    async (request, result) =>
      sendVersioned(request, result, await store.findProject(request.caller!, request.params.id)),
  );
  app.get<ById & { Querystring: ListQuery }>(
    '/api/v2/projects/:id/tasks',
    {
      schema: { params, querystring, response: { '2xx': responseSchemas.page } },
      onRequest: requireScope(store, 'tasks:read'),
    },
    async (request, result) => {
      const page = await store.listTasks(request.caller!, request.params.id, request.query);
      return page ?? result.code(404).send();
    },
  );
  app.post<ById & { Body: NewTask }>(
    '/api/v2/projects/:id/tasks',
    {
      schema: { params, body: bodySchemas.create, response: { '2xx': responseSchemas.task } },
      onRequest: requireScope(store, 'tasks:write'),
    },
    async (request, result) => {
      const task = await store.createTask(request.caller!, request.params.id, request.body);
      if (task === undefined) return result.code(404).send();
      void result.code(201).headers({ etag: etagOf(task), location: `/api/v2/tasks/${task.id}` });
      return result.send(task);
    },
  );
}
