import { expect } from 'chai';
import { constraintOf } from '../../../src/platform/database-errors.ts';
import { Deadline } from '../../../src/platform/deadline.ts';
import { roundTripsIn } from '../../support/statements.ts';
import {
  add,
  addLater,
  commandsOf,
  count,
  errorOf,
  expectUnavailable,
  idsIn,
  insertThing,
  useThings,
} from './things.ts';

const insertChild = { name: 'test_child', text: "INSERT INTO things (id, name, parent_id) VALUES ($1, 'child', $2)" };

const swallowed = 'nothing was committed: a statement of this transaction failed, and its error was swallowed';

describe('transaction', () => {
  const { open } = useThings();

  describe('round trips', () => {
    it('sends BEGIN with the first statement, and COMMIT by itself if nothing was deferred', async () => {
      const { db } = await open();
      const trips = await roundTripsIn(() => db.transaction((tx) => add(tx, 1)));
      expect(commandsOf(trips)).to.deep.equal([['BEGIN', 'INSERT'], ['COMMIT']]);
    });

    it('sends deferred statements with COMMIT, in their order', async () => {
      const { db } = await open();
      const trips = await roundTripsIn(() =>
        db.transaction(async (tx) => {
          await add(tx, 1);
          await addLater(tx, 2);
          await tx.defer(insertChild, [3, 2]);
        }),
      );
      expect(commandsOf(trips)).to.deep.equal([
        ['BEGIN', 'INSERT'],
        ['INSERT', 'INSERT', 'COMMIT'],
      ]);
      expect(await idsIn(db)).to.deep.equal([1, 2, 3]);
    });

    it('needs one for a transaction of deferred statements, and none for an empty one', async () => {
      const { db } = await open();
      expect(commandsOf(await roundTripsIn(() => db.transaction((tx) => addLater(tx, 1))))).to.deep.equal([
        ['BEGIN', 'INSERT', 'COMMIT'],
      ]);
      expect(await roundTripsIn(() => db.transaction(async () => undefined))).to.deep.equal([]);
      const bug = new Error('bug');
      const failing = (): Promise<unknown> => errorOf(db.transaction(() => Promise.reject(bug)));
      expect(await roundTripsIn(failing)).to.deep.equal([]);
      expect(await idsIn(db)).to.deep.equal([1]);
    });

    it('sends statements of one turn together, and each sees what those before it did', async () => {
      const { db } = await open();
      let seen: unknown;
      const trips = await roundTripsIn(() =>
        db.transaction(async (tx) => {
          seen = await Promise.all([add(tx, 1), idsIn(tx), add(tx, 2), idsIn(tx)]);
        }),
      );
      expect(seen).to.deep.equal([undefined, [1], undefined, [1, 2]]);
      expect(commandsOf(trips)).to.deep.equal([['BEGIN', 'INSERT', 'SELECT', 'INSERT', 'SELECT'], ['COMMIT']]);
    });

    it('sends deferred statements before the next one, through knex too', async () => {
      const { db } = await open();
      const trips = await roundTripsIn(() =>
        db.transaction(async (tx) => {
          await addLater(tx, 1);
          expect(await idsIn(tx)).to.deep.equal([1]);
          await addLater(tx, 2);
          expect(await tx.knex('things').pluck('id').orderBy('id')).to.deep.equal([1, 2]);
          expect(await tx.knex('things').update({ name: 'same' })).to.equal(2);
          expect(await tx.knex('things').where({ id: 1 }).first('name')).to.deep.equal({ name: 'same' });
        }),
      );
      expect(trips.map((trip) => trip.length)).to.deep.equal([3, 2, 1, 1, 1]);
    });

    it('sends a savepoint with its first statement, and its release with the next one', async () => {
      const { db } = await open();
      const trips = await roundTripsIn(() =>
        db.transaction(async (tx) => {
          await tx.transaction((inner) => add(inner, 1));
          await tx.transaction(async () => undefined);
          await add(tx, 2);
        }),
      );
      expect(commandsOf(trips)).to.deep.equal([
        ['BEGIN', 'SAVEPOINT level_1', 'INSERT'],
        ['RELEASE SAVEPOINT level_1', 'INSERT'],
        ['COMMIT'],
      ]);
    });
  });

  describe('failures', () => {
    it('of a deferred statement are thrown by the next statement, and roll everything back', async () => {
      const { db } = await open();
      let isReached = false;
      const error = await errorOf(
        db.transaction(async (tx) => {
          await add(tx, 1);
          await addLater(tx, 1);
          await idsIn(tx);
          isReached = true;
        }),
      );
      expect(constraintOf(error)).to.include({ kind: 'unique', name: 'things_pkey' });
      expect(isReached).to.equal(false);
      expect(await count(db)).to.equal(0);
    });

    it('of a deferred statement are thrown by the end of the transaction, and nothing is committed', async () => {
      const { db } = await open({ poolMax: 1 });
      const error = await errorOf(
        db.transaction(async (tx) => {
          await add(tx, 1);
          await addLater(tx, 1);
          await addLater(tx, 2);
        }),
      );
      expect(constraintOf(error)).to.include({ kind: 'unique', name: 'things_pkey' });
      expect(await count(db)).to.equal(0);
    });

    it('of a deferred statement are those of the transaction if the next statement swallows them', async () => {
      const { db } = await open();
      const error = await errorOf(
        db.transaction(async (tx) => {
          await addLater(tx, 1);
          await addLater(tx, 1);
          await errorOf(idsIn(tx));
        }),
      );
      expect(constraintOf(error)).to.include({ kind: 'unique', name: 'things_pkey' });
      expect(await count(db)).to.equal(0);
    });

    it('that are swallowed commit nothing, whatever was deferred after them', async () => {
      const { db } = await open();
      const error = await errorOf(
        db.transaction(async (tx) => {
          await add(tx, 1);
          await errorOf(add(tx, 1));
          await addLater(tx, 2);
        }),
      );
      expect(String(error)).to.include(swallowed);
      expect(await count(db)).to.equal(0);
    });

    it('end the statements of the same round trip behind them', async () => {
      const { db } = await open();
      const errors: unknown[] = [];
      await errorOf(
        db.transaction(async (tx) => {
          errors.push(...(await Promise.all([errorOf(add(tx, 1)), errorOf(add(tx, 1)), errorOf(add(tx, 2))])));
        }),
      );
      expect(errors[0]).to.equal(undefined);
      expect(constraintOf(errors[1])).to.include({ kind: 'unique' });
      expect(errors[2]).to.equal(errors[1]);
      expect(await count(db)).to.equal(0);
    });

    it('refuse values without a text before anything is sent', async () => {
      const { db } = await open();
      const circular: { self?: unknown } = {};
      circular.self = circular;
      const trips = await roundTripsIn(async () => {
        const error = await errorOf(db.transaction((tx) => tx.query(insertThing, [1, circular])));
        expect(String(error)).to.include('circular');
      });
      expect(trips).to.deep.equal([]);
    });
  });

  describe('a rollback that has to wait', () => {
    it('for longer than its limit closes the connection, so that it meets no later transaction', async function () {
      this.timeout(30_000);
      const { db } = await open({ poolMax: 1 });
      const sleep = { name: 'test_sleep', text: 'SELECT pg_sleep($1)' };
      const bug = new Error('bug');
      const work = db.transaction((tx) => Promise.all([errorOf(tx.query(sleep, [7])), Promise.reject(bug)]));
      expect(await errorOf(work)).to.equal(bug);
      await db.transaction(async (tx) => {
        await add(tx, 1);
        await tx.query(sleep, [0.1]);
      });
      expect(await idsIn(db)).to.deep.equal([1]);
    });
  });

  describe('deadlines', () => {
    it('do not take a COMMIT for a success that went on after its cancellation', async () => {
      // As a COMMIT that waits for a synchronous replica.
      const { db } = await open({ poolMax: 1 });
      await db.knex.raw(`
        CREATE FUNCTION stubborn() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_sleep(5);
          RETURN NULL;
        EXCEPTION WHEN query_canceled THEN
          RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER stubborn AFTER INSERT ON things DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION stubborn()`);
      try {
        const deadline = new Deadline(300);
        expectUnavailable(await deadline.within(errorOf(db.until!(deadline).transaction((tx) => add(tx, 1)))));
        expect(await idsIn(db)).to.deep.equal([1]);
      } finally {
        await db.knex.raw('DROP TRIGGER stubborn ON things; DROP FUNCTION stubborn()');
      }
    });

    it('let no statement and no COMMIT pass, and leave nothing of the transaction', async () => {
      const database = await open({ poolMax: 1 });
      const deadline = new Deadline(100);
      const bound = database.db.until!(deadline);
      const sleep = { name: 'test_sleep', text: 'SELECT pg_sleep($1)' };
      const outcome = await deadline.within(
        errorOf(
          bound.transaction(async (tx) => {
            await addLater(tx, 1);
            await errorOf(tx.query(sleep, [10]));
            await addLater(tx, 2);
          }),
        ),
      );
      expectUnavailable(outcome);
      expect(await count(database.db)).to.equal(0);
      expect(database.stats()).to.include({ active: 0, waiting: 0 });
    });
  });
});
