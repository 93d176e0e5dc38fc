import { expect } from 'chai';
import pg from 'pg';
import { constraintOf } from '../../../src/platform/database-errors.ts';
import {
  StatementExchange,
  toSent,
  type ExchangeOutcome,
  type SentStatement,
} from '../../../src/platform/statement-exchange.ts';
import { add, addLater, count, errorOf, idsIn, insertThing, readThings, useThings } from './things.ts';

const broken = { name: 'test_broken', text: 'SELECT nothing FROM things' };

describe('an exchange of statements', () => {
  const { open, url } = useThings();

  it('describes the rows of a prepared statement once per connection', async () => {
    const { db } = await open({ poolMax: 1 });
    await add(db, 1);
    for (let run = 0; run < 3; run += 1) expect(await idsIn(db)).to.deep.equal([1]);
    await addLater(db, 2);
    expect(await db.query(readThings, [])).to.deep.equal([
      { id: 1, name: 'thing 1' },
      { id: 2, name: 'thing 2' },
    ]);
  });

  it('runs nothing after a statement that fails, such as BEGIN', async () => {
    const { db } = await open({ poolMax: 1 });
    const client = new pg.Client({ connectionString: url() });
    await client.connect();
    const exchange = (...statements: SentStatement[]): Promise<ExchangeOutcome> =>
      new Promise((resolve) => client.query(new StatementExchange(statements, resolve)));
    const insertSent = toSent(insertThing, [1, 'one']);
    const { results, failure } = await exchange(toSent({ text: 'BEGIN nonsense' }, []), insertSent);
    expect(results).to.deep.equal([]);
    expect(failure).to.include({ code: '42601' });
    expect(await count(db)).to.equal(0);
    expect((await exchange(insertSent)).results).to.deep.equal([{ tag: 'INSERT 0 1', rows: [] }]);
    expect(await count(db)).to.equal(1);
    await client.end();
  });

  it('leaves the name of a statement free that cannot be prepared', async () => {
    const { db } = await open({ poolMax: 1 });
    for (let run = 0; run < 2; run += 1) {
      expect(await errorOf(db.query(broken, []))).to.include({ code: '42703' });
      const both = db.transaction((tx) => Promise.all([tx.query(broken, []), tx.query(broken, [])]));
      expect(await errorOf(both)).to.include({ code: '42703' });
    }
    await db.knex.raw('ALTER TABLE things ADD COLUMN nothing integer');
    expect(await db.query(broken, [])).to.deep.equal([]);
    await db.knex.raw('ALTER TABLE things DROP COLUMN nothing');
  });

  it('fails if the statement ran, but its end is refused: the server commits it after its result', async () => {
    const { db } = await open();
    const orphan = {
      name: 'test_orphan',
      text: "INSERT INTO things (id, name, parent_id) VALUES ($1, 'orphan', 99) RETURNING id",
    };
    const quick = { ...orphan, name: 'test_quick_orphan', isQuick: true };
    for (const write of [
      () => db.query(orphan, [1]),
      () => db.defer(orphan, [1]),
      () => db.query(quick, [1]),
      () => db.knex.raw(orphan.text.replace('$1', '1')),
    ])
      expect(constraintOf(await errorOf(write()))).to.include({ kind: 'foreign_key' });
    expect(await count(db)).to.equal(0);
  });

  it('refuses two texts under one name', async () => {
    const { db } = await open({ poolMax: 1 });
    await idsIn(db);
    expect(String(await errorOf(db.query({ ...readThings, text: 'SELECT 1' }, [])))).to.include(
      'the name test_things stands for two statements',
    );
    expect(await idsIn(db)).to.deep.equal([]);
  });
});
