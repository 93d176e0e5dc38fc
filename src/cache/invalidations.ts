/** Tags of older invalidations are forgotten, and everything that was loaded before them counts as stale. */
const TAGS_MAX = 100_000;

/**
 * The invalidations of a process in their order. An entry remembers their count at the start of its load, and is fresh
 * as long as none of its tags has been invalidated since. So no index leads from tags to entries, and a load that is
 * overtaken by an invalidation is recognised at its end.
 */
export class Invalidations {
  /** Tag to the count of its last invalidation, the longest ago first. */
  readonly #counts = new Map<string, number>();
  readonly #tagsMax: number;
  #count = 0;
  /** What was loaded at a lower count is stale, whatever its tags. */
  #floor = 0;

  constructor(tagsMax = TAGS_MAX) {
    this.#tagsMax = tagsMax;
  }

  /** The number of invalidations so far. */
  get count(): number {
    return this.#count;
  }

  add(tags: Iterable<string>): void {
    const count = ++this.#count;
    for (const tag of tags) {
      this.#counts.delete(tag);
      this.#counts.set(tag, count);
    }
    while (this.#counts.size > this.#tagsMax) this.#dropOldest();
  }

  /** Makes everything stale that has been loaded so far, or whose load has begun. */
  addEverything(): void {
    this.#floor = ++this.#count;
    this.#counts.clear();
  }

  /** @param since the count when the load began */
  isFresh(tags: readonly string[], since: number): boolean {
    if (since === this.#count) return true;
    if (since < this.#floor) return false;
    for (const tag of tags) {
      const count = this.#counts.get(tag);
      if (count !== undefined && count > since) return false;
    }
    return true;
  }

  #dropOldest(): void {
    for (const [tag, count] of this.#counts) {
      this.#counts.delete(tag);
      this.#floor = Math.max(this.#floor, count);
      return;
    }
  }
}
