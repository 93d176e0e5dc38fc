import PostgresDialect from 'knex/lib/dialects/postgres/index.js';
import type pg from 'pg';
import { AppError } from '../problems/app-error.ts';
import { isConnectionFailure, serviceUnavailable, translateDatabaseError } from './database-errors.ts';

/** What the pool needs to know beyond what knex's own settings say. */
export interface PoolRules {
  /** Waiters beyond this number are refused at once. */
  readonly queueMax: number;
  readonly statementTimeoutMs: number;
  readonly idleInTransactionTimeoutMs: number;
  /** Told the seconds that each acquisition of a connection took. */
  readonly onAcquire: (waitSeconds: number) => void;
}

/** A connection as knex pools it; knex discards one that carries `__knex__disposed` instead of handing it out. */
type PooledConnection = pg.Client & { __knex__disposed?: unknown };

interface Activity {
  pending: number;
  /** When the oldest question was asked, or the last answer came (performance.now()). */
  since: number;
}

// Keyed by connection and not by client, because knex makes a client of its own for every transaction.
const activities = new WeakMap<PooledConnection, Activity>();

// A server that hangs (stopped, or behind a dead network) never sends the cancellation that statement_timeout
// promises, so a connection without progress for this long beyond it is cut from our side.
const SILENCE_GRACE_MS = 5000;

/**
 * knex's PostgreSQL client with a bounded queue, errors translated to AppError, and the rule that a connection which
 * failed, or is still inside a transaction, never goes back into the pool.
 */
export class PooledPostgres extends PostgresDialect {
  private readonly connections = new Set<PooledConnection>();

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
    this.connections.add(connection);
    activities.set(connection, { pending: 0, since: performance.now() });
    connection.once('end', () => this.connections.delete(connection));
    const { statementTimeoutMs, idleInTransactionTimeoutMs } = this.rules;
    // Set by a statement, not by start-up options, because options of the URL would replace those.
    await connection.query(
      `SELECT set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false),
        set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false)`,
      [String(statementTimeoutMs), String(idleInTransactionTimeoutMs)],
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

  /** Cuts connections whose server has been silent for longer than any statement may run; called every second. */
  cutSilentConnections(): void {
    const silentSince = performance.now() - this.rules.statementTimeoutMs - SILENCE_GRACE_MS;
    for (const connection of this.connections) {
      const activity = activities.get(connection);
      if (activity === undefined || activity.pending === 0 || activity.since > silentSince) continue;
      connection.__knex__disposed ??= 'the server stopped responding';
      // With a statement in progress, end() destroys the socket, and the statement fails.
      void connection.end().catch(() => undefined);
    }
  }

  private async observe<Result>(connection: PooledConnection, run: () => Promise<Result>): Promise<Result> {
    const activity = activities.get(connection);
    if (activity !== undefined && activity.pending++ === 0) activity.since = performance.now();
    try {
      return await run();
    } catch (error) {
      if (mustDiscard(error)) connection.__knex__disposed ??= error;
      throw translateDatabaseError(error);
    } finally {
      if (activity !== undefined) {
        activity.pending--;
        activity.since = performance.now();
      }
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
