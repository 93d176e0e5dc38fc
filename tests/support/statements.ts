import { AsyncLocalStorage } from 'node:async_hooks';
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';

/** A statement that was sent to the database. */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const requests = new AsyncLocalStorage<SentStatement[]>();
const byRequestId = new Map<string, SentStatement[]>();
let isInstalled = false;

/**
 * Records every statement that requests to servers of this process send to PostgreSQL, by X-Request-Id. It hooks into
 * the start of requests in Node and the sending of statements in pg, so that no layer between can hide a statement.
 * Statements outside of requests (relay, jobs, recorders) are ignored.
 */
export function recordStatements(): void {
  if (isInstalled) return;
  isInstalled = true;
  diagnostics.subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const id = request.headers['x-request-id'];
    const statements: SentStatement[] = [];
    if (typeof id === 'string') byRequestId.set(id, statements);
    // The channel is notified before the server's own listener, which runs in the same context.
    requests.enterWith(statements);
  });
  const client = pg.Client.prototype;
  const original = Object.getOwnPropertyDescriptor(client, 'query')!.value as (...args: unknown[]) => unknown;
  client.query = function (this: pg.Client, ...args: unknown[]): unknown {
    requests.getStore()?.push(statementOf(args));
    return original.apply(this, args);
  } as typeof client.query;
}

function statementOf([first, second]: readonly unknown[]): SentStatement {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? (second as unknown[]) : [] };
  const { text, values = [] } = first as { text: string; values?: readonly unknown[] };
  return { text, values };
}

const control = /^\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;
/** Sent once on each new connection of a pool. */
const setUp = /^\s*SELECT set_config\('TimeZone'/;

/** Returns the statements of one request, without transaction control, and removes them from the record. */
export function statementsOf(requestId: string): readonly SentStatement[] {
  const statements = byRequestId.get(requestId);
  if (statements === undefined) throw new Error(`no request with X-Request-Id ${requestId} was recorded`);
  byRequestId.delete(requestId);
  return statements.filter(({ text }) => !control.test(text) && !setUp.test(text));
}
