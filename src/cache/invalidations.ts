import type { Clock } from '../platform/clock.ts';

/** With so many tags, a generation is full. Before the next one begins, the one before it is forgotten. */
const TAGS_MAX = 50_000;

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
  /**
   * The last invalidation of each tag, in two generations: a map from which the oldest tags are taken one by one keeps
   * their places, and searching them takes longer than everything else here.
   */
  #last = new Map<string, Invalidation>();
  #lastBefore = new Map<string, Invalidation>();
  readonly #tagsMax: number;
  readonly #clock: Clock;
  #count = 0;
  /** The newest invalidation of both generations that have been forgotten: what was loaded before it is stale. */
  #floor: Invalidation;
  /** The newest invalidation of the generation before. */
  #before: Invalidation;

  constructor(clock: Clock, tagsMax = TAGS_MAX) {
    this.#clock = clock;
    this.#tagsMax = tagsMax;
    this.#floor = { count: 0, at: clock.now().getTime() };
    this.#before = this.#floor;
  }

  /** The number of invalidations so far. */
  get count(): number {
    return this.#count;
  }

  add(tags: Iterable<string>): void {
    const invalidation = this.#next();
    for (const tag of tags) this.#last.set(tag, invalidation);
    if (this.#last.size >= this.#tagsMax) this.#turnOver(invalidation);
  }

  /** Makes everything stale that has been loaded so far, or whose load has begun. */
  addEverything(): void {
    this.#floor = this.#next();
    this.#before = this.#floor;
    this.#last.clear();
    this.#lastBefore.clear();
  }

  /** @param since the count when the load began */
  isFresh(tags: readonly string[], since: number): boolean {
    if (since === this.#count) return true;
    if (since < this.#floor.count) return false;
    for (const tag of tags) {
      const last = this.#lastOf(tag, since);
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
    return tags.every((tag) => (this.#lastOf(tag)?.at ?? -Infinity) < latest);
  }

  #next(): Invalidation {
    return { count: ++this.#count, at: this.#clock.now().getTime() };
  }

  /** @param since older invalidations do not matter */
  #lastOf(tag: string, since = -1): Invalidation | undefined {
    return this.#last.get(tag) ?? (since < this.#before.count ? this.#lastBefore.get(tag) : undefined);
  }

  #turnOver(newest: Invalidation): void {
    this.#floor = this.#before;
    this.#before = newest;
    this.#lastBefore = this.#last;
    this.#last = new Map();
  }
}
