import { expect } from 'chai';
import type { EventReceipt } from '../../../../generated/v2/types.ts';
import { takeEvents } from '../../../../src/modules/events/index.ts';
import { MINUTE_MS } from '../../../../src/platform/durations.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { ownerOn } from '../../../support/owner-on.ts';
import { useDatabase } from '../../../support/use-database.ts';

// Each month has a partition and a unique index of its own, so that two months could store the same event.

const SENDERS = 20;
const turn = Date.parse('2026-12-01T00:00:00.000Z');

describe('an event that is sent in two months', function () {
  this.timeout(60_000);
  const database = useDatabase();
  let unit: Unit;
  before(async () => {
    unit = await ownerOn(database.db);
  });

  /** Takes events in a transaction of their own, at a time, as a request does. */
  const take = (ids: readonly string[], now: number): Promise<EventReceipt> =>
    database.db.transaction((db) =>
      takeEvents(
        { ...unit, db, now: new Date(now) },
        ids.map((id) => ({ id, source: '/turn', type: 'test.turn' })),
      ),
    );
  const monthsOf = async (prefix: string): Promise<unknown> =>
    database.db
      .knex('reported_events')
      .whereLike('external_id', `${prefix}%`)
      .select(database.db.knex.raw('external_id, count(*)::int AS total'))
      .groupBy('external_id')
      .orderBy('external_id');

  it(`is stored once by ${SENDERS} senders, half of whom are in the next month already`, async () => {
    for (let round = 0; round < 5; round++) {
      const ids = Array.from({ length: 10 }, (_none, index) => `round-${round}-${index}`);
      // Clocks differ by up to 20 minutes, and each sender has an order of its own.
      const receipts = await Promise.all(
        Array.from({ length: SENDERS }, (_none, sender) => {
          const shift = (sender % 2 === 0 ? -1 : 1) * (1 + (sender % 10) * MINUTE_MS);
          return take(sender % 3 === 0 ? ids.toReversed() : ids, turn + shift);
        }),
      );
      expect(await monthsOf(`round-${round}-`)).to.deep.equal(ids.map((external_id) => ({ external_id, total: 1 })));
      expect(receipts.reduce((sum, { created }) => sum + created, 0)).to.equal(ids.length);
      expect(receipts.reduce((sum, { refused }) => sum + refused, 0)).to.equal(0);
      const named = receipts.flatMap(({ results }) => results.map(({ event_id }) => event_id));
      expect(new Set(named).size).to.equal(ids.length);
    }
  });

  it('is a duplicate in each of the months that follow', async () => {
    const [first, ...others] = [
      await take(['again'], Date.parse('2026-12-31T23:59:59.999Z')),
      await take(['again'], Date.parse('2027-01-01T00:00:00.000Z')),
      await take(['again'], Date.parse('2027-02-15T12:00:00.000Z')),
    ];
    expect(first).to.include({ created: 1, duplicates: 0 });
    for (const receipt of others) {
      expect(receipt).to.include({ created: 0, duplicates: 1 });
      expect(receipt.results[0]!.event_id).to.equal(first.results[0]!.event_id);
    }
    expect(await monthsOf('again')).to.deep.equal([{ external_id: 'again', total: 1 }]);
  });

  it('lets other organizations send the same at the same time', async () => {
    const other = { ...unit, actor: { ...unit.actor, organization_id: '01939b7c-2f4e-7a10-8c55-0a1b2c3d0100' } };
    const receipts = await Promise.all(
      [unit, other].map((one) =>
        database.db.transaction((db) =>
          takeEvents({ ...one, db, now: new Date(turn) }, [{ id: 'both', source: '/turn', type: 'test.turn' }]),
        ),
      ),
    );
    expect(receipts.map(({ created }) => created)).to.deep.equal([1, 1]);
  });
});
