import { expect } from 'chai';
import { createCaches, type Caches } from '../../../src/cache/caches.ts';
import type { Cache } from '../../../src/cache/cache.ts';
import { Invalidations } from '../../../src/cache/invalidations.ts';
import { MemoryBudget } from '../../../src/cache/memory-budget.ts';
import { TaggedCache } from '../../../src/cache/tagged-cache.ts';
import type { SharedStore, SharedValue } from '../../../src/cache/shared-store.ts';

const START = Date.parse('2026-11-23T12:00:00Z');
/** Longer than the clocks of two processes may be apart. */
const LATER_MS = 5001;

/** A store whose values the test sees and makes up. */
function storeOf(values: Map<string, SharedValue>): SharedStore {
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => void values.set(key, value),
    close: () => Promise.resolve(),
  };
}

describe('values that processes share', () => {
  const time = { now: START };
  const values = new Map<string, SharedValue>();
  const database = { value: 'first', loads: 0 };
  const clock = { now: () => new Date(time.now) };
  const load = () => {
    database.loads++;
    return Promise.resolve({ value: database.value, tags: ['task:1'] });
  };
  beforeEach(() => {
    time.now = START;
    values.clear();
    Object.assign(database, { value: 'first', loads: 0 });
  });

  function startProcess(): { readonly caches: Caches; readonly cache: Cache<string> } {
    const bounds = { entriesMax: 100, bytesMax: 1e6 };
    const caches = createCaches({
      ...bounds,
      isEnabled: true,
      clock,
      shared: storeOf(values),
      elapsed: () => time.now - START,
    });
    return { caches, cache: caches.open<string>({ name: 'tasks', ttlMs: 60_000, isShared: true }) };
  }

  const requestsOf = ({ caches }: { readonly caches: Caches }) => caches.stats().caches[0]?.requests;

  it('are loaded by one process, and used by another that listened meanwhile', async () => {
    const [first, second] = [startProcess(), startProcess()];
    time.now += LATER_MS;
    await first.cache.fetch('a', load);
    expect(await second.cache.fetch('a', load)).to.equal('first');
    expect(database.loads).to.equal(1);
    expect(requestsOf(second)).to.include({ shared_hit: 1, miss: 1 });
    expect(second.cache.get('a')).to.equal('first');
  });

  it('are not used by a process that began to listen later, nor within the allowance for clocks', async () => {
    const first = startProcess();
    await first.cache.fetch('a', load);
    time.now += 1;
    for (const waitedMs of [0, LATER_MS]) {
      time.now += waitedMs;
      const late = startProcess();
      database.value = 'second';
      values.delete('tasks:a');
      await first.caches.invalidate(['other']);
      values.set('tasks:a', { value: 'first', tags: ['task:1'], loadedAt: time.now - 1, ttlMs: 60_000 });
      expect(await late.cache.fetch('a', load)).to.equal('second');
      expect(requestsOf(late)).to.include({ shared_hit: 0 });
    }
  });

  it('are not used if one of their tags was invalidated after their load, within the allowance for clocks', async () => {
    const process = startProcess();
    time.now += 2 * LATER_MS;
    await process.caches.invalidate(['task:1']);
    database.value = 'second';
    const loadedAt = time.now;
    // So that no load is ahead of the clock, which would be a reason of its own.
    time.now += 5000;
    for (const afterMs of [-1, 0, 5000]) {
      values.set('tasks:a', { value: 'first', tags: ['task:1'], loadedAt: loadedAt + afterMs, ttlMs: 60_000 });
      const { cache } = { cache: process.caches.open<string>({ name: 'tasks', ttlMs: 60_000, isShared: true }) };
      expect(await cache.fetch('a', load), `loaded ${afterMs} ms after the change`).to.equal('second');
    }
    values.set('tasks:a', { value: 'third', tags: ['task:1'], loadedAt: loadedAt + LATER_MS, ttlMs: 60_000 });
    time.now += LATER_MS;
    expect(await process.cache.fetch('a', load)).to.equal('third');
  });

  it('are not used from a clock that is far ahead', async () => {
    const process = startProcess();
    time.now += LATER_MS;
    values.set('tasks:a', { value: 'old', tags: ['task:1'], loadedAt: time.now + LATER_MS, ttlMs: 60_000 });
    expect(await process.cache.fetch('a', load)).to.equal('first');
  });

  for (const [what, isHeld, expected] of [
    ['are used if the lease is held after Redis was asked', true, 'old'],
    ['are not used if the lease was lost while Redis was asked', false, 'first'],
  ] as const) {
    it(what, async () => {
      const trust = { isHeld: true };
      const invalidations = new Invalidations(clock);
      time.now += 3 * LATER_MS;
      const old = { value: 'old', tags: ['task:1'], loadedAt: START + 2 * LATER_MS, ttlMs: 60_000 };
      const get = (): Promise<SharedValue> => {
        trust.isHeld = isHeld;
        return Promise.resolve(old);
      };
      const cache = new TaggedCache<string>({
        ...{ isEnabled: true, ttlMs: 60_000, invalidations, clock, elapsed: () => 0 },
        entries: new MemoryBudget({ entriesMax: 100, bytesMax: 1e6 }).openStore<string>(),
        trust: { isHeldAt: () => trust.isHeld, renew: () => Promise.resolve(trust.isHeld) },
        shared: { ...storeOf(values), get },
      });
      expect(await cache.fetch('a', load)).to.equal(expected);
    });
  }

  it('are used no longer than their load allowed', async () => {
    const [first, second] = [startProcess(), startProcess()];
    time.now += LATER_MS;
    await first.cache.fetch('a', () => Promise.resolve({ value: 'brief', tags: [], ttlMs: 1000 }));
    time.now += 900;
    expect(await second.cache.fetch('a', load)).to.equal('brief');
    time.now += 99;
    expect(second.cache.get('a')).to.equal('brief');
    time.now += 1;
    expect(await second.cache.fetch('a', load)).to.equal('first');
  });

  it('are not given away if they are not to be kept, or were overtaken by a change', async () => {
    const process = startProcess();
    await process.cache.fetch('a', () => Promise.resolve({ value: 'x', tags: [], isKept: false }));
    const slow = Promise.withResolvers<{ readonly value: string; readonly tags: readonly string[] }>();
    const waiting = process.cache.fetch('b', () => slow.promise);
    await new Promise((resolve) => setImmediate(resolve));
    await process.caches.invalidate(['task:1']);
    slow.resolve({ value: 'old', tags: ['task:1'] });
    await waiting;
    expect([...values.keys()]).to.deep.equal([]);
  });

  it('are those of caches that say so, each with its name', async () => {
    const { caches } = startProcess();
    const own = caches.open<string>({ name: 'credentials', ttlMs: 60_000 });
    const shared = caches.open<string>({ name: 'projects', ttlMs: 60_000, isShared: true });
    await own.fetch('a', load);
    await shared.fetch('a', load);
    expect([...values.keys()]).to.deep.equal(['projects:a']);
  });
});
