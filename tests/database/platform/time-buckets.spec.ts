import { expect } from 'chai';
import { leastBuckets, readTimeBuckets, type TimeInterval } from '../../../src/platform/time-buckets.ts';
import { localBounds } from '../../support/figures/local-buckets.ts';
import { useDatabase } from '../../support/use-database.ts';

const intervals: readonly TimeInterval[] = ['hour', 'day', 'week', 'month'];
// Both changes of a year; 45 and 30 minutes beside the hour; a change of half an hour; changes at midnight, both ways.
const zones: readonly string[] = [
  'UTC',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
];

describe('readTimeBuckets', () => {
  const database = useDatabase();

  for (const time_zone of zones) {
    for (const interval of intervals) {
      it(`divides ranges into ${interval}s as the clock of ${time_zone} shows them`, async function () {
        this.timeout(20_000);
        const year = { from: '2026-01-01T10:15:00.000Z', to: '2027-02-01T00:00:00.000Z' };
        const ranges =
          interval === 'hour'
            ? [
                { from: '2026-03-07T00:15:00.000Z', to: '2026-04-09T22:45:00.000Z' },
                { from: '2026-10-01T00:15:00.000Z', to: '2026-11-03T22:45:00.000Z' },
              ]
            : [year];
        for (const range of ranges) {
          const { bounds } = await readTimeBuckets(database.db, { ...range, interval, time_zone });
          const expected = localBounds(range, interval, time_zone);
          expect(bounds.filter((bound, place) => bound !== expected[place])).to.deep.equal([]);
          expect(bounds).to.have.length(expected.length);
        }
      });
    }
  }

  it('has no bucket for a day that a zone skipped, so that each begins after the one before', async () => {
    const range = { from: '2011-12-28T10:00:00.000Z', to: '2012-01-02T10:00:00.000Z', interval: 'day' } as const;
    const { bounds } = await readTimeBuckets(database.db, { ...range, time_zone: 'Pacific/Apia' });
    expect(bounds).to.deep.equal(localBounds(range, 'day', 'Pacific/Apia'));
    expect(bounds).to.have.length(6);
  });

  it('makes days of 23 and of 25 hours in Berlin', async () => {
    for (const [from, hours] of [
      ['2026-03-28T23:00:00.000Z', 23],
      ['2026-10-24T22:00:00.000Z', 25],
    ] as const) {
      const to = new Date(Date.parse(from) + 48 * 3_600_000).toISOString();
      const range = { from, to, interval: 'day', time_zone: 'Europe/Berlin' } as const;
      const [start = '', end = ''] = (await readTimeBuckets(database.db, range)).bounds;
      expect((Date.parse(end) - Date.parse(start)) / 3_600_000).to.equal(hours);
    }
  });

  it('begins with the day 29 days before the end, if nothing else is said', async () => {
    const range = { to: '2026-11-20T12:00:00.000Z', interval: 'day', time_zone: 'Europe/Berlin' } as const;
    const { from, bounds } = await readTimeBuckets(database.db, range);
    expect(from).to.equal('2026-10-21T22:00:00.000Z');
    expect(bounds).to.have.length(31);
  });

  it('never has fewer buckets than leastBuckets() says', async () => {
    for (const interval of intervals) {
      for (const days of [1, 2, 7, 8, 31, 33, 180]) {
        const from = '2026-03-01T00:00:00.000Z';
        const to = new Date(Date.parse(from) + days * 86_400_000).toISOString();
        const range = { from, to, interval, time_zone: 'Europe/Berlin' };
        const { bounds } = await readTimeBuckets(database.db, range);
        expect(leastBuckets(range)).to.be.at.most(bounds.length - 1);
      }
    }
  });
});
