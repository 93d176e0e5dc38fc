import { expect } from 'chai';
import { systemClock } from '../../../src/platform/clock.ts';
import { createCaches, type Caches } from '../../../src/cache/caches.ts';
import type { Cache, Loaded } from '../../../src/cache/cache.ts';
import { thrownBy } from '../../support/thrown-by.ts';

/** A load that the test ends. */
function pendingLoad() {
  const state = { calls: 0 };
  const { promise, resolve, reject } = Promise.withResolvers<Loaded<string>>();
  const load = (): Promise<Loaded<string>> => {
    state.calls++;
    return promise;
  };
  return { load, resolve, reject, calls: () => state.calls };
}

const loadOf = (value: string, tags: readonly string[] = []) => {
  return () => Promise.resolve({ value, tags });
};

describe('caches', () => {
  const time = { now: 0 };
  let caches: Caches;
  let cache: Cache<string>;
  beforeEach(() => {
    time.now = 0;
    caches = createCaches({
      isEnabled: true,
      entriesMax: 100,
      bytesMax: 1e6,
      clock: systemClock,
      elapsed: () => time.now,
    });
    cache = caches.open<string>({ name: 'tasks', ttlMs: 1000 });
  });

  const requests = () => caches.stats().caches[0]?.requests;

  it('load a value once, and return it at once afterwards', async () => {
    expect(cache.get('a')).to.equal(undefined);
    expect(await cache.fetch('a', loadOf('first'))).to.equal('first');
    expect(await cache.fetch('a', loadOf('second'))).to.equal('first');
    expect(cache.get('a')).to.equal('first');
    expect(cache.get('b')).to.equal(undefined);
    expect(requests()).to.deep.equal({ hit: 2, miss: 1, stale: 0, bypassed: 0, shared_hit: 0 });
  });

  it('load a value once for all who wait for it', async () => {
    const slow = pendingLoad();
    const waiting = Array.from({ length: 50 }, () => cache.fetch('a', slow.load));
    slow.resolve({ value: 'value', tags: [] });
    expect(new Set(await Promise.all(waiting))).to.deep.equal(new Set(['value']));
    expect(slow.calls()).to.equal(1);
  });

  it('forget what carries an invalidated tag before invalidate() returns', async () => {
    await cache.fetch('a', loadOf('old', ['task:1', 'task@p']));
    await cache.fetch('b', loadOf('other', ['task:2']));
    void caches.invalidate(['task@p']);
    expect(cache.get('a')).to.equal(undefined);
    expect(cache.get('b')).to.equal('other');
    expect(await cache.fetch('a', loadOf('new'))).to.equal('new');
    expect(requests()).to.include({ stale: 1, miss: 2 });
  });

  it('do not keep a value whose load was overtaken by an invalidation', async () => {
    const slow = pendingLoad();
    const first = cache.fetch('a', slow.load);
    await caches.invalidate(['task:1']);
    slow.resolve({ value: 'old', tags: ['task:1'] });
    expect(await first).to.equal('old');
    expect(cache.get('a')).to.equal(undefined);
  });

  it('do not give a value to a caller that came after an invalidation which overtook its load', async () => {
    const slow = pendingLoad();
    const before = cache.fetch('a', slow.load);
    await caches.invalidate(['task:1']);
    const after = [cache.fetch('a', loadOf('new', ['task:1'])), cache.fetch('a', loadOf('new', ['task:1']))];
    slow.resolve({ value: 'old', tags: ['task:1'] });
    expect(await before).to.equal('old');
    expect(await Promise.all(after)).to.deep.equal(['new', 'new']);
    expect(cache.get('a')).to.equal('new');
  });

  it('give it to a caller that came before the invalidation, or after one of other tags', async () => {
    const slow = pendingLoad();
    const waiting = [cache.fetch('a', slow.load)];
    await caches.invalidate(['task:2']);
    waiting.push(cache.fetch('a', slow.load));
    slow.resolve({ value: 'value', tags: ['task:1'] });
    expect(await Promise.all(waiting)).to.deep.equal(['value', 'value']);
    expect(slow.calls()).to.equal(1);
    expect(cache.get('a')).to.equal('value');
  });

  it('keep a value no longer than the cache, and no longer than the load allows', async () => {
    await cache.fetch('a', loadOf('value'));
    await cache.fetch('b', () => Promise.resolve({ value: 'brief', tags: [], ttlMs: 10 }));
    await cache.fetch('c', () => Promise.resolve({ value: 'long', tags: [], ttlMs: 5000 }));
    time.now = 10;
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).to.deep.equal(['value', undefined, 'long']);
    time.now = 1000;
    expect([cache.get('a'), cache.get('c')]).to.deep.equal([undefined, undefined]);
  });

  it('give a value that is not kept only to its own caller', async () => {
    const unkept = (value: string) => () => Promise.resolve({ value, tags: [], isKept: false });
    const values = await Promise.all([cache.fetch('a', unkept('first')), cache.fetch('a', unkept('second'))]);
    expect(values).to.deep.equal(['first', 'second']);
    expect(cache.get('a')).to.equal(undefined);
  });

  it('throw the error of a load to its own caller; others load for themselves', async () => {
    const failing = pendingLoad();
    const first = thrownBy(cache.fetch('a', failing.load));
    const second = cache.fetch('a', loadOf('value'));
    failing.reject(new Error('cancelled'));
    expect(await first)
      .to.be.instanceOf(Error)
      .with.property('message', 'cancelled');
    expect(await second).to.equal('value');
    expect(cache.get('a')).to.equal('value');
  });

  it('keep undefined, so that what does not exist is not asked for again', async () => {
    const absent = caches.open<string | undefined>({ name: 'absent', ttlMs: 1000 });
    await absent.fetch('a', () => Promise.resolve({ value: undefined, tags: [] }));
    expect(await absent.fetch('a', loadOf('value'))).to.equal(undefined);
  });

  it('keep nothing if they are turned off', async () => {
    const off = createCaches({ isEnabled: false, entriesMax: 100, bytesMax: 1e6, clock: systemClock });
    const none = off.open<string>({ name: 'tasks', ttlMs: 1000 });
    expect(await none.fetch('a', loadOf('first'))).to.equal('first');
    expect(await none.fetch('a', loadOf('second'))).to.equal('second');
    expect(none.get('a')).to.equal(undefined);
    expect(off.stats().caches).to.deep.equal([
      {
        cache: 'tasks',
        entries: 0,
        bytes: 0,
        evictions: 0,
        requests: { hit: 0, miss: 0, stale: 0, bypassed: 2, shared_hit: 0 },
      },
    ]);
  });
});
