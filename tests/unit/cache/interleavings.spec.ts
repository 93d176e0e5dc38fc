import { expect } from 'chai';
import type { Loaded } from '../../../src/cache/cache.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { Invalidations } from '../../../src/cache/invalidations.ts';
import { MemoryBudget } from '../../../src/cache/memory-budget.ts';
import { TaggedCache } from '../../../src/cache/tagged-cache.ts';

// Random orders of loads, changes and lookups: no caller ever receives a value that lacks a change which had ended when
// the caller came.

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const TAGS = ['1', '2', '3', '4', '5', '6', '7', '8'];
const STEPS = 2000;

/** The versions of a value's tags when it was read. */
type Versions = Readonly<Record<string, number>>;

/** A generator of numbers from 0 to 1 that a seed determines (Park and Miller). */
function randomOf(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

interface PendingLoad {
  readonly read: () => void;
  readonly end: () => void;
}

/** The database, the loads that run, and what callers have received. */
class World {
  readonly versions: Record<string, number> = Object.fromEntries(TAGS.map((tag) => [tag, 0]));
  readonly loads: PendingLoad[] = [];
  readonly invalidations = new Invalidations(systemClock, 3);
  readonly random: () => number;
  readonly cache: TaggedCache<Versions>;
  isTrusted = true;
  now = 0;
  received = 0;

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.cache = new TaggedCache<Versions>({
      isEnabled: true,
      ttlMs: 500,
      entries: new MemoryBudget({ entriesMax: 4, bytesMax: 1e6 }).openStore(),
      invalidations: this.invalidations,
      trust: { isHeldAt: () => this.isTrusted, renew: () => Promise.resolve(this.isTrusted) },
      elapsed: () => this.now,
      clock: systemClock,
      shared: undefined,
    });
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)]!;
  }

  /** Which tags a key's value has depends on its row, so it can change with each load. */
  readonly load = (): Promise<Loaded<Versions>> => {
    const { promise, resolve, reject } = Promise.withResolvers<Loaded<Versions>>();
    const tags = TAGS.filter(() => this.random() < 0.3);
    let versions: Versions | undefined;
    const read = (): void => {
      versions ??= { ...this.versions };
    };
    const end = (): void => {
      read();
      if (this.random() < 0.1) reject(new Error('the load failed'));
      else {
        const value = Object.fromEntries(tags.map((tag) => [tag, versions?.[tag] ?? 0]));
        resolve({ value, tags, isKept: this.random() < 0.9, ttlMs: this.random() * 1000 });
      }
    };
    this.loads.push({ read, end });
    return promise;
  };

  change(): void {
    const tags = TAGS.filter(() => this.random() < 0.2);
    for (const tag of tags) this.versions[tag]!++;
    this.invalidations.add(tags);
  }

  check(value: Versions, arrival: Versions): void {
    this.received++;
    for (const [tag, version] of Object.entries(value)) {
      if (version < arrival[tag]!) throw new Error(`version ${version} of ${tag}, after ${arrival[tag]!} had ended`);
    }
  }

  lookUp(): void {
    const value = this.cache.get(this.pick(KEYS));
    if (value !== undefined) this.check(value, this.versions);
  }

  async ask(): Promise<void> {
    const arrival = { ...this.versions };
    const value = await this.cache.fetch(this.pick(KEYS), this.load).catch(() => undefined);
    if (value !== undefined) this.check(value, arrival);
  }
}

describe('a cache in random orders of events', () => {
  for (let seed = 1; seed <= 40; seed++) {
    it(`gives no caller an older value than it may have (seed ${seed})`, async () => {
      const world = new World(seed);
      const asked: Promise<void>[] = [];
      for (let step = 0; step < STEPS; step++) {
        world.now += world.random() * 20;
        const dice = world.random();
        if (dice < 0.3) asked.push(world.ask());
        else if (dice < 0.5) world.lookUp();
        else if (dice < 0.6) world.change();
        else if (dice < 0.7) world.loads.at(-1)?.read();
        else if (dice < 0.95) world.loads.splice(Math.floor(world.random() * world.loads.length), 1)[0]?.end();
        else if (dice < 0.98) world.isTrusted = !world.isTrusted;
        else world.invalidations.addEverything();
        if (world.random() < 0.7) await Promise.resolve();
      }
      // Each load that ends may start those of callers that did not want its value.
      const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
      await settle();
      while (world.loads.length > 0) {
        world.loads.shift()?.end();
        await settle();
      }
      await Promise.all(asked);
      const { requests } = world.cache.stats();
      expect(world.received).to.be.greaterThan(STEPS / 4);
      for (const result of ['hit', 'miss', 'stale', 'bypassed'] as const) expect(requests[result]).to.be.greaterThan(5);
    });
  }
});
