import type { Clock } from '../platform/clock.ts';

/** Tags of older invalidations are forgotten, and everything that was loaded before them counts as stale. */
const TAGS_MAX = 100_000;

/** How far the clocks of two processes may be apart. */
const CLOCK_ALLOWANCE_MS = 5000;

interface Invalidation {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The invalidations of a process in their order. An entry remembers their count at the start of its load, and is fresh
 * as long as none of its tags has been invalidated since. So no index leads from tags to entries, and a load that is
 * overtaken by an invalidation is recognised at its end.
 */
export class Invalidations {
  /** The last invalidation of each tag, the longest ago first. */
  readonly #last = new Map<string, Invalidation>();
  readonly #tagsMax: number;
  readonly #clock: Clock;
  #count = 0;
  /** What was loaded before it is stale, whatever its tags. */
  #floor: Invalidation;

  constructor(clock: Clock, tagsMax = TAGS_MAX) {
    this.#clock = clock;
    this.#tagsMax = tagsMax;
    this.#floor = { count: 0, at: clock.now().getTime() };
  }

  /** The number of invalidations so far. */
  get count(): number {
    return this.#count;
  }

  add(tags: Iterable<string>): void {
    const invalidation = this.#next();
    for (const tag of tags) {
      this.#last.delete(tag);
      this.#last.set(tag, invalidation);
    }
    while (this.#last.size > this.#tagsMax) this.#dropOldest();
  }

  /** Makes everything stale that has been loaded so far, or whose load has begun. */
  addEverything(): void {
    this.#floor = this.#next();
    this.#last.clear();
  }

  /** @param since the count when the load began */
  isFresh(tags: readonly string[], since: number): boolean {
    if (since === this.#count) return true;
    if (since < this.#floor.count) return false;
    for (const tag of tags) {
      const last = this.#last.get(tag);
      if (last !== undefined && last.count > since) return false;
    }
    return true;
  }

  /**
   * Returns whether a value of another process is fresh: this process has received all messages since its load began, and
   * none invalidated its tags. The clocks of both may differ by the allowance.
   * @param loadedAt when its load began, by the clock of that process
   */
  isFreshOfOthers(tags: readonly string[], loadedAt: number): boolean {
    const latest = loadedAt - CLOCK_ALLOWANCE_MS;
    if (latest > this.#clock.now().getTime() || this.#floor.at >= latest) return false;
    return tags.every((tag) => (this.#last.get(tag)?.at ?? -Infinity) < latest);
  }

  #next(): Invalidation {
    return { count: ++this.#count, at: this.#clock.now().getTime() };
  }

  #dropOldest(): void {
    for (const [tag, invalidation] of this.#last) {
      this.#last.delete(tag);
      if (invalidation.count > this.#floor.count) this.#floor = invalidation;
      return;
    }
  }
}
