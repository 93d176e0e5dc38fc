import { expect } from 'chai';
import { constraintOf } from '../../../src/platform/database-errors.ts';
import type { Db } from '../../../src/platform/database.ts';
import { roundTripsIn } from '../../support/statements.ts';
import { add, addLater, commandsOf, count, errorOf, idsIn, useThings } from './things.ts';

describe('savepoints', () => {
  const { open } = useThings();

  it('take their deferred statements back with them', async () => {
    const { db } = await open();
    await db.transaction(async (tx) => {
      await addLater(tx, 1);
      const failing = tx.transaction(async (inner) => {
        await add(inner, 2);
        await addLater(inner, 3);
        throw new Error('bug');
      });
      expect(String(await errorOf(failing))).to.include('bug');
      await addLater(tx, 4);
    });
    expect(await idsIn(db)).to.deep.equal([1, 4]);
  });

  it('fail by their own deferred statements, and the transaction goes on', async () => {
    const { db } = await open();
    await db.transaction(async (tx) => {
      await add(tx, 1);
      const failing = tx.transaction(async (inner) => {
        await add(inner, 2);
        await addLater(inner, 1);
      });
      expect(constraintOf(await errorOf(failing))).to.include({ kind: 'unique', name: 'things_pkey' });
      await tx.transaction((inner) => addLater(inner, 3));
      await addLater(tx, 4);
    });
    expect(await idsIn(db)).to.deep.equal([1, 3, 4]);
  });

  it('cost nothing if they throw before their first statement is sent', async () => {
    const { db } = await open();
    const trips = await roundTripsIn(() =>
      db.transaction(async (tx) => {
        await addLater(tx, 1);
        await errorOf(
          tx.transaction(async (inner) => {
            await addLater(inner, 2);
            throw new Error('bug');
          }),
        );
      }),
    );
    expect(commandsOf(trips)).to.deep.equal([['BEGIN', 'INSERT', 'COMMIT']]);
    expect(await idsIn(db)).to.deep.equal([1]);
  });

  it('do not hide that a deferred statement of the transaction has failed', async () => {
    const { db } = await open();
    const error = await errorOf(
      db.transaction(async (tx) => {
        await add(tx, 1);
        await addLater(tx, 1);
        await errorOf(tx.transaction((inner) => add(inner, 2)));
      }),
    );
    expect(constraintOf(error)).to.include({ kind: 'unique', name: 'things_pkey' });
    expect(await count(db)).to.equal(0);
  });

  it('that swallow an error are rolled back', async () => {
    const { db } = await open();
    await db.transaction(async (tx) => {
      await add(tx, 1);
      const nested = tx.transaction(async (inner) => {
        await add(inner, 2);
        await errorOf(add(inner, 2));
      });
      expect(await errorOf(nested)).to.include({ code: '25P02' });
    });
    expect(await idsIn(db)).to.deep.equal([1]);
  });

  it('of one level run one after another, and refuse statements after their end', async () => {
    const { db } = await open();
    const leaked: Db[] = [];
    await db.transaction(async (tx) => {
      const nest = (id: number, isFailing: boolean): Promise<unknown> =>
        errorOf(
          tx.transaction(async (inner) => {
            leaked.push(inner);
            await add(inner, id);
            await inner.transaction((innermost) => add(innermost, id + 10));
            if (isFailing) throw new Error('bug');
          }),
        );
      await Promise.all([nest(1, false), nest(2, true), nest(3, false)]);
      for (const inner of leaked) expect(String(await errorOf(add(inner, 9)))).to.include('the transaction is over');
    });
    expect(await idsIn(db)).to.deep.equal([1, 3, 11, 13]);
    for (const inner of leaked) {
      expect(String(await errorOf(addLater(inner, 9)))).to.include('the transaction is over');
      expect(String(await errorOf(inner.transaction((deeper) => add(deeper, 9))))).to.include(
        'the transaction is over',
      );
    }
  });
});
