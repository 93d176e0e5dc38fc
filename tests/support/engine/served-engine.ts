import { identity } from '../../../src/contract/response/content-coding.ts';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { createEngine, type Engine } from '../../../src/contract/engine.ts';
import type { AnyHandler, EngineOptions, SecurityHandler } from '../../../src/contract/options.ts';
import { AppError } from '../../../src/problems/app-error.ts';
import type { Db, Statement } from '../../../src/platform/database.ts';
import type { RequestState } from '../../../src/platform/request-state.ts';
import type { Actor } from '../../../src/platform/unit.ts';
import { compileDocument, type CompiledDocument } from '../contract/compile-document.ts';
import { createManualClock } from '../clock.ts';
import { smallContract } from './small-contract.ts';

/** Records the statements of a request, for tests that need no real database. */
export interface FakeDb extends Db {
  readonly steps: string[];
}

export interface ServedEngine {
  readonly url: string;
  readonly engine: Engine;
  readonly logged: object[];
  /** Counted contract violations, as `operation part`. */
  readonly violated: string[];
  /** The engine's state of each request, in order. */
  readonly states: readonly RequestState[];
  readonly db: FakeDb;
  request(method: string, path: string, init?: RequestInit): Promise<GivenResponse>;
  close(): Promise<void>;
}

export interface GivenResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The error's code, if it has one. */
  readonly code: string | undefined;
  readonly violations: readonly Record<string, string>[];
  readonly params: Record<string, unknown>;
}

let compiled: Promise<CompiledDocument> | undefined;

/** The engine of the small contract behind Koa on a loopback port, with an error middleware that shows the AppError. */
export async function serveEngine(
  handlers: Readonly<Record<string, AnyHandler>>,
  overrides: Partial<EngineOptions> = {},
): Promise<ServedEngine> {
  compiled ??= compileDocument(smallContract);
  const logged: object[] = [];
  const violated: string[] = [];
  const db = fakeDb();
  const engine = createEngine({
    version: 'v2',
    versions: ['v1', 'v2'],
    document: smallContract as EngineOptions['document'],
    ...(await compiled),
    handlers,
    security,
    cookiePrefix: '',
    rateLimiter: undefined,
    db,
    cipher: { seal: (plain) => plain, open: (sealed) => sealed },
    log: { error: (fields) => logged.push(fields), warn: (fields) => logged.push(fields) },
    onBreach: ({ operation_id, part, pointer }) => violated.push(`${operation_id} ${part} ${pointer}`.trim()),
    onUse: () => undefined,
    clock: createManualClock(),
    sunsetExtensionMs: 0,
    streams: { openMax: 2, stallMs: 300, durationMaxMs: 60_000 },
    ...overrides,
  });
  const states: RequestState[] = [];
  const server = appOf(engine, states).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    engine,
    logged,
    violated,
    states,
    db,
    request: async (method, path, init) => resultOf(await fetch(url + path, { method, ...init })),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function appOf(engine: Engine, states: RequestState[]): Koa<RequestState> {
  const app = new Koa<RequestState>();
  app.use(async (context) => {
    context.state = {
      request_id: 'request-1',
      trace_id: undefined,
      span: undefined,
      startedAt: 0,
      operation: undefined,
      actor: undefined,
      problem: undefined,
      streamed_bytes: 0,
      offer: undefined,
      encoding: identity,
    };
    states.push(context.state);
    try {
      await engine.handle(context);
    } catch (error) {
      if (context.headerSent) {
        context.res.destroy();
        return;
      }
      const problem = error instanceof AppError ? error : new AppError('internal_error', 500);
      context.status = problem.status;
      context.set({ ...problem.headers });
      context.body = { code: problem.code, params: problem.params, errors: problem.violations ?? [] };
    }
  });
  app.silent = true;
  return app;
}

async function resultOf(response: Response): Promise<GivenResponse> {
  const text = await response.text();
  const isError = response.status >= 400 && text.startsWith('{');
  const problem = isError
    ? (JSON.parse(text) as { code: string; params: GivenResponse['params']; errors: [] })
    : undefined;
  return {
    status: response.status,
    headers: response.headers,
    text,
    code: problem?.code,
    violations: problem?.errors ?? [],
    params: problem?.params ?? {},
  };
}

export const homeOrganization = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0001';
export const foreignOrganization = '01939b7c-2f4e-7a10-8c55-0a1b2c3d0002';

/** Tokens are `<role>`, or `<role>:<scope> <scope>` for API keys. `operator` is a viewer with the operator role. */
export const bearerAuth: SecurityHandler = ({ token, organization_id }) => {
  const [name = '', scopes] = token.split(':', 2);
  if (name === 'dead-database') throw new AppError('service_unavailable', 503);
  if (!['viewer', 'member', 'admin', 'owner', 'operator'].includes(name)) return undefined;
  const isForeign = organization_id !== undefined && organization_id !== homeOrganization;
  return {
    user_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100',
    credential_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0200',
    credential_type: scopes === undefined ? 'session' : 'api_key',
    organization_id: isForeign ? '' : homeOrganization,
    role: name === 'operator' ? 'viewer' : (name as Actor['role']),
    scopes: scopes === undefined ? undefined : token.slice(name.length + 1).split(' '),
    is_operator: name === 'operator',
  };
};

export const security: Readonly<Record<string, SecurityHandler>> = {
  bearerAuth,
  sessionCookie: bearerAuth,
  /** The valid CSRF token is `csrf-` followed by the session's token. */
  csrfToken: ({ token, actor, actor_token }) => (token === `csrf-${String(actor_token)}` ? actor : undefined),
};

function fakeDb(): FakeDb {
  const steps: string[] = [];
  const db: FakeDb = {
    steps,
    get knex(): never {
      throw new Error('the fake database has no knex');
    },
    // The only statement with a result that matters: it tells that the lock of an idempotency key is free.
    query: async <Row>({ name }: Statement) => (name === 'idempotency_lock' ? [{ is_locked: true } as Row] : []),
    touch: () => Promise.resolve(),
    defer: async () => undefined,
    transaction: async (work) => {
      steps.push('begin');
      try {
        const result = await work(db);
        steps.push('commit');
        return result;
      } catch (error) {
        steps.push('rollback');
        throw error;
      }
    },
  };
  return db;
}

export const noteRow = { id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0300', text: 'Buy milk', colour: 'red', version: 3 };

export async function* streamOf<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row);
}

/** Handlers that all succeed. */
export const workingHandlers: Readonly<Record<string, AnyHandler>> = {
  listNotes: async () => ({ status: 200, body: { data: [noteRow] } }),
  createNote: async () => ({ status: 201, body: noteRow, headers: { etag: '"3"', location: '/api/v2/notes/1' } }),
  getNote: async () => ({ status: 200, body: noteRow, headers: { etag: '"3"' } }),
  updateNote: async () => ({ status: 200, body: noteRow, headers: { etag: '"4"' } }),
  deleteNote: async () => ({ status: 204, body: undefined }),
  getNoteStats: async () => ({ status: 200, body: { total: 1 } }),
  importNotes: async () => ({ status: 202, body: undefined }),
  signIn: async () => ({ status: 204, body: undefined }),
  listOrganizationNotes: async () => ({ status: 200, body: { data: [] } }),
  exportNotes: async () => ({ status: 200, body: streamOf([noteRow]) }),
  listMachines: async () => ({ status: 200, body: { data: [] } }),
  getOldNote: async () => ({ status: 200, body: noteRow, headers: { etag: '"3"' } }),
};
