import { AsyncLocalStorage } from 'node:async_hooks';
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';
import { StatementExchange } from '../../src/platform/statement-exchange.ts';

/** A statement that was sent to the database. */
export interface SentStatement {
  /** Undefined if it was not prepared. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Sent on a connection of quick reads, on which PostgreSQL plans without bitmap scans. */
  readonly isPipelined?: boolean;
}

/** The statements that were sent together, and need one round trip. */
export type RoundTrip = readonly SentStatement[];

const requests = new AsyncLocalStorage<RoundTrip[]>();
const byRequestId = new Map<string, RoundTrip[]>();
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
    const trips: RoundTrip[] = [];
    if (typeof id === 'string') byRequestId.set(id, trips);
    // The channel is notified before the server's own listener, which runs in the same context.
    requests.enterWith(trips);
  });
  const client = pg.Client.prototype;
  const original = Object.getOwnPropertyDescriptor(client, 'query')!.value as (...args: unknown[]) => unknown;
  client.query = function (this: pg.Client, ...args: unknown[]): unknown {
    if (!isLine(this))
      requests.getStore()?.push(this.pipeline ? statementsIn(args).map(asPipelined) : statementsIn(args));
    return original.apply(this, args);
  } as typeof client.query;
}

/** The connection on which caches listen for changes, whose round trips many requests share. */
function isLine(client: pg.Client): boolean {
  const { connectionParameters } = client as pg.Client & {
    readonly connectionParameters: { readonly application_name?: string };
  };
  return connectionParameters.application_name === 'architect cache';
}

function asPipelined(statement: SentStatement): SentStatement {
  return { ...statement, isPipelined: true };
}

function statementsIn([first, second]: readonly unknown[]): readonly SentStatement[] {
  if (first instanceof StatementExchange) return first.statements;
  return [statementOf(first, second)];
}

function statementOf(first: unknown, second: unknown): SentStatement {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? (second as unknown[]) : [] };
  const { text, values = [] } = first as { text: string; values?: readonly unknown[] };
  return { text, values };
}

const control = /^\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;
/** Sent once on each new connection of a pool. */
const setUp = /^\s*SELECT set_config\('(?:TimeZone|statement_timeout)'/;

/** Tells other processes what caches must forget. Many requests share the message, so it belongs to none. */
const notice = /^\s*SELECT pg_notify\(/;

/** Returns the statements of one request, without transaction control, and removes them from the record. */
export function statementsOf(requestId: string): readonly SentStatement[] {
  return roundTripsOf(requestId)
    .flat()
    .filter(({ text }) => !control.test(text));
}

/** Returns the round trips of one request to the database, and removes them from the record. */
export function roundTripsOf(requestId: string): readonly RoundTrip[] {
  const trips = byRequestId.get(requestId);
  if (trips === undefined) throw new Error(`no request with X-Request-Id ${requestId} was recorded`);
  byRequestId.delete(requestId);
  return trips.filter(isOfRequest);
}

/** Returns the round trips of some work. */
export async function roundTripsIn(work: () => Promise<unknown>): Promise<readonly RoundTrip[]> {
  recordStatements();
  const trips: RoundTrip[] = [];
  await requests.run(trips, work);
  return trips.filter(isOfRequest);
}

function isOfRequest(trip: RoundTrip): boolean {
  return trip.every(({ text }) => !setUp.test(text) && !notice.test(text));
}
