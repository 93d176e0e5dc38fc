import { AppError } from '../problems/app-error.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Statement } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import { jobSpecsOf } from './job-specs.ts';
import type { OutboxRow } from './job-specs.ts';
import { createFailureLog, tellBoth, type FailureLog } from '../platform/failure-log.ts';
import { startPolling } from '../platform/polling.ts';
import type { PassResult, Polling } from '../platform/polling.ts';
import type { Subscription } from './subscription.ts';

export interface RelayOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly subscriptions: readonly Subscription[];
  /** The number of rows in one transaction. */
  readonly batchSize?: number;
  /** After this many failures a row moves to `outbox_dead`. */
  readonly attemptsMax?: number;
  /** Called with the rows of each transaction that has handed them over. */
  readonly onHandedOver?: (rows: readonly OutboxRow[]) => void;
  /** Called for each row that moves to `outbox_dead`. */
  readonly onDead?: (row: Pick<OutboxRow, 'kind' | 'name'>, error: unknown) => void;
  /** Told of the outcome of every pass. */
  readonly watch?: FailureLog;
  /**
   * Called after each pass with the number of rows that were handed over, that failed, and that moved to `outbox_dead`.
   */
  readonly onPass?: (counts: { readonly handedOver: number; readonly failed: number; readonly dead: number }) => void;
}

/** `wake()` is called after a commit. `stop()` processes the remaining rows and ends. */
type Relay = Polling;

// SKIP LOCKED over all rows, never "id greater than the last one": ids are assigned before the commit, so a transaction
// that commits late would be skipped forever.
const CLAIM: Statement = {
  name: 'outbox_claim',
  text: `SELECT id, kind, name, payload, options, attempts FROM outbox
    WHERE available_at IS NULL OR available_at <= $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
};
const CLAIM_ONE: Statement = {
  name: 'outbox_claim_one',
  text: `SELECT id, kind, name, payload, options, attempts FROM outbox WHERE id = $1 FOR UPDATE SKIP LOCKED`,
};
const ADD_JOBS: Statement = {
  name: 'outbox_add_jobs',
  text: `SELECT count(*) FROM graphile_worker.add_jobs(
    ARRAY(SELECT json_populate_recordset(NULL::graphile_worker.job_spec, $1::json)))`,
};
const DELETE: Statement = { name: 'outbox_delete', text: 'DELETE FROM outbox WHERE id = ANY($1)' };
const POSTPONE: Statement = {
  name: 'outbox_postpone',
  text: 'UPDATE outbox SET attempts = attempts + 1, last_error = $2, available_at = $3 WHERE id = $1',
};
const MOVE_TO_DEAD: Statement = {
  name: 'outbox_move_to_dead',
  text: `WITH dead AS (DELETE FROM outbox WHERE id = $1 RETURNING *)
    INSERT INTO outbox_dead (id, organization_id, kind, name, payload, options, created_at, attempts, last_error, died_at)
    SELECT id, organization_id, kind, name, payload, options, created_at, attempts + 1, $2, $3 FROM dead`,
};

/**
 * Processes outbox rows: an event becomes one delivery job per subscriber (one job per batch of events), and a job
 * becomes a job of the queue. Claiming, adding and deleting happen in one transaction, in the database that also
 * contains the queue. A process that dies in between leaves no effect, and several relays can run at the same time.
 */
export function startRelay(options: RelayOptions): Relay {
  const failures = createFailureLog({ logger: options.logger, subject: 'the relay' });
  return startPolling({
    pass: () => handOverBatch(options),
    failures: tellBoth(failures, options.watch),
    idleMsMin: 250,
    idleMsMax: 1000,
    gatherMs: 20,
  });
}

/** One pass of the relay. @throws AppError 503 when the database is out of reach */
export async function handOverBatch(options: RelayOptions): Promise<PassResult> {
  const { db, clock, batchSize = 200 } = options;
  let claimed: readonly OutboxRow[] = [];
  try {
    await db.transaction(async (tx) => {
      claimed = await tx.query<OutboxRow>(CLAIM, [clock.now(), batchSize]);
      await handOver(tx, claimed, options.subscriptions);
    });
    options.onHandedOver?.(claimed);
    if (claimed.length > 0) options.onPass?.({ handedOver: claimed.length, failed: 0, dead: 0 });
  } catch (error) {
    if (!isFaultOfRow(error)) throw error;
    await handOverOneByOne(options, claimed);
  }
  if (claimed.length === 0) return 'none';
  return claimed.length === batchSize ? 'more' : 'some';
}

async function handOver(tx: Db, rows: readonly OutboxRow[], subscriptions: readonly Subscription[]): Promise<void> {
  if (rows.length === 0) return;
  const specs = jobSpecsOf(rows, subscriptions);
  if (specs.length > 0) await tx.query(ADD_JOBS, [JSON.stringify(specs)]);
  await tx.query(DELETE, [rows.map((row) => row.id)]);
}

/** Retries a refused batch row by row, so that only the faulty rows fail. */
async function handOverOneByOne(options: RelayOptions, rows: readonly OutboxRow[]): Promise<void> {
  const counts = { handedOver: 0, failed: 0, dead: 0 };
  for (const { id } of rows) {
    try {
      const claimed = await options.db.transaction(async (tx) => {
        const own = await tx.query<OutboxRow>(CLAIM_ONE, [id]);
        await handOver(tx, own, options.subscriptions);
        return own;
      });
      counts.handedOver += claimed.length;
      options.onHandedOver?.(claimed);
    } catch (error) {
      if (!isFaultOfRow(error)) throw error;
      counts[await postpone(options, id, error)]++;
    }
  }
  options.onPass?.(counts);
}

/** Delays the row's next attempt, or moves the row to `outbox_dead` after the last one. */
async function postpone(options: RelayOptions, id: number, error: unknown): Promise<'failed' | 'dead'> {
  const { db, clock, logger, attemptsMax = 5 } = options;
  const message = messageOf(error);
  const outcome = await db.transaction(async (tx) => {
    const [row] = await tx.query<OutboxRow>(CLAIM_ONE, [id]);
    if (row === undefined) return 'failed';
    const context = { outbox_id: id, kind: row.kind, name: row.name, attempts: row.attempts + 1, err: error };
    if (row.attempts + 1 >= attemptsMax) {
      await tx.query(MOVE_TO_DEAD, [id, message, clock.now()]);
      logger.error(context, 'outbox row failed for the last time: moved to outbox_dead');
      return row;
    }
    await tx.query(POSTPONE, [id, message, new Date(clock.now().getTime() + 1000 * 2 ** row.attempts)]);
    logger.warn(context, 'outbox row failed; it will be retried');
    return 'failed';
  });
  if (outcome === 'failed') return outcome;
  options.onDead?.(outcome, error);
  return 'dead';
}

/**
 * Returns whether the queue rejected the row's content. A missing function or an unreachable server is not the row's
 * fault.
 */
function isFaultOfRow(error: unknown): boolean {
  if (error instanceof AppError) return error.status === 409;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(22|23|54|P0)/.test(code);
}

function messageOf(error: unknown): string {
  const cause = error instanceof AppError && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
