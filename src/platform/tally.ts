import { AppError } from '../problems/app-error.ts';

/** What was counted under one key. */
export interface Tallied<Facts> {
  /** Of the last time. */
  readonly facts: Facts;
  readonly count: number;
  readonly first_at: Date;
  readonly last_at: Date;
}

interface TallyOptions<Facts> {
  readonly keyOf: (facts: Facts, at: Date) => string;
  /** Adds the counts to what is stored. */
  readonly write: (entries: readonly Tallied<Facts>[]) => Promise<void>;
  /** Told of a write that failed, and of how many counts were lost since the last time because there was no room. */
  readonly onTrouble: (trouble: { readonly error?: unknown; readonly lost: number }) => void;
  /** Told of each time that something was written. */
  readonly onWritten?: () => void;
  readonly intervalMs: number;
  /** Keys that are kept between two writes; what would be one more is lost, or a fault elsewhere would fill the memory. */
  readonly keysMax: number;
}

interface Tally<Facts> {
  /** Counts one; costs a look-up in a Map. */
  add(facts: Facts, at: Date): void;
  /** Writes what has been counted so far. Never throws: while the store is away, the counts stay. */
  flush(): Promise<void>;
  /** Ends the timer, and writes what is left. */
  stop(): Promise<void>;
}

type Entry<Facts> = { -readonly [Name in keyof Tallied<Facts>]: Tallied<Facts>[Name] };

/** Counts by key in memory and writes in batches, so that what is counted waits for no database. */
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
      // What the store refuses for what it is would be refused again.
      if (isAway(error)) for (const [key, entry] of taken) merge(key, entry);
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

function isAway(error: unknown): boolean {
  return error instanceof AppError && error.status === 503;
}
