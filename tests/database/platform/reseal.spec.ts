import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createKeyring } from '../../../src/platform/crypto.ts';
import { reseal, type ResealCounts, type SealedValues } from '../../../src/platform/reseal.ts';
import { useDatabase } from '../../support/use-database.ts';

const [oldKey, newKey, lostKey] = ['old', 'new', 'lost'].map((name) => `${name}${'x'.repeat(32)}`) as [
  string,
  string,
  string,
];

// A table of its own, so that batches are small and the moment of an interruption is exact.
describe('reseal', () => {
  const database = useDatabase();
  const former = createKeyring(oldKey).cipher('test');
  const keyring = createKeyring(newKey, [oldKey]);
  const values: SealedValues = {
    name: 'values',
    purpose: 'test',
    list: async (db, after, limit) => {
      const text = 'SELECT id, sealed FROM reseal_test WHERE id > $1 ORDER BY id LIMIT $2';
      const rows = await db.query<{ id: string; sealed: Buffer }>({ name: 'reseal_test.list', text }, [
        after?.[0] ?? '',
        limit,
      ]);
      return rows.map(({ id, sealed }) => ({ key: [id], sealed, context: id }));
    },
    replace: async (db, { key, sealed }, resealed) => {
      const text = 'UPDATE reseal_test SET sealed = $3 WHERE id = $1 AND sealed = $2 RETURNING id';
      return (await db.query({ name: 'reseal_test.replace', text }, [key[0], sealed, resealed])).length === 1;
    },
  };
  const ids = ['a', 'b', 'c', 'd', 'e'];

  beforeEach(async () => {
    const { knex } = database.db;
    await knex.raw('CREATE TABLE reseal_test (id text PRIMARY KEY, sealed bytea NOT NULL)');
    await knex('reseal_test').insert(ids.map((id) => ({ id, sealed: former.seal(Buffer.from(`value ${id}`), id) })));
  });
  afterEach(() => database.db.knex.raw('DROP TABLE reseal_test'));

  const contents = async (secret: string): Promise<string[]> => {
    const cipher = createKeyring(secret).cipher('test');
    const rows = await database.db.knex('reseal_test').select<{ id: string; sealed: Buffer }[]>().orderBy('id');
    return rows.map(({ id, sealed }) => cipher.open(sealed, id).toString());
  };

  for (const batchSize of [1, 2, 5, 500]) {
    it(`encrypts every value once with the current key, ${batchSize} at a time`, async () => {
      const counts = await reseal(database.db, keyring, values, { batchSize });
      expect(counts).to.deep.equal({ resealed: 5, current: 0, changed: 0, unreadable: 0 });
      expect(await contents(newKey)).to.deep.equal(ids.map((id) => `value ${id}`));
      const again = await reseal(database.db, keyring, values, { batchSize });
      expect(again).to.deep.equal({ resealed: 0, current: 5, changed: 0, unreadable: 0 });
    });
  }

  it('goes on where a run was interrupted', async () => {
    const seen: ResealCounts[] = [];
    const interrupted = reseal(database.db, keyring, values, {
      batchSize: 2,
      onBatch: (counts) => {
        seen.push(counts);
        throw new Error('interrupted');
      },
    });
    expect(await interrupted.catch(String)).to.equal('Error: interrupted');
    expect(seen).to.deep.equal([{ resealed: 2, current: 0, changed: 0, unreadable: 0 }]);
    expect(await reseal(database.db, keyring, values)).to.include({ resealed: 3, current: 2 });
    expect(await contents(newKey)).to.deep.equal(ids.map((id) => `value ${id}`));
  });

  it('leaves a value that was moved, altered or encrypted with another key, and counts it', async () => {
    const { knex } = database.db;
    const lost = createKeyring(lostKey).cipher('test').seal(Buffer.from('x'), 'a');
    const moved = former.seal(Buffer.from('x'), 'another id');
    const short = randomBytes(3);
    for (const [id, sealed] of [
      ['a', lost],
      ['b', moved],
      ['c', short],
    ] as const)
      await knex('reseal_test').where({ id }).update({ sealed });
    const counts = await reseal(database.db, keyring, values, { batchSize: 2 });
    expect(counts).to.deep.equal({ resealed: 2, current: 0, changed: 0, unreadable: 3 });
    const rows = await knex('reseal_test').whereIn('id', ['a', 'b', 'c']).orderBy('id').pluck('sealed');
    expect(rows).to.deep.equal([lost, moved, short]);
  });

  it('does not overwrite what a running process has written meanwhile', async () => {
    const fresh = keyring.cipher('test').seal(Buffer.from('newer'), 'a');
    const racing: SealedValues = {
      ...values,
      replace: async (db, value, resealed) => {
        if (value.key[0] === 'a') await db.knex('reseal_test').where({ id: 'a' }).update({ sealed: fresh });
        return values.replace(db, value, resealed);
      },
    };
    const counts = await reseal(database.db, keyring, racing);
    expect(counts).to.deep.equal({ resealed: 4, current: 0, changed: 1, unreadable: 0 });
    expect((await contents(newKey))[0]).to.equal('newer');
  });
});
