import { expect } from 'chai';
import type { SlowStatements } from '../../../src/platform/database-pool.ts';
import type { Db } from '../../../src/platform/database.ts';
import { eventually } from '../../support/eventually.ts';
import { backend, errorOf, useThings } from './things.ts';

const SLOW_MS = 150;
const SLEEP_SECONDS = 0.2;

const sleep = { name: 'test_sleep', text: 'SELECT pg_sleep($1)' };
const quickSleep = { name: 'test_quick_sleep', text: 'SELECT pg_sleep($1)', isQuick: true };
const quickBackend = { name: 'test_quick_backend', text: 'SELECT pg_backend_pid()', isQuick: true };
const raw = 'SELECT FROM pg_sleep(?)';

/** Each way to send a statement, with what the slow one is called. */
const ways: readonly (readonly [way: string, run: (db: Db, seconds: number) => Promise<unknown>, names: string[]])[] = [
  ['named', (db, seconds) => db.query(sleep, [seconds]), ['test_sleep']],
  ['deferred outside of a transaction', (db, seconds) => db.defer(sleep, [seconds]), ['test_sleep']],
  ['of knex', (db, seconds) => db.knex.raw(raw, [seconds]), ['SELECT pg_sleep']],
  [
    'first of a transaction',
    (db, seconds) => db.transaction((tx) => tx.query(sleep, [seconds])),
    ['BEGIN', 'test_sleep'],
  ],
  [
    'later in a transaction',
    (db, seconds) =>
      db.transaction(async (tx) => {
        await tx.query(backend, []);
        await tx.query(sleep, [seconds]);
      }),
    ['test_sleep'],
  ],
  [
    'deferred in a transaction',
    (db, seconds) =>
      db.transaction(async (tx) => {
        await tx.query(backend, []);
        await tx.defer(sleep, [seconds]);
      }),
    ['test_sleep', 'COMMIT'],
  ],
  [
    'of knex in a transaction',
    (db, seconds) =>
      db.transaction(async (tx) => {
        await tx.query(backend, []);
        await tx.knex.raw(raw, [seconds]);
      }),
    ['SELECT pg_sleep'],
  ],
];

describe('slow statements', () => {
  const { open } = useThings();
  let told: SlowStatements[] = [];
  const onSlow = (slow: SlowStatements): void => void told.push(slow);
  const namesTold = (): (readonly string[])[] => told.map(({ statements }) => statements);
  beforeEach(() => (told = []));

  for (const [way, run, names] of ways) {
    it(`are told by name with their duration: ${way}`, async () => {
      const { db } = await open({ slowQueryMs: SLOW_MS, onSlow });
      await run(db, SLEEP_SECONDS);
      expect(namesTold()).to.deep.include(names);
      const { durationMs } = told.find(({ statements }) => statements.join() === names.join())!;
      expect(durationMs).to.be.within(SLEEP_SECONDS * 1000 - 1, 5000);
      expect(JSON.stringify(told)).not.to.include(SLEEP_SECONDS);
    });

    it(`are not told with the limit 0, nor by default: ${way}`, async () => {
      for (const settings of [{ slowQueryMs: 0, onSlow }, { onSlow }]) {
        const { db } = await open(settings);
        await run(db, SLEEP_SECONDS);
      }
      expect(told).to.deep.equal([]);
    });
  }

  it('are told if they fail', async () => {
    const { db } = await open({ slowQueryMs: SLOW_MS, statementTimeoutMs: 200, onSlow });
    expect(await errorOf(db.query(sleep, [30]))).to.be.instanceOf(Error);
    expect(await errorOf(db.knex.raw(raw, [30]))).to.be.instanceOf(Error);
    expect(namesTold()).to.deep.equal([['test_sleep'], ['SELECT pg_sleep']]);
  });

  it('are told among quick reads, without those that were sent behind them', async () => {
    const acquired: number[] = [];
    const { db } = await open({
      poolMax: 4,
      slowQueryMs: 1000,
      onSlow,
      onAcquire: (seconds) => void acquired.push(seconds),
    });
    await eventually(async () => {
      acquired.length = 0;
      await db.query(quickBackend, []);
      expect(acquired).to.deep.equal([]);
    });
    told = [];
    await Promise.all([db.query(quickSleep, [1.01]), db.query(quickBackend, []), db.query(quickBackend, [])]);
    expect(acquired, 'connections of the pool that were used').to.deep.equal([]);
    expect(namesTold()).to.deep.equal([['test_quick_sleep']]);
  });
});
