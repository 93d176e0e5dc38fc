import { expect } from 'chai';
import type { Entry } from '../../../src/cache/entry-store.ts';
import { MemoryBudget } from '../../../src/cache/memory-budget.ts';

function entryOf(value: string): Entry<string> {
  return { value, tags: [], expiresAt: Infinity, since: 0 };
}

/** An entry of about this many bytes. */
function entryOfBytes(bytes: number): Entry<string> {
  return entryOf('x'.repeat(bytes - 500));
}

describe('MemoryBudget', () => {
  it('drops the entry that was not used for longest', () => {
    const store = new MemoryBudget({ entriesMax: 3, bytesMax: 1e6 }).openStore<string>();
    for (const key of ['a', 'b', 'c']) store.add(key, entryOf(key));
    store.find('a');
    store.add('d', entryOf('d'));
    expect(['a', 'b', 'c', 'd'].filter((key) => store.find(key) !== undefined)).to.deep.equal(['a', 'c', 'd']);
    expect(store).to.include({ size: 3, evictions: 1 });
  });

  it('bounds the entries of all caches together', () => {
    const budget = new MemoryBudget({ entriesMax: 10, bytesMax: 1e6 });
    const stores = [budget.openStore<string>(), budget.openStore<string>()];
    for (let number = 0; number < 100; number++) stores[number % 2]!.add(`key ${number}`, entryOf('value'));
    expect(stores.reduce((sum, { size }) => sum + size, 0)).to.equal(10);
    expect(stores.reduce((sum, { evictions }) => sum + evictions, 0)).to.equal(90);
  });

  it('lets a flood of large values drive out large values only', () => {
    const budget = new MemoryBudget({ entriesMax: 1e6, bytesMax: 200_000 });
    const small = budget.openStore<string>();
    const large = budget.openStore<string>();
    for (let number = 0; number < 20; number++) small.add(`key ${number}`, entryOfBytes(1000));
    for (let number = 0; number < 1000; number++) large.add(`key ${number}`, entryOfBytes(10_000));
    expect(small).to.include({ size: 20, evictions: 0 });
    expect(small.bytes + large.bytes).to.be.within(190_000, 200_000);
    expect(large.size + large.evictions).to.equal(1000);
  });

  it('does not keep a value that needs a large part of the memory, nor its predecessor', () => {
    const store = new MemoryBudget({ entriesMax: 10, bytesMax: 16_000 }).openStore<string>();
    store.add('key', entryOf('small'));
    store.add('other', entryOf('small'));
    store.add('key', entryOfBytes(2000));
    expect(store.find('key')).to.equal(undefined);
    expect(store.find('other')?.value).to.equal('small');
    expect(store.evictions).to.equal(0);
  });

  it('counts no bytes of what it has dropped', () => {
    const store = new MemoryBudget({ entriesMax: 2, bytesMax: 1e6 }).openStore<string>();
    for (let number = 0; number < 50; number++) store.add(`key ${number % 5}`, entryOf('x'.repeat(number)));
    store.evictOldest();
    store.evictOldest();
    store.evictOldest();
    expect(store).to.include({ size: 0, bytes: 0 });
    store.add('key', entryOf('value'));
    expect(store.find('key')?.value).to.equal('value');
  });
});
