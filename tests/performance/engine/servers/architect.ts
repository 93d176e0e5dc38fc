import { identity } from '../../../../src/contract/response/content-coding.ts';
import { hash } from 'node:crypto';
import Koa from 'koa';
import { createEngine } from '../../../../src/contract/engine.ts';
import { operationsOf } from '../../../../src/documents/generate/document.ts';
import type { AnyHandler, EngineOptions, SecurityHandler } from '../../../../src/contract/options.ts';
import { AppError } from '../../../../src/problems/app-error.ts';
import { systemClock } from '../../../../src/platform/clock.ts';
import type { Db } from '../../../../src/platform/database.ts';
import type { RequestState } from '../../../../src/platform/request-state.ts';
import type { Actor } from '../../../../src/platform/unit.ts';
import { compileDocument } from '../../../support/contract/compile-document.ts';
import { benchContract, leakingId, page, task, token } from '../bench-contract.ts';
import { etag, location, serve, type BenchServer } from './bench-server.ts';

/**
 * Our engine with everything it does, on Koa. Limits are off, and the unit of work runs on a database that only
 * counts, so that the engine is measured and nothing behind it.
 */
export async function startArchitect(isSecured: boolean): Promise<BenchServer> {
  const document = benchContract(isSecured);
  const engine = createEngine({
    version: 'v2',
    versions: ['v1', 'v2'],
    document: document as EngineOptions['document'],
    ...(await compileDocument(document)),
    handlers: handlersOf(document),
    security: { bearerAuth },
    cookiePrefix: '',
    rateLimiter: undefined,
    db: countingDb(),
    cipher: { seal: (plain) => plain, open: (sealed) => sealed },
    log: { error: () => undefined, warn: () => undefined },
    onBreach: () => undefined,
    onUse: () => undefined,
    clock: systemClock,
    sunsetExtensionMs: 0,
    streams: { openMax: 1, stallMs: 1000, durationMaxMs: 1000 },
  });
  const app = new Koa<RequestState>();
  app.use(async (context) => {
    context.state = {
      request_id: 'request',
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
    try {
      await engine.handle(context);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      context.status = error.status;
      context.body = { code: error.code, errors: error.violations };
    }
  });
  return { server: serve(app), counts: () => engine.counts };
}

const actor: Actor = {
  user_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100',
  credential_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0200',
  credential_type: 'api_key',
  organization_id: task.organization_id,
  role: 'member',
  scopes: ['tasks:read', 'tasks:write'],
  is_operator: false,
};
const actors = new Map([[hash('sha256', token), actor]]);

/** As the real one: the token's hash leads to the session in memory. */
const bearerAuth: SecurityHandler = (credential) => actors.get(hash('sha256', credential.token));

function handlersOf(document: ReturnType<typeof benchContract>): Record<string, AnyHandler> {
  const one: AnyHandler = async ({ path }) => {
    const isLeaking = (path as { id: string }).id === leakingId;
    return { status: 200, body: isLeaking ? { ...task, password_hash: 'x' } : task, headers: { etag } };
  };
  const byMethod: Record<string, AnyHandler> = {
    post: async () => ({ status: 201, body: task, headers: { etag, location } }),
    patch: one,
    delete: async () => ({ status: 204, body: undefined }),
  };
  const list: AnyHandler = async () => ({ status: 200, body: page });
  const rows = operationsOf(document).map(({ path, method, operation }) => {
    const handler = method === 'get' ? (path.includes('{') ? one : list) : byMethod[method];
    if (handler === undefined) throw new Error(`no handler for ${method}`);
    return [operation.operationId, handler] as const;
  });
  return Object.fromEntries(rows);
}

function countingDb(): Db {
  const db: Db = {
    get knex(): never {
      throw new Error('the benchmark has no database');
    },
    query: async () => [],
    defer: async () => undefined,
    transaction: async (work) => work(db),
    touch: () => Promise.resolve(),
  };
  return db;
}
