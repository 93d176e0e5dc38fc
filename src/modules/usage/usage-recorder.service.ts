import type { Db } from '../../platform/database.ts';
import { keyUsesOf } from './usage.policy.ts';
import { addUsage } from './usage.repository.ts';
import { UsageCounts } from './usage-counts.service.ts';
import type { OperationUse } from './usage.types.ts';

export interface UsageRecorder {
  /** Counts a use in memory. It runs during requests and never throws. */
  readonly note: (use: OperationUse) => void;
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

/** Counts in memory which credential uses which operation, and adds the counts to the table in batches. */
export function createUsageRecorder(settings: UsageRecorderSettings): UsageRecorder {
  const { db, onError, onWritten, flushMs = 5000, countsMax = 50_000 } = settings;
  const counts = new UsageCounts(countsMax);
  let writing: Promise<void> = Promise.resolve();

  // Writes run one after the other, because two of one process would wait for each other's row locks.
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

/** Writes the counts, and restores them if the database fails. */
async function writeCounts(db: Db, counts: UsageCounts, onWritten?: () => void): Promise<void> {
  const taken = counts.take();
  for (let at = 0; at < taken.length; at += ROWS_PER_STATEMENT) {
    const rows = taken.slice(at, at + ROWS_PER_STATEMENT).map(([, count]) => count);
    try {
      await addUsage(db, rows, keyUsesOf(rows));
    } catch (error) {
      for (const [key, count] of taken.slice(at)) counts.add(key, count);
      throw error;
    }
  }
  if (taken.length > 0) onWritten?.();
}
