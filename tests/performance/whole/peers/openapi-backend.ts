import { createServer, type Server } from 'node:http';
import Koa from 'koa';
import type { Knex } from 'knex';
import { OpenAPIBackend, type Context, type Document, type HandlerMap } from 'openapi-backend';
import { formats } from '../../../../src/contract/request/formats.ts';
import { textOf } from '../../engine/servers/bench-server.ts';
import { createKnexStore } from './knex-store.ts';
import { etagOf, hashBearer, type Caller, type NewTask, type Store, type TaskPatch } from './records.ts';
import { documentOfBench } from './schemas.ts';

// openapi-backend as it comes, on Koa: its router, its validation of requests and responses of the document; knex.

export async function startOpenApiBackend(knex: Knex): Promise<Server> {
  const store = createKnexStore(knex);
  const api = new OpenAPIBackend({
    definition: documentOfBench() as Document,
    quick: true,
    coerceTypes: true,
    ajvOpts: { strict: false },
    customizeAjv: (ajv) => {
      for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check);
      return ajv;
    },
    handlers: { ...refusals, ...handlersOf(store) },
    securityHandlers: {
      bearerAuth: async ({ request }) => {
        const { authorization } = request.headers as Record<string, string | undefined>;
        const tokenHash = hashBearer(authorization);
        return (tokenHash && (await store.authenticate(tokenHash))) ?? false;
      },
    },
  });
  api.register('postResponseHandler', (context: Context, koa: Koa.Context) => {
    if (koa.status >= 300) return;
    const { valid, errors } = api.validateResponse(koa.body, context.operation, koa.status);
    if (valid) return;
    console.error(errors);
    koa.status = 500;
  });
  await api.init();
  const app = new Koa();
  app.use(async (koa) => {
    if (koa.path === '/health/liveness') {
      koa.body = { status: 'pass' };
      return;
    }
    const body: unknown = koa.method === 'GET' ? undefined : JSON.parse(await textOf(koa.req));
    const headers = koa.headers as Record<string, string>;
    await api.handleRequest({ method: koa.method, path: koa.path, query: koa.querystring, headers, body }, koa);
  });
  const handle = app.callback();
  return createServer((request, response) => void handle(request, response));
}

const refuse =
  (status: number) =>
  (context: Context, koa: Koa.Context): void => {
    koa.status = status;
    koa.body = { errors: context.validation.errors };
  };
const refusals: HandlerMap = {
  notFound: refuse(404),
  unauthorizedHandler: refuse(401),
  validationFail: refuse(400),
};

function handlersOf(store: Store): HandlerMap {
  const callerOf = (context: Context): Caller => context.security['bearerAuth'] as Caller;
  const idOf = ({ request }: Context, name: string): string => (request.params as Record<string, string>)[name] ?? '';
  return {
    getTask: async (context: Context, koa: Koa.Context) => {
      sendVersioned(koa, await store.findTask(callerOf(context), idOf(context, 'task_id')));
    },
    updateTask: async (context: Context, koa: Koa.Context) => {
      const patch = context.request.requestBody as TaskPatch;
      sendVersioned(koa, await store.updateTask(callerOf(context), idOf(context, 'task_id'), patch));
    },
    getProject: async (context: Context, koa: Koa.Context) => {
      sendVersioned(koa, await store.findProject(callerOf(context), idOf(context, 'project_id')));
    },
    listProjectTasks: async (context: Context, koa: Koa.Context) => {
      const { limit, status = [], cursor } = context.request.query as unknown as ListQuery;
      const query = { limit: Number(limit ?? 20), status: [status].flat(), cursor };
      const page = await store.listTasks(callerOf(context), idOf(context, 'project_id'), query);
      if (page === undefined) koa.status = 404;
      else koa.body = page;
    },
    createTask: async (context: Context, koa: Koa.Context) => {
      const input = context.request.requestBody as NewTask;
      const task = await store.createTask(callerOf(context), idOf(context, 'project_id'), input);
      if (task === undefined) {
        koa.status = 404;
        return;
      }
      koa.status = 201;
      koa.set({ ETag: etagOf(task), Location: `/api/v2/tasks/${task.id}` });
      koa.body = task;
    },
  };
}

interface ListQuery {
  readonly limit?: string;
  readonly status?: string | readonly string[];
  readonly cursor?: string;
}

function sendVersioned(koa: Koa.Context, found: { readonly version: number } | undefined): void {
  if (found === undefined) {
    koa.status = 404;
    return;
  }
  koa.set('ETag', etagOf(found));
  if (koa.get('If-None-Match') === etagOf(found)) koa.status = 304;
  else koa.body = found;
}
