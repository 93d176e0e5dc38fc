import createKnex from 'knex';
import makeKnex from 'knex/lib/knex-builder/make-knex.js';
import type { Deadline } from './deadline.ts';
import type { Knex } from 'knex';
import { endsWithin } from './bounded.ts';
import { columnParsers } from './column-parsers.ts';
import { PooledPostgres, watchConnections } from './database-pool.ts';
import type { ConnectionWatch, PoolRules } from './database-pool.ts';
import { serviceUnavailable } from './database-errors.ts';
import { createPinger } from './pinger.ts';

/** A prepared statement: `name` is unique in the program and always stands for the same `text`. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A pool, or one open transaction of it. */
export interface Db {
  /** knex on this pool or transaction, for composed queries. */
  readonly knex: Knex;
  /** Runs a named statement (prepared once per connection). Values are $1, $2, … */
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Begins a transaction, or a savepoint where one is open already; commits when `work` resolves, rolls back when it throws. */
  transaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
  /** The same for one request: when its time is over, what runs is cancelled and rolled back. Of a pool only. */
  until?(deadline: Deadline): Db;
}

export interface DatabaseSettings {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly poolMax?: number;
  /** Connections kept open however idle. */
  readonly poolMin?: number;
  readonly acquireTimeoutMs?: number;
  readonly idleTimeoutMs?: number;
  /** How many may wait for a connection; one more is refused at once with 503. */
  readonly queueMax?: number;
  readonly statementTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  readonly applicationName?: string;
  /** Told the seconds each acquisition took, for the wait histogram. */
  readonly onAcquire?: (waitSeconds: number) => void;
}

export interface PoolStats {
  readonly active: number;
  readonly idle: number;
  readonly waiting: number;
  readonly max: number;
}

export interface Database {
  readonly db: Db;
  stats(): PoolStats;
  /** Asks the server for a sign of life, on a connection beside the pool, which may be exhausted. @throws AppError `service_unavailable` when none comes within `timeoutMs` */
  ping(timeoutMs?: number): Promise<void>;
  /** Waits for what runs, then closes every connection; cuts those that are not closed within five seconds. */
  close(): Promise<void>;
}

const CLOSE_MS_MAX = 5000;

const defaults = {
  poolMax: 20,
  poolMin: 0,
  acquireTimeoutMs: 5000,
  idleTimeoutMs: 10_000,
  queueMax: 1000,
  statementTimeoutMs: 30_000,
  idleInTransactionTimeoutMs: 60_000,
  lockTimeoutMs: 3000,
  connectTimeoutMs: 5000,
  applicationName: 'architect',
  onAcquire: (): void => undefined,
};

/**
 * Opens a pool of connections to one database and checks that it responds.
 *
 * Errors of every query, through knex or named: `overloaded` (503, the queue for connections is full),
 * `service_unavailable` (503, no connection in time, the server gone, a statement cancelled, a deadlock: see isRetryable),
 * `value_out_of_range` (409, SQLSTATE class 22). Constraint violations come as pg's errors, for constraintOf().
 * @throws AppError `service_unavailable` when the database cannot be reached
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const options = { ...defaults, ...settings };
  const connections = watchConnections(options.statementTimeoutMs);
  const knex = createKnex(knexConfig(options, connections));
  // knex makes the client from the class it was given, which its types cannot say.
  const pool = knex.client as PooledPostgres;
  const watch = setInterval(() => connections.look(), 1000).unref();
  const { url, applicationName, connectTimeoutMs } = options;
  const pinger = createPinger({ url, applicationName: `${applicationName} ping`, limitMs: connectTimeoutMs });
  const database: Database = {
    db: poolDb(knex, pool),
    stats: () => ({
      active: pool.pool.numUsed(),
      idle: pool.pool.numFree(),
      waiting: Math.max(0, pool.pool.numPendingAcquires() - pool.pool.numPendingCreates()),
      max: options.poolMax,
    }),
    ping: async (timeoutMs = 2000) => {
      await within(timeoutMs, pinger.ping());
    },
    close: async () => {
      clearInterval(watch);
      await endsWithin(CLOSE_MS_MAX, pinger.close());
      if (!(await endsWithin(CLOSE_MS_MAX, knex.destroy()))) connections.cutAll();
    },
  };
  try {
    await database.ping(options.connectTimeoutMs);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function knexConfig(options: Required<DatabaseSettings>, watch: ConnectionWatch): Knex.Config {
  const rules: PoolRules = { ...options, watch };
  const config: Knex.Config & { rules: PoolRules } = {
    client: PooledPostgres,
    // Says which dialect features exist, so that knex need not ask each new connection; 15 is the oldest we serve.
    version: '15.0',
    // knex prefixes error messages with the statement; without this also with its values, which logs must not hold.
    compileSqlOnError: false,
    connection: {
      connectionString: options.url,
      application_name: options.applicationName,
      connectionTimeoutMillis: options.connectTimeoutMs,
      keepAlive: true,
      types: columnParsers,
    } as Knex.PgConnectionConfig,
    pool: { min: options.poolMin, max: options.poolMax, idleTimeoutMillis: options.idleTimeoutMs },
    acquireConnectionTimeout: options.acquireTimeoutMs,
    // knex logs every failed acquisition as a warning on the console; callers get the error, and the request log has it.
    log: { warn: () => undefined, error: () => undefined },
    rules,
  };
  return config;
}

function poolDb(knex: Knex, pool: PooledPostgres): Db {
  return {
    knex,
    query: (statement, values) => runOnce(pool, statement, values),
    transaction: (work) => transact(knex, pool, work),
    until: (deadline) => boundDb(pool.until(deadline)),
  };
}

async function runOnce<Row>(pool: PooledPostgres, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
  const connection = await pool.acquireConnection();
  try {
    return await pool.execute<Row>(connection, { ...statement, values: values as unknown[] });
  } finally {
    await pool.releaseConnection(connection);
  }
}

/** Many requests need knex for nothing: it is made once it is asked for. */
function boundDb(pool: PooledPostgres): Db {
  let knex: Knex | undefined;
  const bound = (): Knex => (knex ??= makeKnex(pool));
  return {
    get knex() {
      return bound();
    },
    query: (statement, values) => runOnce(pool, statement, values),
    transaction: (work) => transact(bound(), pool, work),
  };
}

function transact<Result>(knex: Knex, pool: PooledPostgres, work: (db: Db) => Promise<Result>): Promise<Result> {
  return knex.transaction(async (trx) => {
    const connection = await (trx.client as PooledPostgres).acquireConnection();
    return work({
      knex: trx,
      query: <Row>(statement: Statement, values: readonly unknown[]) => {
        // A statement after the end would run outside the transaction, on a connection that is another's by now.
        if (trx.isCompleted()) return Promise.reject(new Error(`${statement.name}: the transaction is over`));
        return pool.execute<Row>(connection, { ...statement, values: values as unknown[] });
      },
      transaction: (nested) => transact(trx, pool, nested),
    });
  });
}

async function within<Result>(timeoutMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(serviceUnavailable(new Error(`no response within ${timeoutMs} ms`))), timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
