import { systemClock, type Clock } from '../platform/clock.ts';
import type { Cache } from './cache.ts';
import { Channel, type ChannelSettings } from './channel.ts';
import { ALWAYS_TRUSTED } from './trust.ts';
import { Invalidations } from './invalidations.ts';
import { MemoryBudget } from './memory-budget.ts';
import type { SharedStore } from './shared-store.ts';
import { TaggedCache, type CacheResult } from './tagged-cache.ts';

/** Everything that a process caches. */
export interface Caches {
  /** Opens a cache. Call it once for each name, when the process starts. */
  open<Value>(options: CacheOptions<Value>): Cache<Value>;
  /**
   * Forgets the values that carry one of the tags: in this process before it returns its promise, in the others when the
   * promise resolves. Call it after the commit of the change and before its response. Never rejects.
   */
  invalidate(tags: Iterable<string>): Promise<void>;
  /** What the process holds and has counted since its start. */
  stats(): CachesStats;
  /** Returns whether the process may use its copies, after it has asked. */
  renewTrust(): Promise<boolean>;
  close(): Promise<void>;
}

export interface CacheOptions<Value> {
  /** The label of its counters. */
  readonly name: string;
  readonly ttlMs: number;
  /** Whether its values also go to Redis, if one is configured. They must be JSON, and decide no permission. */
  readonly isShared?: boolean;
  /** Returns the memory of a value, in bytes. By default it is estimated from what the value contains. */
  readonly bytesOf?: (value: Value) => number;
}

export interface CachesStats {
  readonly caches: readonly CacheStats[];
  /** Invalidations by their origin: changes of this process, and messages of others. */
  readonly invalidations: Readonly<Record<'own' | 'others', number>>;
}

export interface CacheStats {
  readonly cache: string;
  readonly entries: number;
  readonly bytes: number;
  readonly evictions: number;
  /** Lookups by result. */
  readonly requests: Readonly<Record<CacheResult, number>>;
}

interface CachesSettings {
  /** False: nothing is kept. Invalidations still reach other processes. */
  readonly isEnabled: boolean;
  /** The greatest number of entries, and of bytes by estimate, of all caches together. */
  readonly entriesMax: number;
  readonly bytesMax: number;
  /** How other processes are told of changes, and tell of theirs. Absent if there are none. */
  readonly channel?: ChannelSettings;
  /** What processes share, beside what each keeps in memory. Absent without Redis. */
  readonly shared?: SharedStore | undefined;
  /** The system clock if absent. */
  readonly clock?: Clock;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed?: () => number;
}

/** Creates the caches of one process. */
export function createCaches(settings: CachesSettings): Caches {
  const { isEnabled, entriesMax, bytesMax, shared, clock = systemClock, elapsed = () => performance.now() } = settings;
  const invalidations = new Invalidations(clock);
  const budget = new MemoryBudget({ entriesMax, bytesMax });
  const opened: { readonly name: string; readonly cache: Pick<TaggedCache<unknown>, 'stats'> }[] = [];
  const counts = { own: 0, others: 0 };
  const channel =
    settings.channel &&
    new Channel({
      ...settings.channel,
      elapsed,
      onGap: () => invalidations.addEverything(),
      onTags: (tags) => {
        counts.others++;
        if (tags === 'all') invalidations.addEverything();
        else invalidations.add(tags);
      },
    });
  const trust = channel ?? ALWAYS_TRUSTED;
  return {
    open: <Value>({ name, ttlMs, isShared = false, bytesOf }: CacheOptions<Value>): Cache<Value> => {
      const entries = budget.openStore<Value>(bytesOf);
      const parts = { isEnabled, ttlMs, entries, invalidations, trust, elapsed, clock };
      const cache = new TaggedCache<Value>({ ...parts, shared: isShared ? named(shared, name) : undefined });
      opened.push({ name, cache });
      return cache;
    },
    invalidate: (tags) => {
      const all = [...tags];
      if (all.length === 0) return Promise.resolve();
      counts.own++;
      invalidations.add(all);
      return channel?.publish(all) ?? Promise.resolve();
    },
    stats: () => ({
      caches: opened.map(({ name, cache }) => ({ cache: name, ...cache.stats() })),
      invalidations: { ...counts },
    }),
    renewTrust: () => trust.renew(),
    close: async () => {
      await Promise.all([channel?.close(), shared?.close()]);
    },
  };
}

/** The part of the store that belongs to one cache. */
function named(shared: SharedStore | undefined, name: string): SharedStore | undefined {
  if (shared === undefined) return undefined;
  return {
    get: (key) => shared.get(`${name}:${key}`),
    set: (key, value) => shared.set(`${name}:${key}`, value),
    close: () => shared.close(),
  };
}
