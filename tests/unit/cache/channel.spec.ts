import { expect } from 'chai';
import { systemClock } from '../../../src/platform/clock.ts';
import { createCaches, type Caches } from '../../../src/cache/caches.ts';
import type { Cache } from '../../../src/cache/cache.ts';
import type { LineWatcher, MessageLine } from '../../../src/platform/message-line.ts';
import { createFailureLog } from '../../../src/platform/failure-log.ts';
import { thrownBy } from '../../support/thrown-by.ts';

/** What connects the processes of a test: each text reaches every line that is open. */
class Wire {
  readonly #lines = new Set<{ isOpen: boolean; readonly watcher: LineWatcher }>();
  readonly texts: string[] = [];
  /** What happens to requests: they are answered, never answered, or fail. */
  state: 'up' | 'hung' | 'down' = 'up';

  readonly open = (watcher: LineWatcher): MessageLine => {
    const line = { isOpen: true, watcher };
    this.#lines.add(line);
    // As the real lines do, after the caller has the line.
    queueMicrotask(watcher.onOpen);
    return {
      isOpen: () => line.isOpen,
      confirm: () => this.#respond(),
      send: async (texts) => {
        await this.#respond();
        this.say(texts);
      },
      close: async () => {
        line.isOpen = false;
      },
    };
  };

  readonly say = (texts: readonly string[]): void => {
    this.texts.push(...texts);
    for (const { isOpen, watcher } of this.#lines) if (isOpen) texts.forEach(watcher.onText);
  };

  lose(): void {
    for (const line of this.#lines) {
      line.isOpen = false;
      line.watcher.onLost();
    }
  }

  reopen(): void {
    for (const line of this.#lines) {
      line.isOpen = true;
      line.watcher.onOpen();
    }
  }

  async #respond(): Promise<void> {
    if (this.state === 'hung') await new Promise<never>(() => undefined);
    if (this.state === 'down') throw new Error('the wire is down');
  }
}

interface Process {
  readonly caches: Caches;
  readonly cache: Cache<string>;
}

describe('the channel between caches', () => {
  const failures = createFailureLog({
    logger: { warn: () => undefined, info: () => undefined },
    subject: 'the channel',
  });
  const database = { value: 'first' };
  const load = () => Promise.resolve({ value: database.value, tags: ['task:1'] });
  let postgres: Wire;
  let redis: Wire;
  let viaPool: string[][];
  beforeEach(() => {
    database.value = 'first';
    postgres = new Wire();
    redis = new Wire();
    viaPool = [];
  });

  function startProcess(processId: string, withRedis: boolean): Process {
    const caches = createCaches({
      isEnabled: true,
      entriesMax: 100,
      bytesMax: 1e6,
      clock: systemClock,
      channel: {
        processId,
        openPostgres: postgres.open,
        openRedis: withRedis ? redis.open : undefined,
        notify: async (texts) => {
          if (postgres.state === 'down') throw new Error('no database');
          viaPool.push([...texts]);
          postgres.say(texts);
        },
        failures,
      },
    });
    return { caches, cache: caches.open<string>({ name: 'tasks', ttlMs: 60_000 }) };
  }

  async function change({ caches }: Process, value: string): Promise<void> {
    database.value = value;
    await caches.invalidate(['task:1']);
  }

  it('has a lease of both lines, or of Redis alone while the one to PostgreSQL is lost', async () => {
    postgres.state = 'hung';
    const { caches } = startProcess('reader', true);
    await Promise.resolve();
    expect(await caches.renewTrust()).to.equal(false);
    postgres.lose();
    expect(await caches.renewTrust()).to.equal(true);
  });

  for (const withRedis of [false, true]) {
    describe(withRedis ? 'over Redis' : 'over PostgreSQL', () => {
      let writer: Process;
      let reader: Process;
      beforeEach(async () => {
        writer = startProcess('writer', withRedis);
        reader = startProcess('reader', withRedis);
        await Promise.resolve();
        await reader.cache.fetch('a', load);
        await reader.cache.fetch('a', load);
        expect(reader.caches.stats().caches[0]?.requests, 'as a test of what follows').to.include({ hit: 1 });
      });
      const wire = (): Wire => (withRedis ? redis : postgres);

      it('tells others of a change before its promise resolves', async () => {
        await change(writer, 'second');
        expect(reader.cache.get('a')).to.equal(undefined);
        expect(await reader.cache.fetch('a', load)).to.equal('second');
        expect(reader.caches.stats().invalidations).to.deep.equal({ own: 0, others: 1 });
        expect(writer.caches.stats().invalidations).to.deep.equal({ own: 1, others: 0 });
      });

      it('uses one message', async () => {
        await change(writer, 'second');
        expect([...postgres.texts, ...redis.texts]).to.have.length(1);
        expect(viaPool).to.deep.equal([]);
      });

      it('has no copies while its line is lost, and none from before when it is open again', async () => {
        wire().lose();
        database.value = 'second';
        expect(reader.cache.get('a')).to.equal(undefined);
        expect(await reader.cache.fetch('a', load)).to.equal('second');
        expect(await reader.caches.renewTrust()).to.equal(false);
        database.value = 'third';
        wire().reopen();
        expect(await reader.cache.fetch('a', load)).to.equal('third');
        expect(await reader.caches.renewTrust()).to.equal(true);
        expect(reader.cache.get('a')).to.equal('third');
      });

      it('does not use copies while its line does not respond', async () => {
        wire().state = 'hung';
        database.value = 'second';
        wire().lose();
        wire().reopen();
        expect(await reader.cache.fetch('a', load)).to.equal('second');
        database.value = 'third';
        expect(await reader.cache.fetch('a', load)).to.equal('third');
        expect(reader.caches.stats().caches[0]?.requests).to.include({ bypassed: 2 });
      });

      it('makes everything stale at a message that it does not understand', async () => {
        database.value = 'second';
        wire().say(['news of a later release']);
        expect(await reader.cache.fetch('a', load)).to.equal('second');
      });
    });
  }

  it('takes the way over PostgreSQL if Redis fails, or does not respond in time', async () => {
    const writer = startProcess('writer', true);
    const reader = startProcess('reader', true);
    for (const state of ['down', 'hung'] as const) {
      await reader.cache.fetch('a', load);
      redis.state = state;
      await change(writer, state);
      redis.state = 'up';
      expect(await reader.cache.fetch('a', load)).to.equal(state);
    }
    expect(redis.texts).to.deep.equal([]);
    expect(postgres.texts).to.have.length(2);
  });

  it('goes on with cached reads while PostgreSQL is away, if there is Redis', async () => {
    const { cache, caches } = startProcess('reader', true);
    await caches.renewTrust();
    await cache.fetch('a', load);
    postgres.lose();
    expect(await cache.fetch('a', () => Promise.reject(new Error('no database')))).to.equal('first');
    postgres.reopen();
    database.value = 'second';
    expect(await cache.fetch('a', load)).to.equal('second');
  });

  it('asks the database while Redis is away, even if PostgreSQL is there', async () => {
    const { cache } = startProcess('reader', true);
    await cache.fetch('a', load);
    redis.lose();
    expect(await thrownBy(cache.fetch('a', () => Promise.reject(new Error('asked'))))).to.be.instanceOf(Error);
  });

  it('uses the pool if its line is lost, and sends later what it could not send', async () => {
    const writer = startProcess('writer', false);
    const reader = startProcess('reader', false);
    await reader.cache.fetch('a', load);
    postgres.lose();
    await change(writer, 'second');
    expect(viaPool).to.have.length(1);
    postgres.state = 'down';
    await change(writer, 'third');
    expect(postgres.texts).to.have.length(1);
    postgres.state = 'up';
    postgres.reopen();
    await reader.cache.fetch('a', load);
    expect(postgres.texts.map((text) => (JSON.parse(text) as { tags: unknown }).tags)).to.deep.equal([
      ['task:1'],
      ['task:1'],
    ]);
  });

  it('tells others of changes without listening itself', async () => {
    const reader = startProcess('reader', false);
    await reader.cache.fetch('a', load);
    const command = createCaches({
      isEnabled: true,
      entriesMax: 100,
      bytesMax: 1e6,
      clock: systemClock,
      channel: { processId: 'command', notify: async (texts) => postgres.say(texts), failures },
    });
    const cache = command.open<string>({ name: 'tasks', ttlMs: 60_000 });
    await cache.fetch('a', load);
    database.value = 'second';
    await command.invalidate(['task:1']);
    expect(await reader.cache.fetch('a', load)).to.equal('second');
    expect(await cache.fetch('a', load), 'without a line it keeps nothing').to.equal('second');
  });
});
