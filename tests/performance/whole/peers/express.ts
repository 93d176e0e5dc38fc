import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types.js';
import type { Knex } from 'knex';
import { formats } from '../../../../src/contract/request/formats.ts';
import { createKnexStore } from './knex-store.ts';
import { etagOf, hashBearer, type Caller, type NewTask, type Store, type TaskPatch } from './records.ts';
import { documentOfBench } from './schemas.ts';

// Express with express-openapi-validator, which checks security, requests and responses of the document, and knex.

const callers = new WeakMap<Request, Caller>();

export function startExpress(knex: Knex): Server {
  const store = createKnexStore(knex);
  const app = express();
  app.disable('x-powered-by');
  // Express computes an ETag of the body; these resources have one of their own.
  app.set('etag', false);
  app.get('/health/liveness', (_request, response) => {
    response.json({ status: 'pass' });
  });
  app.use(express.json({ type: ['application/json', 'application/*+json'] }));
  app.use(
    OpenApiValidator.middleware({
      apiSpec: documentOfBench() as OpenAPIV3.DocumentV3_1,
      validateApiSpec: false,
      validateRequests: true,
      validateResponses: true,
      validateSecurity: { handlers: { bearerAuth: (request, scopes) => authenticate(store, request, scopes) } },
      formats: Object.fromEntries(
        Object.entries(formats).map(([name, validate]) => [name, { type: 'string', validate } as const]),
      ),
    }),
  );
  addRoutes(app, store);
  const onError: ErrorRequestHandler = (error: { status?: number; message?: string }, _request, response, _next) => {
    if (error.status === undefined) console.error(error);
    response.status(error.status ?? 500).json({ message: error.message });
  };
  app.use(onError);
  return createServer(app);
}

/** Remembers who calls, for the handler. */
async function authenticate(store: Store, request: Request, scopes: readonly string[]): Promise<boolean> {
  const tokenHash = hashBearer(request.headers.authorization);
  const caller = tokenHash && (await store.authenticate(tokenHash));
  if (caller === undefined || !scopes.every((scope) => caller.scopes.includes(scope))) return false;
  callers.set(request, caller);
  return true;
}

function addRoutes(app: express.Express, store: Store): void {
  const callerOf = (request: Request): Caller => callers.get(request)!;
  app.get('/api/v2/tasks/:id', async (request, response) => {
    sendVersioned(request, response, await store.findTask(callerOf(request), request.params.id));
  });
  app.patch('/api/v2/tasks/:id', async (request, response) => {
    const patch = request.body as TaskPatch;
    sendVersioned(request, response, await store.updateTask(callerOf(request), request.params.id, patch));
  });
  app.get('/api/v2/projects/:id', async (request, response) => {
    sendVersioned(request, response, await store.findProject(callerOf(request), request.params.id));
  });
  app.get('/api/v2/projects/:id/tasks', async (request, response) => {
    const query = request.query as unknown as { limit: number; status?: string[]; cursor?: string };
    const { limit, status = [], cursor } = query;
    const page = await store.listTasks(callerOf(request), request.params.id, { limit, status, cursor });
    if (page === undefined) response.status(404).end();
    else response.json(page);
  });
  app.post('/api/v2/projects/:id/tasks', async (request, response) => {
    const task = await store.createTask(callerOf(request), request.params.id, request.body as NewTask);
    if (task === undefined) response.status(404).end();
    else
      response
        .status(201)
        .set({ ETag: etagOf(task), Location: `/api/v2/tasks/${task.id}` })
        .json(task);
  });
}

function sendVersioned(request: Request, response: Response, found: { readonly version: number } | undefined): void {
  if (found === undefined) {
    response.status(404).end();
    return;
  }
  const etag = etagOf(found);
  response.set('ETag', etag);
  if (request.headers['if-none-match'] === etag) response.status(304).end();
  else response.json(found);
}
