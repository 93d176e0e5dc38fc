import { isUnavailable } from './database-errors.ts';

/** The count of one key. */
export interface Tallied<Facts> {
  /** From the latest call of `add()`. */
  readonly facts: Facts;
  readonly count: number;
  readonly first_at: Date;
  readonly last_at: Date;
}

interface TallyOptions<Facts> {
  readonly keyOf: (facts: Facts, at: Date) => string;
  /** Adds the counts to the stored ones. */
  readonly write: (entries: readonly Tallied<Facts>[]) => Promise<void>;
  /** Called after a failed write, and with the number of counts that were lost since the last call. */
  readonly onTrouble: (trouble: { readonly error?: unknown; readonly lost: number }) => void;
  /** Called after each successful write. */
  readonly onWritten?: () => void;
  readonly intervalMs: number;
  /** The number of keys kept between two writes, to bound the memory. Counts of further keys are lost. */
  readonly keysMax: number;
}

interface Tally<Facts> {
  /** Adds 1 to a key's count. Costs one lookup in a Map. */
  add(facts: Facts, at: Date): void;
  /** Writes the counts. Never throws: while the database is unavailable, the counts are kept. */
  flush(): Promise<void>;
  /** Stops the timer and writes the remaining counts. */
  stop(): Promise<void>;
}

type Entry<Facts> = { -readonly [Name in keyof Tallied<Facts>]: Tallied<Facts>[Name] };

/** Counts by key in memory and writes in batches, so that the counted code never waits for the database. */
export function createTally<Facts>(options: TallyOptions<Facts>): Tally<Facts> {
  const { keyOf, write, onTrouble, onWritten, intervalMs, keysMax } = options;
  let entries = new Map<string, Entry<Facts>>();
  let lost = 0;
  let writing = Promise.resolve();

  function merge(key: string, { facts, count, first_at, last_at }: Tallied<Facts>): void {
    const entry = entries.get(key);
    if (entry === undefined) {
      if (entries.size < keysMax) entries.set(key, { facts, count, first_at, last_at });
      else lost += count;
      return;
    }
    entry.count += count;
    if (first_at < entry.first_at) entry.first_at = first_at;
    if (last_at < entry.last_at) return;
    entry.last_at = last_at;
    entry.facts = facts;
  }

  async function writeOnce(): Promise<void> {
    const taken = entries;
    entries = new Map();
    try {
      if (taken.size > 0) {
        await write([...taken.values()]);
        onWritten?.();
      }
      if (lost > 0) onTrouble({ lost });
      lost = 0;
    } catch (error) {
      // Only an unavailable database is worth a retry: any other error would occur again.
      if (isUnavailable(error)) for (const [key, entry] of taken) merge(key, entry);
      else lost += [...taken.values()].reduce((sum, { count }) => sum + count, 0);
      onTrouble({ error, lost });
    }
  }

  const flush = (): Promise<void> => (writing = writing.then(writeOnce));
  const timer = setInterval(() => void flush(), intervalMs).unref();
  return {
    add: (facts, at) => merge(keyOf(facts, at), { facts, count: 1, first_at: at, last_at: at }),
    flush,
    stop: () => {
      clearInterval(timer);
      return flush();
    },
  };
}
