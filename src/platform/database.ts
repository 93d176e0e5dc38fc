import createKnex from 'knex';
import makeKnex from 'knex/lib/knex-builder/make-knex.js';
import { withKnex } from './late-knex.ts';
import type { Knex } from 'knex';
import { endsWithin } from './bounded.ts';
import { columnParsers } from './column-parsers.ts';
import { PooledPostgres, rowsOf, watchConnections } from './database-pool.ts';
import type {
  ConnectionWatch,
  PooledConnection,
  PoolRules,
  SlowStatements,
  StatementObserver,
} from './database-pool.ts';
import type { Deadline } from './deadline.ts';
import { serviceUnavailable } from './database-errors.ts';
import { untold, type Db, type Statement } from './db.ts';
import { createPinger } from './pinger.ts';
import type { Waiting } from './queue-limit.ts';
import { QuickReads } from './quick-reads.ts';
import { toSent } from './statement-exchange.ts';
import { transact } from './transaction.ts';

export { untold, type Db, type Statement };

export interface DatabaseSettings {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** All connections, with those of `readConnections`. */
  readonly poolMax?: number;
  /** How many connections requests share for quick reads: at most a quarter of them, and none behind a pooler. */
  readonly readConnections?: number;
  /** Connections that stay open while idle. */
  readonly poolMin?: number;
  readonly acquireTimeoutMs?: number;
  readonly idleTimeoutMs?: number;
  /** The greatest number of waiters for a connection. Further ones are refused at once with 503. */
  readonly queueMax?: number;
  /** Whether a request would wait too long for a connection, so that it is refused with 503. */
  readonly isQueueLong?: PoolRules['isQueueLong'];
  readonly statementTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  readonly applicationName?: string;
  /**
   * The pooler behind `url`, if it gives a connection to its clients for one transaction at a time. It leaves no session
   * for settings, so the role must have them: see pooler.ts.
   */
  readonly pooler?: Pooler | undefined;
  /** Called with the seconds that each acquisition took, for the wait histogram. */
  readonly onAcquire?: (waitSeconds: number) => void;
  /** Called before each statement with its name. The function that it returns is called at the end. */
  readonly onStatement?: StatementObserver | undefined;
  /** From which duration on `onSlow` is told of statements; 0: of none. */
  readonly slowQueryMs?: number;
  readonly onSlow?: PoolRules['onSlow'];
}

export interface Pooler {
  /** Whether it keeps the named statements of its clients apart. */
  readonly hasNamedStatements: boolean;
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
  /** The queue for connections. */
  queue(): Waiting;
  /**
   * Checks that the server responds, on a connection outside of the pool, which may be exhausted.
   * @throws AppError `service_unavailable` if there is no response within `timeoutMs`
   */
  ping(timeoutMs?: number): Promise<void>;
  /** Waits for running statements, then closes every connection. Cuts those that are not closed within five seconds. */
  close(): Promise<void>;
}

const CLOSE_MS_MAX = 5000;
/** The limit for a quick read, behind which those of other requests wait. */
const QUICK_MS_MAX = 5000;

export const defaults = {
  poolMax: 20,
  readConnections: 2,
  poolMin: 0,
  acquireTimeoutMs: 5000,
  idleTimeoutMs: 10_000,
  queueMax: 1000,
  isQueueLong: (): boolean => false,
  statementTimeoutMs: 30_000,
  idleInTransactionTimeoutMs: 60_000,
  lockTimeoutMs: 3000,
  connectTimeoutMs: 5000,
  applicationName: 'architect',
  pooler: undefined,
  onAcquire: (): void => undefined,
  onStatement: undefined as StatementObserver | undefined,
  slowQueryMs: 0,
  onSlow: (_slow: SlowStatements): void => undefined,
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
  const database = createDatabase(settings);
  try {
    await database.ping(settings.connectTimeoutMs ?? defaults.connectTimeoutMs);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** The same without the check, for a server that may be absent: its connections open when they are needed. */
export function createDatabase(settings: DatabaseSettings): Database {
  const options = withReads({ ...defaults, ...settings });
  const connections = watchConnections(options.statementTimeoutMs);
  const knex = createKnex(knexConfig(options, connections));
  // knex creates the client from the given class, which its types do not express.
  const pool = knex.client as PooledPostgres;
  const reads = createQuickReads(pool, options);
  const watch = setInterval(() => connections.look(), 1000).unref();
  const { url, applicationName, connectTimeoutMs } = options;
  const pinger = createPinger({ url, applicationName: `${applicationName} ping`, limitMs: connectTimeoutMs });
  return {
    db: poolDb(knex, { pool, reads }),
    stats: () => ({
      active: pool.pool.numUsed() + reads.stats().active,
      idle: pool.pool.numFree() + reads.stats().idle,
      waiting: pool.queue().waiting,
      max: options.poolMax,
    }),
    queue: () => pool.queue(),
    ping: async (timeoutMs = 2000) => {
      if (await endsWithin(timeoutMs, pinger.ping())) return;
      throw serviceUnavailable(new Error(`no response within ${timeoutMs} ms`));
    },
    close: async () => {
      clearInterval(watch);
      await endsWithin(CLOSE_MS_MAX, Promise.all([pinger.close(), reads.close()]));
      if (!(await endsWithin(CLOSE_MS_MAX, knex.destroy()))) connections.cutAll();
    },
  };
}

type DatabaseOptions = Required<Omit<DatabaseSettings, 'pooler'>> & Pick<PoolRules, 'pooler'>;

function knexConfig(options: DatabaseOptions, watch: ConnectionWatch): Knex.Config {
  const rules: PoolRules = { ...options, watch };
  const config: Knex.Config & { rules: PoolRules } = {
    client: PooledPostgres,
    // Tells knex the available dialect features, so that it does not ask each new connection. 15 is the oldest
    // supported version.
    version: '15.0',
    // knex prefixes error messages with the statement. Without this setting it adds the values, which logs must not
    // contain.
    compileSqlOnError: false,
    connection: {
      connectionString: options.url,
      application_name: options.applicationName,
      connectionTimeoutMillis: options.connectTimeoutMs,
      keepAlive: true,
      types: columnParsers,
    } as Knex.PgConnectionConfig,
    pool: {
      min: options.poolMin,
      max: options.poolMax - options.readConnections,
      idleTimeoutMillis: options.idleTimeoutMs,
    },
    acquireConnectionTimeout: options.acquireTimeoutMs,
    // knex logs every failed acquisition on the console. The caller gets the error, and the request log contains it.
    log: { warn: () => undefined, error: () => undefined },
    rules,
  };
  return config;
}

/** Small pools are left whole. A pooler gives each statement another connection. */
function withReads<Options extends Pick<DatabaseOptions, 'poolMax' | 'pooler' | 'readConnections'>>(
  options: Options,
): Options {
  const { poolMax, pooler, readConnections } = options;
  const possible = pooler === undefined ? Math.floor(poolMax / 4) : 0;
  return { ...options, readConnections: Math.min(readConnections, possible) };
}

function createQuickReads(
  pool: PooledPostgres,
  { readConnections, statementTimeoutMs }: Pick<DatabaseOptions, 'readConnections' | 'statementTimeoutMs'>,
): QuickReads<PooledConnection> {
  return new QuickReads({
    connections: readConnections,
    open: () => pool.openPipelined(Math.min(statementTimeoutMs, QUICK_MS_MAX)),
    isSpoilt: ({ __knex__disposed: reason }) => reason !== undefined,
  });
}

/** The ways to run statements. */
interface Lanes {
  readonly pool: PooledPostgres;
  readonly reads: QuickReads<PooledConnection>;
}

function poolDb(knex: Knex, lanes: Lanes): Db {
  return {
    knex,
    ...statementsOf(lanes),
    until: (deadline) => boundDb({ ...lanes, pool: lanes.pool.until(deadline) }, deadline),
  };
}

/** Created on first use, because many requests do not need knex. */
function boundDb(lanes: Lanes, deadline: Deadline): Db {
  let knex: Knex | undefined;
  return withKnex(() => (knex ??= makeKnex(lanes.pool)), statementsOf(lanes, deadline));
}

function statementsOf(lanes: Lanes, deadline?: Deadline): Omit<Db, 'knex' | 'until'> {
  const { pool, reads } = lanes;
  return {
    query: async <Row>(statement: Statement, values: readonly unknown[]) => {
      if (statement.isQuick === true) {
        const outcome = reads.run((connection) => pool.exchange(connection, [toSent(statement, values)]), deadline);
        if (outcome !== undefined) return rowsOf<Row>(await outcome);
      }
      return runOnce<Row>(pool, statement, values);
    },
    defer: async (statement, values) => {
      await runOnce(pool, statement, values);
    },
    transaction: (work) => transact(pool, work),
    touch: untold,
  };
}

async function runOnce<Row>(pool: PooledPostgres, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
  const connection = await pool.acquireConnection();
  try {
    return await pool.execute<Row>(connection, statement, values);
  } finally {
    await pool.releaseConnection(connection);
  }
}
