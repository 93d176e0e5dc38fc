import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type pg from 'pg';
import { statement } from './pg-statements.ts';
import { createPgStore } from './pg-store.ts';
import { etagOf, hashBearer, type Caller, type NewTask, type Store, type TaskPatch } from './records.ts';

// node:http and pg without a framework: the least that the operations cost in Node. It checks who calls, and nothing
// else about a request.

interface Exchange {
  readonly request: IncomingMessage;
  readonly tokenHash: Buffer;
  /** Of the task or the project. */
  readonly id: string;
  readonly url: string;
}

interface Result {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Row {
  readonly scopes: readonly string[];
  readonly id: string | null;
  readonly version: number;
}

const taskPath = /^\/api\/v2\/tasks\/([0-9a-f-]{36})$/;
const projectPath = /^\/api\/v2\/projects\/([0-9a-f-]{36})(\/tasks)?(?:\?|$)/;

export function startBare(pool: pg.Pool): Server {
  const store = createPgStore(pool);
  const operations = { ...createReads(pool, store), ...createWrites(store) };

  async function handle(request: IncomingMessage): Promise<Result> {
    const { url = '', method } = request;
    if (url === '/health/liveness') return { status: 200, body: { status: 'pass' } };
    const tokenHash = hashBearer(request.headers.authorization);
    if (tokenHash === undefined) return { status: 401 };
    const [, taskId] = taskPath.exec(url) ?? [];
    if (taskId !== undefined) {
      const exchange = { request, tokenHash, id: taskId, url };
      return method === 'PATCH' ? operations.update(exchange) : operations.read('readTask', exchange);
    }
    const [, projectId, tasks] = projectPath.exec(url) ?? [];
    if (projectId === undefined) return { status: 404 };
    const exchange = { request, tokenHash, id: projectId, url };
    if (tasks === undefined) return operations.read('readProject', exchange);
    return method === 'POST' ? operations.create(exchange) : operations.list(exchange);
  }

  return createServer((request, response) => {
    handle(request).then(
      (result) => {
        send(response, result);
      },
      (error: unknown) => {
        console.error(error);
        send(response, { status: 500 });
      },
    );
  });
}

type Work = (caller: Caller) => Promise<Result>;

async function asCaller(store: Store, { tokenHash }: Exchange, scope: string, work: Work): Promise<Result> {
  const caller = await store.authenticate(tokenHash);
  if (caller === undefined) return { status: 401 };
  return caller.scopes.includes(scope) ? work(caller) : { status: 403 };
}

function createReads(pool: pg.Pool, store: Store) {
  return {
    /** Reads the credential and the row by one statement. */
    async read(name: 'readTask' | 'readProject', { tokenHash, id, request }: Exchange): Promise<Result> {
      const { rows } = await pool.query<Row>(statement(name, [tokenHash, id]));
      const [row] = rows;
      if (row === undefined) return { status: 401 };
      const { scopes, ...body } = row;
      if (!scopes.includes(name === 'readTask' ? 'tasks:read' : 'projects:read')) return { status: 403 };
      if (body.id === null) return { status: 404 };
      const etag = etagOf(body);
      if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
      return { status: 200, body, headers: { etag } };
    },

    async list(exchange: Exchange): Promise<Result> {
      const { id, url } = exchange;
      const query = new URLSearchParams(url.slice(url.indexOf('?') + 1));
      const cursor = query.get('cursor') ?? undefined;
      const limit = Number(query.get('limit') ?? 20);
      return asCaller(store, exchange, 'tasks:read', async (caller) => {
        const body = await store.listTasks(caller, id, { limit, status: query.getAll('status'), cursor });
        return body === undefined ? { status: 404 } : { status: 200, body };
      });
    },
  };
}

function createWrites(store: Store) {
  return {
    async create(exchange: Exchange): Promise<Result> {
      const input = (await readJson(exchange.request)) as NewTask;
      return asCaller(store, exchange, 'tasks:write', async (caller) => {
        const body = await store.createTask(caller, exchange.id, input);
        if (body === undefined) return { status: 404 };
        return { status: 201, body, headers: { etag: etagOf(body), location: `/api/v2/tasks/${body.id}` } };
      });
    },

    async update(exchange: Exchange): Promise<Result> {
      const patch = (await readJson(exchange.request)) as TaskPatch;
      return asCaller(store, exchange, 'tasks:write', async (caller) => {
        const body = await store.updateTask(caller, exchange.id, patch);
        return body === undefined ? { status: 404 } : { status: 200, body, headers: { etag: etagOf(body) } };
      });
    },
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Result): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': length, ...headers }).end(text);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
