import { connect } from 'node:net';
import PostgresDialect from 'knex/lib/dialects/postgres/index.js';
import type pg from 'pg';
import { AppError } from '../problems/app-error.ts';
import { pastDeadline, type Deadline } from './deadline.ts';
import { isConnectionFailure, serviceUnavailable, translateDatabaseError } from './database-errors.ts';
import { destroyConnection } from './end-connection.ts';
import { SilenceWatch } from './silence-watch.ts';

/** What the pool needs to know beyond what knex's own settings say. */
export interface PoolRules {
  /** Waiters beyond this number are refused at once. */
  readonly queueMax: number;
  readonly statementTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  /** How long a statement may wait for a lock. */
  readonly lockTimeoutMs: number;
  readonly watch: ConnectionWatch;
  /** Told the seconds that each acquisition of a connection took. */
  readonly onAcquire: (waitSeconds: number) => void;
}

/** A connection as knex pools it; knex discards one that carries `__knex__disposed` instead of handing it out. */
type PooledConnection = pg.Client & { __knex__disposed?: unknown };

/** Of a statement that the server has to cancel by itself; beyond it, the connection is cut from our side. */
const SILENCE_GRACE_MS = 5000;

/** One for each pool, because knex makes a client of its own for every transaction. */
export type ConnectionWatch = SilenceWatch<PooledConnection>;

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
 * knex's PostgreSQL client with a bounded queue, errors translated to AppError, and the rule that a connection which
 * failed, or is still inside a transaction, never goes back into the pool.
 */
export class PooledPostgres extends PostgresDialect {
  get rules(): PoolRules {
    return (this.config as { rules: PoolRules }).rules;
  }

  override async acquireConnection(): Promise<PooledConnection> {
    const { queueMax, onAcquire } = this.rules;
    // Creations in progress serve waiters that are counted as pending too, so they are room, not queue.
    if (this.pool.numPendingAcquires() - this.pool.numPendingCreates() >= queueMax) {
      throw new AppError('overloaded', 503, {}, { headers: { 'retry-after': '1' } });
    }
    const started = performance.now();
    try {
      return (await super.acquireConnection()) as PooledConnection;
    } catch (error) {
      // Whatever keeps us from a connection (none free in time, none to be had) is the store's failure.
      throw serviceUnavailable(error);
    } finally {
      onAcquire((performance.now() - started) / 1000);
    }
  }

  override async acquireRawConnection(): Promise<PooledConnection> {
    const connection = (await super.acquireRawConnection()) as PooledConnection;
    const { statementTimeoutMs, idleInTransactionTimeoutMs, lockTimeoutMs, watch } = this.rules;
    watch.add(connection);
    connection.once('end', () => watch.remove(connection));
    // Set by a statement, not by start-up options, because options of the URL would replace those.
    await connection.query(
      `SELECT set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false),
        set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false),
        set_config('lock_timeout', $3, false)`,
      [String(statementTimeoutMs), String(idleInTransactionTimeoutMs), String(lockTimeoutMs)],
    );
    return connection;
  }

  override releaseConnection(connection: PooledConnection): Promise<unknown> {
    if (connection.getTransactionStatus() !== 'I') connection.__knex__disposed ??= 'released inside a transaction';
    return super.releaseConnection(connection);
  }

  /** Everything that knex sends passes here, BEGIN and COMMIT too. */
  override async query(connection: PooledConnection, statement: unknown): Promise<unknown> {
    if (cancelled.has(connection) && statement !== 'ROLLBACK;' && statement !== 'ROLLBACK') throw pastDeadline();
    const result = await this.observe(connection, () => super.query(connection, statement));
    if (statement === 'COMMIT;' && commandOf(result) === 'ROLLBACK') {
      throw new Error('nothing was committed: a statement of this transaction failed, and its error was swallowed');
    }
    return result;
  }

  /**
   * The same pool for one request: when its time is over, what runs on its connections is cancelled, and they go.
   * Made as knex makes the client of a transaction; the events of each are its own.
   */
  until(deadline: Deadline): PooledPostgres {
    const bound = Object.create(this) as PooledPostgres;
    const guarded = new WeakMap<PooledConnection, () => void>();
    bound.acquireConnection = async () => {
      const connection = await this.acquireConnection();
      try {
        guarded.set(
          connection,
          deadline.guard(() => cancelConnection(connection)),
        );
      } catch (error) {
        await this.releaseConnection(connection);
        throw error;
      }
      return connection;
    };
    bound.releaseConnection = (connection) => {
      guarded.get(connection)?.();
      return this.releaseConnection(connection);
    };
    return Object.assign(bound, { _events: undefined, _eventsCount: 0 });
  }

  /** Runs a named statement on a connection that the caller holds. */
  async execute<Row>(connection: PooledConnection, statement: pg.QueryConfig): Promise<Row[]> {
    if (cancelled.has(connection)) throw pastDeadline();
    const result = await this.observe(connection, () => connection.query(statement));
    return result.rows as Row[];
  }

  private async observe<Result>(connection: PooledConnection, run: () => Promise<Result>): Promise<Result> {
    const end = this.rules.watch.begin(connection);
    try {
      return await run();
    } catch (error) {
      if (mustDiscard(error)) connection.__knex__disposed ??= error;
      throw translateDatabaseError(error);
    } finally {
      end();
    }
  }
}

/** Whose request is past its deadline: nothing is begun on them any more. */
const cancelled = new WeakSet<PooledConnection>();

/** What pg has heard of the server process behind a connection; its types do not have it. */
interface BackendKey {
  readonly processID: number;
  readonly secretKey: number;
}

const CANCEL_REQUEST_CODE = 80_877_102;

/**
 * Has the server cancel what runs on a connection, by a message on a connection of its own (PostgreSQL, 54.2.9). It may
 * come late, when something else runs there: so the connection does not go back into the pool.
 */
function cancelConnection(connection: PooledConnection): void {
  connection.__knex__disposed ??= 'its request was past the deadline';
  cancelled.add(connection);
  const { host, port } = connection;
  const { processID, secretKey } = connection as unknown as BackendKey;
  const message = Buffer.alloc(16);
  for (const [index, word] of [16, CANCEL_REQUEST_CODE, processID, secretKey].entries())
    message.writeInt32BE(word, 4 * index);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect({ host, port });
  // Where it does not arrive, the statement ends by its own limit.
  socket.on('error', () => socket.destroy());
  socket.end(message);
}

/** A statement prepared before a migration changed its columns stays broken (0A000), so its connection goes, too. */
function mustDiscard(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return isConnectionFailure(error) || code.startsWith('57P') || code === '0A000';
}

function commandOf(result: unknown): string | undefined {
  return (result as { response?: { command?: string } } | undefined)?.response?.command;
}
