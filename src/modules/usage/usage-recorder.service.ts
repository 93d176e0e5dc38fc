import type { Db } from '../../platform/database.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { AppError } from '../../problems/app-error.ts';
import { keyUsesOf } from './usage.policy.ts';
import { addUsage } from './usage.repository.ts';
import { MeasurementCounts } from './measurement-counts.service.ts';
import { addMeasurements } from './measurements.repository.ts';
import type { RequestMeasurement } from './measurements.types.ts';
import { UsageCounts } from './usage-counts.service.ts';
import type { CountedUse, OperationUse } from './usage.types.ts';

export interface UsageRecorder {
  /** Counts a use in memory. It runs during requests and never throws. */
  readonly note: (use: OperationUse) => void;
  /** Counts a response in memory. Never throws. */
  readonly measure: (measurement: RequestMeasurement) => void;
  /**
   * Writes the counts.
   * @throws what the database throws; the counts are then kept for the next write
   */
  readonly flush: () => Promise<void>;
  /** Writes the remaining counts if the database accepts them, and stops. */
  stop(): Promise<void>;
}

interface UsageRecorderSettings {
  readonly db: Db;
  readonly onError: (error: unknown) => void;
  /** Called after each successful write. */
  readonly onWritten?: () => void;
  /** How long counts may stay in memory. */
  readonly flushMs?: number;
  /** How many different counts memory may hold while the database is down; uses that need another one are dropped. */
  readonly countsMax?: number;
}

const ROWS_PER_STATEMENT = 5000;

/**
 * Counts in memory which credential uses which operation, and how its requests are served, and adds the counts to the
 * tables in batches.
 */
export function createUsageRecorder(settings: UsageRecorderSettings): UsageRecorder {
  const { onError, flushMs = 5000, countsMax = 50_000 } = settings;
  const counts = new UsageCounts(countsMax);
  const measurements = new MeasurementCounts(countsMax);
  let writing: Promise<void> = Promise.resolve();

  // Writes run one after the other, because two of one process would wait for each other's row locks.
  function flush(): Promise<void> {
    writing = writing
      .catch(() => undefined)
      .then(() => writeCounts(settings, counts))
      .then(() => writeMeasurements(settings, measurements));
    return writing;
  }

  const timer = setInterval(() => void flush().catch(onError), flushMs).unref();
  return {
    note: (use) => counts.note(use),
    measure: (measurement) => measurements.note(measurement),
    flush,
    async stop() {
      clearInterval(timer);
      await flush().catch(onError);
    },
  };
}

type Entry = readonly [key: string, count: CountedUse];

/**
 * Writes the counts, and restores them if the database fails. If it refuses a value, the batch is halved until the one
 * row is found: that one is reported and given up, because it would keep all others from being written.
 */
async function writeCounts({ db, onError, onWritten }: UsageRecorderSettings, counts: UsageCounts): Promise<void> {
  const batches = batchesOf(counts.take());
  if (batches.length === 0) return;
  for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
    const rows = batch.map(([, count]) => count);
    try {
      await addUsage(db, rows, keyUsesOf(rows));
    } catch (error) {
      if (!isRefusal(error)) {
        for (const [key, count] of [...batches, batch].flat()) counts.add(key, count);
        throw error;
      }
      const middle = Math.ceil(batch.length / 2);
      if (batch.length === 1) onError(error);
      else batches.push(batch.slice(middle), batch.slice(0, middle));
    }
  }
  onWritten?.();
}

/** Writes the measurements, and restores them if the database fails. A batch that it refuses is reported and given up. */
async function writeMeasurements({ db, onError }: UsageRecorderSettings, counts: MeasurementCounts): Promise<void> {
  const taken = counts.take();
  for (let at = 0; at < taken.length; at += ROWS_PER_STATEMENT) {
    try {
      await addMeasurements(db, taken.slice(at, at + ROWS_PER_STATEMENT));
    } catch (error) {
      if (!isRefusal(error)) {
        counts.restore(taken.slice(at));
        throw error;
      }
      onError(error);
    }
  }
}

/** The last batch comes first. */
function batchesOf(taken: readonly Entry[]): (readonly Entry[])[] {
  const batches: (readonly Entry[])[] = [];
  for (let at = 0; at < taken.length; at += ROWS_PER_STATEMENT)
    batches.unshift(taken.slice(at, at + ROWS_PER_STATEMENT));
  return batches;
}

/** Whether the database refuses a value, so that it would refuse it again. */
function isRefusal(error: unknown): boolean {
  return (error instanceof AppError && error.code === 'value_out_of_range') || constraintOf(error) !== undefined;
}
