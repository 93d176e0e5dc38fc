import { expect } from 'chai';
import { AppError } from '../../../src/problems/app-error.ts';
import { constraintOf, isRetryable } from '../../../src/platform/database-errors.ts';
import { eventually } from '../../support/eventually.ts';
import { backend, count, errorOf, expectUnavailable, insert, useThings } from './things.ts';

describe('openDatabase', () => {
  const { open } = useThings();

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
          await eventually(async () => expect(both).not.to.include(0));
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
});
