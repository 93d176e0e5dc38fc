import type { Db } from '../../platform/database.ts';
import { addUsage } from './usage.repository.ts';
import { UsageCounts } from './usage-counts.service.ts';
import type { OperationUse } from './usage.types.ts';

export interface UsageRecorder {
  /** Counts a use. Called while a caller waits: it touches memory only, and never throws. */
  readonly note: (use: OperationUse) => void;
  /** Writes what has been counted so far. @throws what the database throws; the counts are kept for the next time */
  readonly flush: () => Promise<void>;
  /** Writes the rest, as far as the database takes it, and ends. */
  stop(): Promise<void>;
}

interface UsageRecorderSettings {
  readonly db: Db;
  readonly onError: (error: unknown) => void;
  /** Told of each time that something was written. */
  readonly onWritten?: () => void;
  /** How long counts may wait in memory. */
  readonly flushMs?: number;
  /** How many different counts memory may hold; what would be one more while the database is away is not counted. */
  readonly countsMax?: number;
}

const ROWS_PER_STATEMENT = 5000;

/** Counts in memory which credential uses which operation, and adds the counts to the table in batches. */
export function createUsageRecorder(settings: UsageRecorderSettings): UsageRecorder {
  const { db, onError, onWritten, flushMs = 5000, countsMax = 50_000 } = settings;
  const counts = new UsageCounts(countsMax);
  let writing: Promise<void> = Promise.resolve();

  // One after the other: two writers of one process would only wait for each other's rows.
  function flush(): Promise<void> {
    writing = writing.catch(() => undefined).then(() => writeCounts(db, counts, onWritten));
    return writing;
  }

  const timer = setInterval(() => void flush().catch(onError), flushMs).unref();
  return {
    note: (use) => counts.note(use),
    flush,
    async stop() {
      clearInterval(timer);
      await flush().catch(onError);
    },
  };
}

/** Writes what has been counted, and puts back what the database did not take. */
async function writeCounts(db: Db, counts: UsageCounts, onWritten?: () => void): Promise<void> {
  const taken = counts.take();
  for (let at = 0; at < taken.length; at += ROWS_PER_STATEMENT) {
    const rows = taken.slice(at, at + ROWS_PER_STATEMENT).map(([, count]) => count);
    try {
      await addUsage(db, rows);
    } catch (error) {
      for (const [key, count] of taken.slice(at)) counts.add(key, count);
      throw error;
    }
  }
  if (taken.length > 0) onWritten?.();
}
