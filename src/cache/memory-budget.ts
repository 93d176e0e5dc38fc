import { estimateBytes } from '../platform/estimate-bytes.ts';
import { EntryStore } from './entry-store.ts';

interface Bounds {
  readonly entriesMax: number;
  readonly bytesMax: number;
}

/** What the bounds need of a store. */
type Measured = Pick<EntryStore<unknown>, 'size' | 'bytes' | 'evictOldest'>;

/** An entry of more than this part of the bytes is not kept, because it would evict too many others. */
const ENTRY_PART_MAX = 1 / 16;

/**
 * The bounds of all caches together. When they are exceeded, the cache that holds most bytes drops its least recently
 * used entries, so that many large values do not evict small ones that every request needs.
 */
export class MemoryBudget {
  readonly #bounds: Bounds;
  readonly #stores: Measured[] = [];

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  openStore<Value>(bytesOf: (value: Value) => number = estimateBytes): EntryStore<Value> {
    const { entriesMax, bytesMax } = this.#bounds;
    const store = new EntryStore<Value>({
      entriesMax,
      entryBytesMax: bytesMax * ENTRY_PART_MAX,
      onAdded: () => this.#makeRoom(),
      bytesOf,
    });
    this.#stores.push(store);
    return store;
  }

  #makeRoom(): void {
    while (this.#isExceeded()) {
      const [first, ...others] = this.#stores;
      if (first === undefined) return;
      others.reduce((largest, store) => (store.bytes > largest.bytes ? store : largest), first).evictOldest();
    }
  }

  #isExceeded(): boolean {
    let entries = 0;
    let bytes = 0;
    for (const store of this.#stores) {
      entries += store.size;
      bytes += store.bytes;
    }
    return entries > this.#bounds.entriesMax || bytes > this.#bounds.bytesMax;
  }
}
