import type { Db } from '../../platform/database.ts';
import { addUsage } from './usage.repository.ts';
import type { OperationUse, UsageCount } from './usage.types.ts';

export interface UsageRecorder {
  /** Counts a use. Called while a caller waits: it touches memory only, and never throws. */
  readonly note: (use: OperationUse) => void;
  /** Writes what has been counted so far. @throws what the database throws; the counts are kept for the next time */
  readonly flush: () => Promise<void>;
  /** Writes the rest, as far as the database takes it, and ends. */
  stop(): Promise<void>;
}

export interface UsageRecorderSettings {
  readonly db: Db;
  readonly onError: (error: unknown) => void;
  /** How long counts may wait in memory. */
  readonly flushMs?: number;
  /** How many different counts memory may hold; what would be one more while the database is away is not counted. */
  readonly countsMax?: number;
}

type Pending = Omit<UsageCount, 'requests'> & { requests: number };

const DAY_MS = 86_400_000;
const ROWS_PER_STATEMENT = 5000;

/** Counts in memory which credential uses which operation, and adds the counts to the table in batches. */
export function createUsageRecorder(settings: UsageRecorderSettings): UsageRecorder {
  const { db, onError, flushMs = 5000, countsMax = 50_000 } = settings;
  let pending = new Map<string, Pending>();
  let writing: Promise<void> = Promise.resolve();

  function add(key: string, count: Pending): void {
    const known = pending.get(key);
    if (known !== undefined) known.requests += count.requests;
    else if (pending.size < countsMax) pending.set(key, count);
  }

  async function write(): Promise<void> {
    const taken = [...pending];
    pending = new Map();
    for (let at = 0; at < taken.length; at += ROWS_PER_STATEMENT) {
      const rows = taken.slice(at, at + ROWS_PER_STATEMENT);
      try {
        await addUsage(
          db,
          rows.map(([, count]) => count),
        );
      } catch (error) {
        for (const [key, count] of taken.slice(at)) add(key, count);
        throw error;
      }
    }
  }

  // One after the other: two writers of one process would only wait for each other's rows.
  function flush(): Promise<void> {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  }

  const timer = setInterval(() => void flush().catch(onError), flushMs).unref();
  return {
    note({ version, operation_id, actor, at }) {
      if (actor.credential_type === null) return;
      const { credential_id, credential_type, user_id } = actor;
      const day = Math.floor(at.getTime() / DAY_MS);
      const key = `${credential_id} ${version}.${operation_id} ${day}`;
      const known = pending.get(key);
      if (known !== undefined) {
        known.requests += 1;
        return;
      }
      const used_on = at.toISOString().slice(0, 10);
      add(key, { credential_id, credential_type, user_id, version, operation_id, used_on, requests: 1 });
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush().catch(onError);
    },
  };
}
