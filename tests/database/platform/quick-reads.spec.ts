import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import type { Database, Db } from '../../../src/platform/database.ts';
import { Deadline } from '../../../src/platform/deadline.ts';
import { eventually } from '../../support/eventually.ts';
import { errorOf, expectUnavailable, useThings } from './things.ts';

const quickBackend = { name: 'test_quick_backend', text: 'SELECT pg_backend_pid() AS pid', isQuick: true };
const quickSleep = { name: 'test_quick_sleep', text: 'SELECT pg_sleep($1)', isQuick: true };
const quickNumber = { name: 'test_quick_number', text: 'SELECT $1::text::integer AS number', isQuick: true };
const quickSetting = {
  name: 'test_quick_setting',
  text: "SELECT current_setting('enable_bitmapscan') AS setting",
  isQuick: true,
};
const quickShapes = { name: 'test_quick_shapes', text: 'SELECT * FROM quick_shapes', isQuick: true };
const sleep = { name: 'test_sleep', text: 'SELECT pg_sleep($1)' };
const kill = { name: 'test_kill', text: 'SELECT pg_terminate_backend($1)' };

const pidOf = async (db: Db, statement = quickBackend): Promise<number | undefined> =>
  (await db.query<{ pid: number }>(statement, []))[0]?.pid;

describe('quick reads', () => {
  const { open } = useThings();
  let acquired = 0;

  /** Returns a pool of three connections beside one for quick reads, which is open, and its process. */
  async function openQuick(): Promise<{ readonly database: Database; readonly db: Db; readonly pid: number }> {
    const database = await open({ poolMax: 4, onAcquire: () => (acquired += 1) });
    const pid = await quickPidOf(database.db);
    return { database, db: database.db, pid };
  }

  async function quickPidOf(db: Db): Promise<number> {
    return eventually(async () => {
      acquired = 0;
      const pid = await pidOf(db);
      expect(acquired, 'connections of the pool that were used').to.equal(0);
      return pid!;
    });
  }

  it('share a connection, and leave the pool alone', async () => {
    const { database, db, pid } = await openQuick();
    const bound = db.until!(new Deadline(10_000));
    const pids = await Promise.all(Array.from({ length: 20 }, (_, index) => pidOf(index % 2 === 0 ? db : bound)));
    expect(new Set(pids)).to.deep.equal(new Set([pid]));
    expect(acquired).to.equal(0);
    expect(database.stats()).to.include({ active: 0, max: 4 });
  });

  it('walk over one index', async () => {
    const { db } = await openQuick();
    expect(await db.query(quickSetting, [])).to.deep.equal([{ setting: 'off' }]);
    expect(acquired).to.equal(0);
  });

  it('are sent before the results of others have come', async () => {
    const { database, db, pid } = await openQuick();
    const pids = [db.query(quickSleep, [0.05]), pidOf(db), pidOf(db)];
    expect(database.stats().active).to.equal(1);
    expect((await Promise.all(pids)).slice(1)).to.deep.equal([pid, pid]);
    expect(acquired).to.equal(0);
  });

  it('run in the pool inside of transactions, in small pools and behind a pooler', async () => {
    const { db, pid } = await openQuick();
    expect(await db.transaction((tx) => pidOf(tx))).not.to.equal(pid);
    for (const settings of [{ poolMax: 3 }, { poolMax: 8, pooler: { hasNamedStatements: true } }]) {
      acquired = 0;
      const other = await open({ ...settings, onAcquire: () => (acquired += 1) });
      for (let run = 1; run <= 3; run += 1) {
        await pidOf(other.db);
        expect(acquired).to.equal(run);
      }
    }
  });

  it('do not wait behind one that has become slow', async () => {
    const { db, pid } = await openQuick();
    const slow = db.query(quickSleep, [1]);
    // The pool's connection spends more time than a connection may take to respond.
    await db.query(sleep, [0.2]);
    const others = await Promise.all([pidOf(db), pidOf(db)]);
    expect(others).not.to.include(pid);
    await slow;
    expect(await quickPidOf(db)).to.equal(pid);
  });

  it('are refused at the deadline of their request, and their neighbours are not', async () => {
    const { database, db, pid } = await openQuick();
    const deadline = new Deadline(50);
    const late = deadline.within(errorOf(db.until!(deadline).query(quickSleep, [0.5])));
    const neighbour = pidOf(db);
    expectUnavailable(await Promise.race([late, neighbour]));
    expect(await neighbour).to.equal(pid);
    expectUnavailable(await errorOf(db.until!(deadline).query(quickBackend, [])));
    expect(database.stats()).to.include({ active: 0 });
  });

  it('fail alone', async () => {
    const { db, pid } = await openQuick();
    const [before, failed, after] = await Promise.all([
      db.query(quickNumber, ['1']),
      errorOf(db.query(quickNumber, ['one'])),
      db.query(quickNumber, ['2']),
    ]);
    expect([before, after]).to.deep.equal([[{ number: 1 }], [{ number: 2 }]]);
    expect(failed).to.be.instanceOf(AppError).that.includes({ code: 'value_out_of_range', status: 409 });
    expect(await pidOf(db)).to.equal(pid);
  });

  it('fail alone if a value has no text, and hold no place', async () => {
    const { database, db, pid } = await openQuick();
    const circular: { self?: unknown } = {};
    circular.self = circular;
    for (const any of [db, db.until!(new Deadline(10_000))])
      expect(String(await errorOf(any.query(quickNumber, [circular])))).to.include('circular');
    expect(database.stats()).to.include({ active: 0 });
    expect(await pidOf(db)).to.equal(pid);
  });

  it('end with 503 when their connection is lost, and go on with another', async () => {
    const { db, pid } = await openQuick();
    const running = [errorOf(db.query(quickSleep, [5])), errorOf(pidOf(db))];
    await db.query(kill, [pid]);
    for (const error of await Promise.all(running)) expectUnavailable(error);
    expect(await pidOf(db)).not.to.equal(undefined);
    expect(await quickPidOf(db)).not.to.equal(pid);
  });

  it('are cancelled after five seconds, or after the limit of all statements', async () => {
    const database = await open({ poolMax: 4, statementTimeoutMs: 300, onAcquire: () => (acquired += 1) });
    await quickPidOf(database.db);
    expectUnavailable(await errorOf(database.db.query(quickSleep, [5])));
    expect(acquired).to.equal(0);
    const limit = {
      name: 'test_quick_limit',
      text: "SELECT current_setting('statement_timeout') AS at",
      isQuick: true,
    };
    const { db } = await openQuick();
    expect(await db.query(limit, [])).to.deep.equal([{ at: '5s' }]);
  });

  it('get another connection when a statement that is prepared on it does not fit its table any more', async () => {
    const { db, pid } = await openQuick();
    await db.knex.raw('CREATE TABLE quick_shapes (id integer)');
    expect(await db.query(quickShapes, [])).to.deep.equal([]);
    await db.knex.raw('ALTER TABLE quick_shapes ADD COLUMN name text');
    expect(await errorOf(db.query(quickShapes, []))).to.include({ code: '0A000' });
    expect(await quickPidOf(db)).not.to.equal(pid);
    expect(await db.query(quickShapes, [])).to.deep.equal([]);
    await db.knex.raw('DROP TABLE quick_shapes');
  });
});
