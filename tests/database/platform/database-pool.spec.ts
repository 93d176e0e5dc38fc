import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { openDatabase, type Db } from '../../../src/platform/database.ts';
import { eventually } from '../../support/eventually.ts';
import { backend, count, errorOf, expectUnavailable, insert, useThings } from './things.ts';

const sleep = { name: 'test_sleep', text: 'SELECT pg_sleep($1)' };
const activity = { name: 'test_activity', text: 'SELECT state FROM pg_stat_activity WHERE pid = $1' };
const kill = { name: 'test_kill', text: 'SELECT pg_terminate_backend($1)' };

describe('connections to the database', () => {
  const { open, url } = useThings();

  describe('the pool', () => {
    it('refuses at once who comes when the queue is full', async () => {
      const waits: number[] = [];
      const database = await open({ poolMax: 2, queueMax: 3, onAcquire: (seconds) => waits.push(seconds) });
      const { db } = database;
      const busy = Array.from({ length: 5 }, () => db.query(sleep, [1]));
      const full = { active: 2, idle: 0, waiting: 3, max: 2 };
      await eventually(async () => expect(database.stats()).to.deep.equal(full));
      const refused = errorOf(count(db));
      const error = await Promise.race([refused, ...busy]);
      expect(error, 'before any statement has ended').to.equal(await refused);
      expect(error).to.be.instanceOf(AppError).that.includes({ code: 'overloaded', status: 503 });
      expect((error as AppError).headers).to.deep.equal({ 'retry-after': '1' });
      await Promise.all(busy);
      expect(database.stats()).to.include({ active: 0, waiting: 0 });
      expect(waits.filter((seconds) => seconds > 0.5)).to.have.length(3);
    });

    it('lets nobody wait longer than the time to acquire', async () => {
      const database = await open({ poolMax: 1, acquireTimeoutMs: 500 });
      const { db } = database;
      const busy = db.query(sleep, [2]);
      await eventually(async () => expect(database.stats().active).to.equal(1));
      expectUnavailable(await errorOf(insert(db, 1)));
      await busy;
      expect(await count(db)).to.equal(0);
    });

    it('closes connections that are idle for long', async () => {
      const database = await open({ poolMax: 5, readConnections: 0, idleTimeoutMs: 100 });
      await Promise.all(Array.from({ length: 5 }, () => database.db.query(sleep, [0.05])));
      expect(database.stats().idle).to.equal(5);
      await eventually(async () => expect(database.stats().idle).to.equal(0));
    });

    it('takes no connection back that is inside a transaction', async () => {
      const { db } = await open({ poolMax: 1 });
      await db.query({ name: 'test_begin', text: 'BEGIN' }, []);
      await insert(db, 1);
      const { db: other } = await open();
      expect(await count(other)).to.equal(1);
    });

    it('cancels a statement that runs too long, and goes on with its connection', async () => {
      const { db } = await open({ poolMax: 1, statementTimeoutMs: 100 });
      const before = await db.query(backend, []);
      expectUnavailable(await errorOf(db.query(sleep, [5])));
      expect(await db.query(backend, [])).to.deep.equal(before);
    });
  });

  it('are replaced when their server takes no writes, as a replica does that the address has led to', async () => {
    const { db } = await open({ poolMax: 1 });
    await db.knex.raw('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
    expectUnavailable(await errorOf(insert(db, 1)));
    await insert(db, 1);
    expect(await count(db)).to.equal(1);
  });

  it('have the limits that the pool was opened with, UTC and ISO dates, whatever the URL says', async () => {
    const limits = { statementTimeoutMs: 11_000, idleInTransactionTimeoutMs: 12_000, lockTimeoutMs: 1300 };
    const options = '-c statement_timeout=7000 -c timezone=Asia/Tokyo -c datestyle=German';
    const { db } = await open({ url: `${url()}?options=${encodeURIComponent(options)}`, ...limits });
    const names = ['TimeZone', 'DateStyle', 'statement_timeout', 'idle_in_transaction_session_timeout', 'lock_timeout'];
    const text = `SELECT name, setting FROM pg_settings WHERE name = ANY ($1)`;
    const rows = await db.query<{ name: string; setting: string }>({ name: 'test_settings', text }, [names]);
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).to.deep.equal({
      TimeZone: 'UTC',
      DateStyle: 'ISO, DMY',
      statement_timeout: '11000',
      idle_in_transaction_session_timeout: '12000',
      lock_timeout: '1300',
    });
  });

  it('are given up when a statement that is prepared on them does not fit its table any more', async () => {
    const { db } = await open({ poolMax: 1 });
    const all = { name: 'test_all', text: 'SELECT * FROM shapes' };
    await db.knex.raw('CREATE TABLE shapes (id integer)');
    expect(await db.query(all, [])).to.deep.equal([]);
    await db.knex.raw('ALTER TABLE shapes ADD COLUMN name text');
    expect(await errorOf(db.query(all, []))).to.include({ code: '0A000' });
    expect(await db.query(all, [])).to.deep.equal([]);
    await db.knex.raw('DROP TABLE shapes');
  });

  describe('lost connections', () => {
    const stateOf = async (by: Db, pid: number | undefined): Promise<string | undefined> =>
      (await by.query<{ state: string }>(activity, [pid]))[0]?.state;
    const cut = async (by: Db, pid: number | undefined): Promise<void> => {
      await by.query(kill, [pid]);
      await eventually(async () => expect(await stateOf(by, pid)).to.equal(undefined));
      // It said goodbye before it went; by the next turn that has been read, too.
      await nextTurn();
    };
    const pidOf = async (db: Db): Promise<number | undefined> => (await db.query<{ pid: number }>(backend, []))[0]?.pid;

    it('are not handed out again when they were idle', async () => {
      const other = await open();
      const { db } = await open({ poolMax: 1 });
      await cut(other.db, await pidOf(db));
      expect(await count(db)).to.equal(0);
    });

    it('fail their statement with 503, and no one else is hurt', async () => {
      const other = await open();
      const { db } = await open({ poolMax: 1 });
      const pid = await pidOf(db);
      const running = errorOf(db.query(sleep, [5]));
      const waiting = Promise.all([count(db), count(db)]);
      await eventually(async () => expect(await stateOf(other.db, pid)).to.equal('active'));
      await cut(other.db, pid);
      expectUnavailable(await running);
      expect(await waiting).to.deep.equal([0, 0]);
    });

    it('fail their transaction with 503, and leave nothing of it', async () => {
      const other = await open();
      const database = await open({ poolMax: 1 });
      const error = await errorOf(
        database.db.transaction(async (trx) => {
          await insert(trx, 1);
          await cut(other.db, await pidOf(trx));
          await insert(trx, 2);
        }),
      );
      expectUnavailable(error);
      expect(await count(database.db)).to.equal(0);
      expect(database.stats()).to.include({ active: 0, waiting: 0 });
    });
  });

  describe('a server that is not there', () => {
    it('is 503 at the opening', async () => {
      const { hostname, port } = new URL(url());
      const wrong = url().replace(`${hostname}:${port}`, '127.0.0.1:1');
      expectUnavailable(await errorOf(openDatabase({ url: wrong })));
    });

    it('is 503 when it accepts and says nothing', async () => {
      const silent = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => silent.once('listening', resolve));
      const { port } = silent.address() as AddressInfo;
      const started = performance.now();
      const url = `postgres://nobody:x@127.0.0.1:${port}/none`;
      expectUnavailable(await errorOf(openDatabase({ url, connectTimeoutMs: 200 })));
      expect(performance.now() - started).to.be.below(5000);
      silent.close();
    });
  });
});
