import { expect } from 'chai';
import { Redis } from 'ioredis';
import { openSharedStore, type SharedStore } from '../../src/cache/shared-store.ts';
import { createFailureLog } from '../../src/platform/failure-log.ts';
import { eventually } from '../support/eventually.ts';
import { openNetwork, type Network } from '../support/network.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';

describe('the store of values that processes share, in Redis', function () {
  this.timeout(30_000);
  const value = { value: { id: '1', title: 'é' }, tags: ['task:1'], loadedAt: 1_764_000_000_000, ttlMs: 60_000 };
  let redis: RedisServer;
  let network: Network;
  let stores: SharedStore[];
  let lines: unknown[];
  before(async () => {
    redis = await startRedis();
  });
  after(() => redis.stop());
  beforeEach(async () => {
    network = await openNetwork(Number(new URL(redis.url).port));
    stores = [];
    lines = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    await network.close();
  });

  async function open(namespace: string, url = network.through(redis.url)): Promise<SharedStore> {
    const logger = {
      warn: (...line: unknown[]) => lines.push(line),
      info: (...line: unknown[]) => lines.push(line),
    };
    const store = await openSharedStore({
      url,
      namespace,
      failures: createFailureLog({ logger, subject: 'the store' }),
    });
    stores.push(store);
    return store;
  }

  async function fill(store: SharedStore, key: string): Promise<void> {
    await eventually(async () => {
      store.set(key, value);
      expect(await store.get(key)).to.deep.equal(value);
    });
  }

  it('returns what another process has kept, for as long as it may be used', async () => {
    await fill(await open('installation:release'), 'tasks:1');
    const other = await open('installation:release');
    await eventually(async () => expect(await other.get('tasks:1')).to.deep.equal(value));
    expect(await other.get('tasks:2')).to.equal(undefined);
    const client = new Redis(redis.url);
    const [key] = await client.keys('*');
    expect(key).to.equal('installation:release::tasks:1');
    expect(await client.pttl(key!)).to.be.within(1, 60_000);
    client.disconnect();
  });

  it('keeps installations and releases apart', async () => {
    await fill(await open('installation:first'), 'tasks:1');
    const second = await open('installation:second');
    await fill(second, 'tasks:2');
    expect(await second.get('tasks:1')).to.equal(undefined);
  });

  it('has nothing where Redis has something else', async () => {
    const store = await open('garbage');
    await fill(store, 'tasks:1');
    const client = new Redis(redis.url);
    const { tags: _tags, ...untagged } = value;
    const wrong: readonly unknown[] = [
      ...[null, 5, 'text', [], {}, untagged],
      ...[
        { ...value, tags: 5 },
        { ...value, tags: [5] },
        { ...value, tags: 'task:1' },
      ],
      ...[
        { ...value, loadedAt: '1' },
        { ...value, ttlMs: null },
        { ...value, value: undefined },
      ],
    ];
    const texts = [
      '',
      'garbage',
      '{',
      '[]',
      'null',
      '{"value":',
      ...wrong.map((one) => JSON.stringify({ value: one })),
    ];
    for (const text of texts) {
      await client.set('garbage::tasks:1', text);
      expect(await store.get('tasks:1'), text).to.equal(undefined);
    }
    await client.set('garbage::tasks:1', JSON.stringify({ value }));
    expect(await store.get('tasks:1')).to.deep.equal(value);
    client.disconnect();
  });

  it('has nothing while Redis is away, and works again afterwards', async () => {
    const store = await open('away');
    await fill(store, 'tasks:1');
    await network.goDown();
    await eventually(async () => expect(await store.get('tasks:1')).to.equal(undefined));
    network.comeBack();
    await eventually(async () => expect(await store.get('tasks:1')).to.deep.equal(value));
  });

  it('opens without Redis, and has a password in no line of the log', async () => {
    await network.goDown();
    const url = new URL(network.through(redis.url));
    url.password = 'canary-4711';
    const store = await open('absent', url.href);
    for (let number = 0; number < 100; number++) store.set(`tasks:${number}`, value);
    expect(await store.get('tasks:1')).to.equal(undefined);
    await eventually(async () => expect(lines).not.to.deep.equal([]));
    expect(JSON.stringify(lines)).not.to.include('canary');
  });

  it('does not wait for a Redis that hangs, and asks it once a second only', async () => {
    const store = await open('hung');
    await fill(store, 'tasks:1');
    network.stall();
    // Each question that Redis is asked takes 50 ms.
    const startedAt = performance.now();
    for (let number = 0; number < 100; number++) expect(await store.get('tasks:1')).to.equal(undefined);
    expect(performance.now() - startedAt).to.be.lessThan(2500);
  });
});
