import { CacheableMemory, CacheableMemoryHooks } from '@cacheable/memory';
import { estimateBytes } from '../platform/estimate-bytes.ts';

/** What is kept for one key. */
export interface Entry<Value> {
  readonly value: Value;
  readonly tags: readonly string[];
  /** Until which time of the monotonic clock it may be used. */
  readonly expiresAt: number;
  /** The invalidations that it has outlived: their count when its load began, or when it was last found to be fresh. */
  since: number;
}

interface StoreSettings<Value> {
  readonly entriesMax: number;
  readonly entryBytesMax: number;
  readonly onAdded: () => void;
  /** Returns the memory of a value, in bytes. */
  readonly bytesOf: (value: Value) => number;
}

interface Held<Value> {
  readonly entry: Entry<Value>;
  readonly bytes: number;
}

/** An estimate of what an entry costs beside its key, tags and value: two Map entries and a node of the LRU list. */
const ENTRY_BYTES = 350;

/**
 * The entries of one cache, in keyv's store in memory. It is read synchronously, because keyv's own promises cost more
 * than the lookup, and without its expiry and its copies of values: entries have their own time, and are not changed.
 */
export class EntryStore<Value> {
  readonly #settings: StoreSettings<Value>;
  readonly #memory: CacheableMemory;
  #bytes = 0;
  #evictions = 0;

  constructor(settings: StoreSettings<Value>) {
    this.#settings = settings;
    // One Map: by default keyv hashes each key to choose one of 16, which costs more than everything else here.
    this.#memory = new CacheableMemory({ useClone: false, storeHashSize: 1, lruSize: settings.entriesMax + 1 });
    this.#memory.onHook(CacheableMemoryHooks.BEFORE_DELETE, (key: string) => {
      this.#bytes -= this.#held(key)?.bytes ?? 0;
    });
  }

  get size(): number {
    return this.#memory.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** How many entries were dropped for want of room. */
  get evictions(): number {
    return this.#evictions;
  }

  find(key: string): Entry<Value> | undefined {
    return (this.#memory.getRaw(key)?.value as Held<Value> | undefined)?.entry;
  }

  /** Keeps an entry in place of the key's old one, unless it is too large. */
  add(key: string, entry: Entry<Value>): void {
    this.#memory.delete(key);
    const { entryBytesMax, bytesOf } = this.#settings;
    const bytes = ENTRY_BYTES + estimateBytes(key) + estimateBytes(entry.tags) + bytesOf(entry.value);
    if (bytes > entryBytesMax) return;
    const held: Held<Value> = { entry, bytes };
    this.#memory.set(key, held);
    this.#bytes += bytes;
    this.#settings.onAdded();
  }

  /** Drops the entry that was not used for longest. */
  evictOldest(): void {
    const { size } = this.#memory;
    if (size === 0) return;
    this.#evictions++;
    if (size === 1) {
      this.clear();
      return;
    }
    // A smaller bound drops the oldest entries. keyv has no other function for it.
    this.#memory.lruSize = size - 1;
    this.#memory.lruSize = this.#settings.entriesMax + 1;
  }

  clear(): void {
    this.#memory.clear();
    this.#bytes = 0;
  }

  #held(key: string): Held<Value> | undefined {
    return this.#memory.store[0]?.get(key)?.value as Held<Value> | undefined;
  }
}
