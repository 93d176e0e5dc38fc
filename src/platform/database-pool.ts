import PostgresDialect from 'knex/lib/dialects/postgres/index.js';
import type pg from 'pg';
import { AppError } from '../problems/app-error.ts';
import { cancelConnection, isCancelled } from './cancel-connection.ts';
import { pastDeadline, type Deadline } from './deadline.ts';
import {
  isConnectionFailure,
  isReadOnlyServer,
  serviceUnavailable,
  translateDatabaseError,
} from './database-errors.ts';
import type { Statement } from './db.ts';
import { destroyConnection } from './end-connection.ts';
import type { Waiting } from './queue-limit.ts';
import { SilenceWatch } from './silence-watch.ts';
import { StatementExchange, toSent, type ExchangeOutcome, type SentStatement } from './statement-exchange.ts';
import { summaryOf } from './statement-summary.ts';

/** Pool settings in addition to knex's own. */
export interface PoolRules {
  /** The greatest number of connections. */
  readonly poolMax: number;
  /** Further waiters are refused at once. */
  readonly queueMax: number;
  readonly statementTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  /** How long a statement may wait for a lock. */
  readonly lockTimeoutMs: number;
  readonly pooler: { readonly hasNamedStatements: boolean } | undefined;
  readonly watch: ConnectionWatch;
  /** Whether a request would wait too long. The work of the process itself waits as long as it has to. */
  readonly isQueueLong: (queue: Waiting) => boolean;
  /** Called with the seconds that each acquisition of a connection took. */
  readonly onAcquire: (waitSeconds: number) => void;
  readonly onStatement: StatementObserver | undefined;
  /** From which duration on `onSlow` is told of statements; 0: of none. */
  readonly slowQueryMs: number;
  readonly onSlow: (slow: SlowStatements) => void;
}

/** The statements of a slow round trip. PostgreSQL does not say how its time was divided between them. */
export interface SlowStatements {
  /** Their names, or a command and a table: never SQL or values. */
  readonly statements: readonly string[];
  readonly durationMs: number;
}

/** Gets the name of a statement that begins. The result, if there is one, is called when it ends, with its error. */
export type StatementObserver = (name: string) => ((error?: unknown) => void) | undefined;

/** A connection in knex's pool. knex discards a connection with `__knex__disposed` when it is acquired. */
export type PooledConnection = pg.Client & { __knex__disposed?: unknown };

/** The margin after the server's own statement timeout. After it, this side cuts the connection. */
const SILENCE_GRACE_MS = 5000;

/** One per pool, because knex creates another client for every transaction. */
export type ConnectionWatch = SilenceWatch<PooledConnection>;

/** Creates the watch that cuts connections whose server exceeds the statement timeout without a response. */
export function watchConnections(statementTimeoutMs: number): ConnectionWatch {
  return new SilenceWatch({
    silenceMsMax: statementTimeoutMs + SILENCE_GRACE_MS,
    cut: (connection) => {
      connection.__knex__disposed ??= 'the server stopped responding';
      destroyConnection(connection);
    },
  });
}

/**
 * knex's PostgreSQL client with a bounded queue and errors converted to AppError. A connection that failed, or that is
 * still inside a transaction, never returns to the pool.
 */
export class PooledPostgres extends PostgresDialect {
  #bound: PooledPostgres | undefined;

  get rules(): PoolRules {
    return (this.config as { rules: PoolRules }).rules;
  }

  override async acquireConnection(): Promise<PooledConnection> {
    const { queueMax, onAcquire } = this.rules;
    if (this.waiting >= queueMax) throw overloaded();
    const started = performance.now();
    try {
      return (await super.acquireConnection()) as PooledConnection;
    } catch (error) {
      // A failure to get a connection is a failure of the database.
      throw serviceUnavailable(error);
    } finally {
      onAcquire((performance.now() - started) / 1000);
    }
  }

  /** Connections being created will serve waiters that already count as pending, so they count as capacity. */
  private get waiting(): number {
    return this.pool.numPendingAcquires() - this.pool.numPendingCreates();
  }

  queue(): Waiting {
    return {
      waiting: Math.max(0, this.waiting),
      max: this.rules.poolMax,
      isOpening: this.pool.numPendingCreates() > 0,
    };
  }

  /** @throws AppError `overloaded` if a request would wait too long for a connection */
  assertShortQueue(): void {
    if (this.rules.isQueueLong(this.queue())) throw overloaded();
  }

  override async acquireRawConnection(): Promise<PooledConnection> {
    const connection = (await super.acquireRawConnection()) as PooledConnection;
    const { statementTimeoutMs, idleInTransactionTimeoutMs, lockTimeoutMs, pooler, watch } = this.rules;
    watch.add(connection);
    connection.once('end', () => watch.remove(connection));
    if (pooler !== undefined) return connection;
    // Set by a statement, because options in the URL would override start-up options.
    await connection.query(
      `SELECT set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false),
        set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false),
        set_config('lock_timeout', $3, false)`,
      [String(statementTimeoutMs), String(idleInTransactionTimeoutMs), String(lockTimeoutMs)],
    );
    return connection;
  }

  /**
   * Opens a connection beside the pool that sends statements without waiting for the results of those before. Its plans
   * walk over one index, so they read no more than they return, whatever the server estimates.
   */
  async openPipelined(statementMsMax: number): Promise<PooledConnection> {
    const connection = await this.acquireRawConnection();
    await connection.query(
      "SELECT set_config('statement_timeout', $1, false), set_config('enable_bitmapscan', 'off', false)",
      [String(statementMsMax)],
    );
    return Object.assign(connection, { pipeline: true });
  }

  override releaseConnection(connection: PooledConnection): Promise<unknown> {
    if (connection.getTransactionStatus() !== 'I') connection.__knex__disposed ??= 'released inside a transaction';
    return super.releaseConnection(connection);
  }

  /** knex sends every statement through this method. */
  override async query(connection: PooledConnection, statement: unknown): Promise<unknown> {
    if (isCancelled(connection)) throw pastDeadline();
    const { watch, onStatement } = this.rules;
    const end = watch.begin(connection);
    const onEnd = onStatement?.(nameOf(statement));
    let failure: unknown;
    try {
      return await super.query(connection, statement);
    } catch (error) {
      failure = error;
      if (mustDiscard(error)) connection.__knex__disposed ??= error;
      throw translateDatabaseError(error);
    } finally {
      const durationMs = end();
      onEnd?.(failure);
      if (isSlow(this.rules, durationMs)) this.rules.onSlow({ statements: [nameOf(statement)], durationMs });
    }
  }

  /**
   * The same pool for one request: at its deadline, running statements are cancelled, and their connections are closed.
   * Created as knex creates the client of a transaction, with its own events.
   */
  until(deadline: Deadline): PooledPostgres {
    this.#bound ??= boundTo(this);
    const bound = Object.create(this.#bound) as BoundPostgres;
    return Object.assign(bound, { _events: undefined, _eventsCount: 0, deadline, guarded: undefined });
  }

  /** Runs a named statement on a connection that the caller holds, outside of a transaction. */
  async execute<Row>(connection: PooledConnection, statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    if (isCancelled(connection)) throw pastDeadline();
    return rowsOf(await this.exchange(connection, [toSent(statement, values)]));
  }

  /** Sends statements in one round trip. Resolves after a failure, too. */
  async exchange(connection: PooledConnection, statements: readonly SentStatement[]): Promise<ExchangeOutcome> {
    const { watch, pooler } = this.rules;
    const end = watch.begin(connection);
    let durationMs = 0;
    const sent = pooler?.hasNamedStatements === false ? statements.map(withoutName) : statements;
    const onEnd = observe(this.rules, statements);
    const outcome = await new Promise<ExchangeOutcome>((resolve) => {
      const onOutcome = (outcome: ExchangeOutcome): void => {
        const { failure } = outcome;
        durationMs = end();
        onEnd?.(outcome);
        if (failure !== undefined && mustDiscard(failure)) connection.__knex__disposed ??= failure;
        resolve(outcome);
      };
      connection.query(new StatementExchange(sent, onOutcome));
    });
    // Told here and not above, where the line of the log would have the trace of whoever opened the connection.
    if (isSlow(this.rules, durationMs)) this.rules.onSlow({ statements: statements.map(nameOfSent), durationMs });
    return outcome;
  }
}

/** @returns a function to call with the outcome, if anything observes statements */
function observe(
  { onStatement }: PoolRules,
  statements: readonly SentStatement[],
): ((outcome: ExchangeOutcome) => void) | undefined {
  const ends = onStatement && statements.map((statement) => onStatement(nameOfSent(statement)));
  return (
    ends &&
    (({ results, failure }) => ends.forEach((onEnd, index) => onEnd?.(index < results.length ? undefined : failure)))
  );
}

function isSlow({ slowQueryMs }: PoolRules, durationMs: number): boolean {
  return slowQueryMs > 0 && durationMs >= slowQueryMs;
}

function nameOfSent({ name, text }: SentStatement): string {
  return name ?? summaryOf(text);
}

/**
 * Outside of a transaction the server commits after the result of the statement, and can refuse that.
 * @throws AppError or the error of pg if the only statement of the exchange, or its commit, has failed
 */
export function rowsOf<Row>({ results, failure }: ExchangeOutcome): Row[] {
  const result = failure ?? results[0];
  if (result === undefined || result instanceof Error) throw translateDatabaseError(result);
  return result.rows as Row[];
}

/** knex's own way to send a statement, for its clients of transactions. */
export const queryOfKnex = (client: PooledPostgres, connection: unknown, statement: unknown): Promise<unknown> =>
  PostgresDialect.prototype.query.call(client, connection, statement);

function overloaded(): AppError {
  return new AppError('overloaded', 503, {}, { headers: { 'retry-after': '1' } });
}

function withoutName(statement: SentStatement): SentStatement {
  return { ...statement, name: undefined };
}

/**
 * A prepared statement stays broken after a migration changed its columns (0A000), and a connection to a replica takes
 * no writes even after another server was promoted, so their connections are closed.
 */
function mustDiscard(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return isConnectionFailure(error) || isReadOnlyServer(error) || code.startsWith('57P') || code === '0A000';
}

/** knex passes texts of its own as strings, and composed queries as objects. */
function nameOf(statement: unknown): string {
  if (typeof statement === 'string') return summaryOf(statement);
  const { name, sql = '' } = statement as { readonly name?: string; readonly sql?: string };
  return name ?? summaryOf(sql);
}

type BoundPostgres = PooledPostgres & {
  readonly deadline: Deadline;
  guarded: Map<PooledConnection, () => void> | undefined;
};

/**
 * Returns what the pools of all requests inherit from: one object, because methods that are made for each request keep
 * its objects alive.
 */
function boundTo(pool: PooledPostgres): PooledPostgres {
  return Object.assign(Object.create(pool) as PooledPostgres, {
    async acquireConnection(this: BoundPostgres) {
      if (!this.deadline.isPatient) pool.assertShortQueue();
      const connection = await pool.acquireConnection();
      try {
        this.guarded ??= new Map();
        this.guarded.set(
          connection,
          this.deadline.guard(() => {
            connection.__knex__disposed ??= 'its request was past the deadline';
            cancelConnection(connection);
          }),
        );
      } catch (error) {
        await pool.releaseConnection(connection);
        throw error;
      }
      return connection;
    },
    releaseConnection(this: BoundPostgres, connection: PooledConnection) {
      this.guarded?.get(connection)?.();
      return pool.releaseConnection(connection);
    },
  });
}
