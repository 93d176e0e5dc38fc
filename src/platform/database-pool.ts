import PostgresDialect from 'knex/lib/dialects/postgres/index.js';
import type pg from 'pg';
import { AppError } from '../problems/app-error.ts';
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
    const result = await this.observe(connection, () => super.query(connection, statement));
    if (statement === 'COMMIT;' && commandOf(result) === 'ROLLBACK') {
      throw new Error('nothing was committed: a statement of this transaction failed, and its error was swallowed');
    }
    return result;
  }

  /** Runs a named statement on a connection that the caller holds. */
  async execute<Row>(connection: PooledConnection, statement: pg.QueryConfig): Promise<Row[]> {
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

/** A statement prepared before a migration changed its columns stays broken (0A000), so its connection goes, too. */
function mustDiscard(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return isConnectionFailure(error) || code.startsWith('57P') || code === '0A000';
}

function commandOf(result: unknown): string | undefined {
  return (result as { response?: { command?: string } } | undefined)?.response?.command;
}
