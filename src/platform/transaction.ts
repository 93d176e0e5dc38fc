import { endsWithin } from './bounded.ts';
import { isCancelled } from './cancel-connection.ts';
import { translateDatabaseError } from './database-errors.ts';
import type { Db, Statement } from './db.ts';
import type { PooledPostgres } from './database-pool.ts';
import { pastDeadline } from './deadline.ts';
import { destroyConnection } from './end-connection.ts';
import { toSent } from './statement-exchange.ts';
import { runIn, TransactionLevel, type TransactionSession } from './transaction-level.ts';
import { TransactionPipeline } from './transaction-pipeline.ts';

const COMMIT: Statement = { name: 'COMMIT', text: 'COMMIT' };
const ROLLBACK: Statement = { name: 'ROLLBACK', text: 'ROLLBACK' };
/** The limit for the rollback. After it the connection is closed, and the server rolls back by itself. */
const ROLLBACK_MS_MAX = 5000;

const beginStatements = {
  'read committed': { name: 'BEGIN', text: 'BEGIN' },
  /** A read-only transaction that sees the database as of its first statement. */
  snapshot: { name: 'BEGIN snapshot', text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' },
} as const satisfies Record<string, Statement>;

/**
 * Runs `work` in a transaction on one connection of the pool. BEGIN is sent together with the first statement, deferred
 * statements together with the next one or with COMMIT.
 * @throws what `work` throws; an AppError or pg's error of a statement or of COMMIT; an Error if a statement failed and
 *   `work` swallowed its error, because then nothing was committed
 */
export async function transact<Result>(pool: PooledPostgres, work: (db: Db) => Promise<Result>): Promise<Result> {
  const transaction = await openTransaction(pool, 'read committed');
  try {
    const result = await work(transaction.db);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  } finally {
    await transaction.release();
  }
}

/** An open transaction that holds a connection. Its owner commits it or rolls it back, and releases it. */
interface OpenTransaction {
  readonly db: Db;
  commit(): Promise<void>;
  /** Does nothing if there is nothing to roll back. Never throws. */
  rollback(): Promise<void>;
  release(): Promise<void>;
}

export async function openTransaction(
  pool: PooledPostgres,
  isolation: keyof typeof beginStatements,
): Promise<OpenTransaction> {
  const connection = await pool.acquireConnection();
  const pipeline = new TransactionPipeline((statements) => pool.exchange(connection, statements));
  const session: TransactionSession = { pool, connection, pipeline };
  pipeline.defer(toSent(beginStatements[isolation], [], false));
  const level = new TransactionLevel(session);
  return {
    db: level.db,
    commit: async () => {
      level.end();
      await commit(session);
    },
    rollback: async () => {
      level.end();
      await rollback(session);
    },
    release: async () => {
      await pool.releaseConnection(connection);
    },
  };
}

async function commit(session: TransactionSession): Promise<void> {
  const { connection, pipeline } = session;
  if (pipeline.hasFailed) pipeline.drop();
  // Without a statement there is nothing to commit: not even BEGIN has been sent.
  if (!pipeline.hasSent && pipeline.waitingCount === 1) return;
  const { tag } = await runIn(session, toSent(COMMIT, []));
  if (tag === 'ROLLBACK') {
    throw translateDatabaseError(
      pipeline.deferredFailure ??
        new Error('nothing was committed: a statement of this transaction failed, and its error was swallowed'),
    );
  }
  // A cancelled COMMIT that waits for a synchronous replica succeeds with a warning, before the replica has the change.
  if (isCancelled(connection)) throw pastDeadline();
}

async function rollback({ connection, pipeline }: TransactionSession): Promise<void> {
  pipeline.drop();
  if (!pipeline.hasSent) return;
  // If it fails, the connection is lost: then its release closes it.
  const ended = pipeline.run(toSent(ROLLBACK, [], false)).catch(() => undefined);
  if (await endsWithin(ROLLBACK_MS_MAX, ended)) return;
  // Its statements still run, or the server does not respond. In the pool, the rollback would end a later transaction.
  connection.__knex__disposed ??= 'its rollback did not end in time';
  destroyConnection(connection);
}
