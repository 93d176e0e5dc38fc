import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { AppError } from '../../../src/errors/app-error.ts';
import { constraintOf, isRetryable } from '../../../src/platform/database-errors.ts';
import { openDatabase } from '../../../src/platform/database.ts';
import type { Database, DatabaseSettings, Db } from '../../../src/platform/database.ts';
import { createScratchDatabase } from '../../support/database.ts';
import type { ScratchDatabase } from '../../support/database.ts';

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const expectUnavailable = (error: unknown): void => {
  expect(error).to.be.instanceOf(AppError).that.includes({ code: 'service_unavailable', status: 503 });
  expect((error as AppError).headers).to.have.property('retry-after');
};
const backend = { name: 'test_backend', text: 'SELECT pg_backend_pid() AS pid' };
const countRows = { name: 'test_count', text: 'SELECT count(*) AS count FROM things' };
const sleep = { name: 'test_sleep', text: 'SELECT pg_sleep($1)' };
const kill = { name: 'test_kill', text: 'SELECT pg_terminate_backend($1)' };

describe('openDatabase', () => {
  let scratch: ScratchDatabase;
  const opened: Database[] = [];
  const open = async (settings: Partial<DatabaseSettings> = {}): Promise<Database> => {
    const database = await openDatabase({ url: scratch.url, ...settings });
    opened.push(database);
    return database;
  };
  const count = async (db: Db): Promise<number> => (await db.query<{ count: number }>(countRows, []))[0]?.count ?? -1;
  const insert = (db: Db, id: number): Promise<unknown> => db.knex('things').insert({ id, name: `thing ${id}` });

  before(async () => {
    scratch = await createScratchDatabase();
    const { db } = await open();
    await db.knex.schema.createTable('things', (table) => {
      table.integer('id').primary();
      table.string('name', 20).notNullable();
      table.integer('parent_id').references('things.id').deferrable('deferred');
      table.check('id > 0', {}, 'things_id_positive');
    });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
  });
  after(() => scratch.drop());
  beforeEach(async () => {
    const { db } = await open();
    await db.knex('things').del();
  });

  describe('values', () => {
    it('come the same way through statements and through knex', async () => {
      const { db } = await open();
      const text = `SELECT '2026-11-23 06:00:00.12+01'::timestamptz AS at, '2026-11-23'::date AS on, 5::bigint AS big,
        1.50::numeric AS money, array['2026-11-23 05:00:00+00'::timestamptz, NULL] AS times, '{"a":1}'::jsonb AS json`;
      const expected = {
        at: '2026-11-23T05:00:00.120Z',
        on: '2026-11-23',
        big: 5,
        money: '1.50',
        times: ['2026-11-23T05:00:00.000Z', null],
        json: { a: 1 },
      };
      expect(await db.query({ name: 'test_values', text }, [])).to.deep.equal([expected]);
      expect((await db.knex.raw<{ rows: unknown[] }>(text)).rows).to.deep.equal([expected]);
    });

    it('are prepared once per connection', async () => {
      const { db } = await open({ poolMax: 1 });
      await count(db);
      await count(db);
      const { rows } = await db.knex.raw<{ rows: unknown[] }>(
        `SELECT generic_plans + custom_plans AS runs FROM pg_prepared_statements WHERE name = 'test_count'`,
      );
      expect(rows).to.deep.equal([{ runs: 2 }]);
    });
  });

  describe('transaction', () => {
    it('commits what work did, through knex and statements on one connection', async () => {
      const { db } = await open();
      const pids = await db.transaction(async (trx) => {
        await insert(trx, 1);
        expect(await count(trx)).to.equal(1);
        expect(await count(db)).to.equal(0);
        const viaKnex = await trx.knex.raw<{ rows: { pid: number }[] }>(backend.text);
        return [(await trx.query<{ pid: number }>(backend, []))[0]?.pid, viaKnex.rows[0]?.pid];
      });
      expect(pids[0]).to.equal(pids[1]);
      expect(await count(db)).to.equal(1);
    });

    it('rolls back when work throws, and passes the error on', async () => {
      const { db } = await open();
      const bug = new Error('bug');
      const error = await errorOf(
        db.transaction(async (trx) => {
          await insert(trx, 1);
          throw bug;
        }),
      );
      expect(error).to.equal(bug);
      expect(await count(db)).to.equal(0);
    });

    it('nests as savepoints', async () => {
      const { db } = await open();
      await db.transaction(async (trx) => {
        await insert(trx, 1);
        await errorOf(
          trx.transaction(async (inner) => {
            await insert(inner, 2);
            await insert(inner, 1);
          }),
        );
        await trx.transaction((inner) => insert(inner, 3));
        expect(await count(trx)).to.equal(2);
      });
      expect((await db.knex('things').orderBy('id').pluck('id')) as number[]).to.deep.equal([1, 3]);
    });

    it('does not pretend to commit after a swallowed error', async () => {
      const { db } = await open();
      const error = await errorOf(
        db.transaction(async (trx) => {
          await insert(trx, 1);
          await errorOf(insert(trx, 1));
        }),
      );
      expect(String(error)).to.include('nothing was committed');
      expect(await count(db)).to.equal(0);
    });

    it('refuses statements after its end', async () => {
      const { db } = await open();
      const leaked = await db.transaction((trx) => Promise.resolve(trx));
      expect(String(await errorOf(count(leaked)))).to.include('the transaction is over');
      expect(await errorOf(insert(leaked, 1))).to.be.instanceOf(Error);
      expect(await count(db)).to.equal(0);
    });

    it('gives a connection back even when the commit fails', async () => {
      const database = await open({ poolMax: 1 });
      const { db } = database;
      const orphan = db.transaction((trx) => trx.knex('things').insert({ id: 1, name: 'orphan', parent_id: 99 }));
      expect(constraintOf(await errorOf(orphan))).to.include({ kind: 'foreign_key', name: 'things_parent_id_foreign' });
      expect(await count(db)).to.equal(0);
      expect(database.stats()).to.include({ active: 0, waiting: 0 });
    });
  });

  describe('errors', () => {
    it('tell which constraint refused', async () => {
      const { db } = await open();
      await insert(db, 1);
      expect(constraintOf(await errorOf(insert(db, 1)))).to.deep.equal({
        kind: 'unique',
        name: 'things_pkey',
        table: 'things',
      });
      expect(constraintOf(await errorOf(insert(db, -1)))).to.include({ kind: 'check', name: 'things_id_positive' });
      const nameless = db.knex('things').insert({ id: 2 });
      expect(constraintOf(await errorOf(nameless))).to.include({ kind: 'not_null', name: 'name' });
      expect(constraintOf(new Error('other'))).to.be.undefined;
    });

    it('are 409 value_out_of_range for what a column cannot hold', async () => {
      const { db } = await open();
      for (const work of [
        () => db.knex('things').insert({ id: 2 ** 31, name: 'big' }),
        () => db.knex('things').insert({ id: 1, name: 'longer than twenty characters' }),
        () => db.query({ name: 'test_nul', text: 'SELECT $1::text' }, ['\0']),
      ]) {
        expect(await errorOf(Promise.resolve(work())))
          .to.be.instanceOf(AppError)
          .that.includes({ code: 'value_out_of_range', status: 409 });
      }
    });

    it('do not repeat values', async () => {
      const { db } = await open();
      await insert(db, 1);
      const error = await errorOf(db.knex('things').insert({ id: 1, name: 'hunter2' }));
      expect(String(error)).to.include('insert into').and.not.include('hunter2');
    });

    it('are retryable when two transactions block each other', async () => {
      const { db } = await open();
      await insert(db, 1);
      await insert(db, 2);
      const both = [0, 0];
      const cross = (first: number, second: number) =>
        db.transaction(async (trx) => {
          await trx.knex('things').where({ id: first }).update({ name: 'x' });
          both[first - 1] = 1;
          while (both.includes(0)) await delay(5);
          await trx.knex('things').where({ id: second }).update({ name: 'y' });
        });
      const errors = await Promise.all([errorOf(cross(1, 2)), errorOf(cross(2, 1))]);
      const [failed, ...others] = errors.filter((error) => error !== undefined);
      expect(others).to.be.empty;
      expectUnavailable(failed);
      expect(isRetryable(failed)).to.be.true;
      expect(isRetryable(new Error('other'))).to.be.false;
    });
  });

  describe('the pool', () => {
    it('refuses at once who comes when the queue is full', async () => {
      const waits: number[] = [];
      const database = await open({ poolMax: 2, queueMax: 3, onAcquire: (seconds) => waits.push(seconds) });
      const { db } = database;
      const busy = Array.from({ length: 5 }, () => db.query(sleep, [0.4]));
      await delay(150);
      expect(database.stats()).to.deep.equal({ active: 2, idle: 0, waiting: 3, max: 2 });
      const started = performance.now();
      const error = await errorOf(count(db));
      expect(performance.now() - started).to.be.below(50);
      expect(error).to.be.instanceOf(AppError).that.includes({ code: 'overloaded', status: 503 });
      expect((error as AppError).headers).to.deep.equal({ 'retry-after': '1' });
      await Promise.all(busy);
      expect(database.stats()).to.include({ active: 0, waiting: 0 });
      expect(waits.filter((seconds) => seconds > 0.2)).to.have.length(3);
    });

    it('lets nobody wait longer than the time to acquire', async () => {
      const { db } = await open({ poolMax: 1, acquireTimeoutMs: 100 });
      const busy = db.query(sleep, [0.4]);
      await delay(20);
      expectUnavailable(await errorOf(insert(db, 1)));
      await busy;
      expect(await count(db)).to.equal(0);
    });

    it('closes connections that are idle for long', async () => {
      const database = await open({ poolMax: 5, idleTimeoutMs: 100 });
      await Promise.all(Array.from({ length: 5 }, () => database.db.query(sleep, [0.05])));
      expect(database.stats().idle).to.equal(5);
      await delay(1500);
      expect(database.stats().idle).to.equal(0);
    });

    it('cancels a statement that runs too long, and goes on with its connection', async () => {
      const { db } = await open({ poolMax: 1, statementTimeoutMs: 100 });
      const before = await db.query(backend, []);
      expectUnavailable(await errorOf(db.query(sleep, [5])));
      expect(await db.query(backend, [])).to.deep.equal(before);
    });
  });

  describe('lost connections', () => {
    const cut = async (by: Db, pid: number | undefined): Promise<void> => {
      await by.query(kill, [pid]);
      await delay(50);
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
      await delay(50);
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
      const { hostname, port } = new URL(scratch.url);
      const wrong = scratch.url.replace(`${hostname}:${port}`, '127.0.0.1:1');
      expectUnavailable(await errorOf(openDatabase({ url: wrong })));
    });

    it('is 503 when it accepts and says nothing', async () => {
      const silent = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => silent.once('listening', resolve));
      const { port } = silent.address() as AddressInfo;
      const started = performance.now();
      const url = `postgres://nobody:x@127.0.0.1:${port}/none`;
      expectUnavailable(await errorOf(openDatabase({ url, connectTimeoutMs: 200 })));
      expect(performance.now() - started).to.be.below(1500);
      silent.close();
    });
  });
});
