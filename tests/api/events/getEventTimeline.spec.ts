import { expect } from 'chai';
import type { operations } from '../../../generated/v2/types.ts';
import { bodyOf, recordEvent } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

type Query = NonNullable<operations['getEventTimeline']['parameters']['query']>;

describe('v2 getEventTimeline GET /events/timeline', () => {
  const scene = useScene();
  const get = (query: Query) => scene.owner.v2.GET('/api/v2/events/timeline', { params: { query } });
  const counts = async (query: Query) => {
    const { buckets, total } = bodyOf(await get(query));
    expect(buckets.reduce((sum, { count }) => sum + count, 0)).to.equal(total);
    return buckets.filter(({ count }) => count > 0).map(({ starts_at, count }) => [starts_at, count]);
  };

  before(async () => {
    const times = ['2026-10-24T21:59:00Z', '2026-10-24T22:00:00Z', '2026-10-25T22:59:00Z', '2026-10-25T23:00:00Z'];
    for (const time of times) await recordEvent(scene.owner, { source: '/berlin', time });
    await recordEvent(scene.owner, { source: '/chatham', time: '2026-11-02T10:14:59Z' });
    await recordEvent(scene.owner, { source: '/chatham', time: '2026-11-02T10:15:00Z' });
  });

  describe('200', () => {
    it('begins days where the time zone does, also those of 25 hours', async () => {
      const range = { from: '2026-10-23T22:00:00Z', to: '2026-10-27T00:00:00Z', source: '/berlin' };
      expect(await counts({ ...range, time_zone: 'Europe/Berlin' })).to.deep.equal([
        ['2026-10-23T22:00:00.000Z', 1],
        ['2026-10-24T22:00:00.000Z', 2],
        ['2026-10-25T23:00:00.000Z', 1],
      ]);
      expect(await counts({ ...range, interval: 'month' })).to.deep.equal([['2026-10-23T22:00:00.000Z', 4]]);
    });

    it('knows zones whose day begins at a quarter of an hour', async () => {
      const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-04T00:00:00Z', source: '/chatham' };
      expect(await counts({ ...range, time_zone: 'Pacific/Chatham' })).to.deep.equal([
        ['2026-11-01T10:15:00.000Z', 1],
        ['2026-11-02T10:15:00.000Z', 1],
      ]);
    });

    it('has an interval for every hour, also without events', async () => {
      const range = { from: '2026-11-02T00:00:00Z', to: '2026-11-03T00:00:00Z', interval: 'hour' } as const;
      const { buckets, total } = bodyOf(await get({ ...range, source: '/chatham' }));
      expect({ length: buckets.length, total }).to.deep.equal({ length: 24, total: 2 });
    });
  });

  describe('409', () => {
    it('range_empty, and range_too_long beyond 1,000 intervals', async () => {
      const of = async (query: Query) => refusalOf(await get(query)).code;
      expect(await of({ from: '2026-11-02T00:00:00Z', to: '2026-11-02T00:00:00Z' })).to.equal('range_empty');
      const long = { from: '2026-01-01T00:00:00Z', to: '2026-11-02T00:00:00Z', interval: 'hour' } as const;
      expect(await of(long)).to.equal('range_too_long');
      const little = { from: '2026-01-01T00:00:00Z', to: '2026-02-11T17:00:00Z', interval: 'hour' } as const;
      expect(await of(little)).to.equal('range_too_long');
    });
  });
});
