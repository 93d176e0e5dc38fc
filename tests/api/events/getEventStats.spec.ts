import { expect } from 'chai';
import type { operations } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, recordEvent } from '../../support/factories.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

type Query = NonNullable<operations['getEventStats']['parameters']['query']>;

describe('v2 getEventStats GET /events/stats', () => {
  const scene = useScene();
  const day = { from: '2026-11-02T00:00:00Z', to: '2026-11-03T00:00:00Z' };
  const get = (who: 'owner' | 'viewer' | 'stranger', query: Query) =>
    scene[who].v2.GET('/api/v2/events/stats', { params: { query } });
  const stats = async (who: 'owner' | 'viewer' | 'stranger', query: Query = {}) =>
    bodyOf(await get(who, { ...day, ...query }));

  before(async () => {
    const hidden = await createProject(scene.owner, { visibility: 'private' });
    const inputs = [
      { type: 'a', source: '/one', time: '2026-11-02T10:01:00Z', project_id: scene.project.id },
      { type: 'a', source: '/two', time: '2026-11-02T11:02:00Z' },
      { type: 'b', source: '/one', time: '2026-11-02T23:59:59.999Z', project_id: hidden.id },
      { type: 'c', source: '/one', time: '2026-11-03T00:00:00Z' },
    ];
    for (const input of inputs) await recordEvent(scene.owner, input);
  });

  describe('200', () => {
    it('counts by type, source and project, the most frequent first', async () => {
      const { by_type, by_source, by_project, ...rest } = await stats('owner');
      expect(rest).to.deep.equal({ from: '2026-11-02T00:00:00.000Z', to: '2026-11-03T00:00:00.000Z', total: 3 });
      expect(by_type).to.deep.equal([
        { type: 'a', count: 2, first_at: '2026-11-02T10:01:00.000Z', last_at: '2026-11-02T11:02:00.000Z' },
        { type: 'b', count: 1, first_at: '2026-11-02T23:59:59.999Z', last_at: '2026-11-02T23:59:59.999Z' },
      ]);
      expect(by_source.map(({ source, count }) => [source, count])).to.deep.equal([
        ['/one', 2],
        ['/two', 1],
      ]);
      expect(by_project.map(({ count }) => count)).to.deep.equal([1, 1, 1]);
    });

    it('leaves out projects that the caller cannot see', async () => {
      expect((await stats('viewer')).total).to.equal(2);
      expect(await stats('stranger')).to.include({ total: 0 });
    });

    it('filters', async () => {
      expect((await stats('owner', { type: ['b', 'c'] })).total).to.equal(1);
      expect((await stats('owner', { source: '/two' })).total).to.equal(1);
      expect((await stats('owner', { project_id: scene.project.id })).total).to.equal(1);
    });

    it('rounds the range to quarters of an hour', async () => {
      const range = { from: '2026-11-02T10:14:59Z', to: '2026-11-02T10:14:59.5Z' };
      expect(await stats('owner', range)).to.deep.include({
        from: '2026-11-02T10:00:00.000Z',
        to: '2026-11-02T10:15:00.000Z',
        total: 1,
      });
    });
  });

  describe('409', () => {
    it('range_empty for a range that ends before it begins', async () => {
      const refusal = refusalOf(await get('owner', { from: day.to, to: day.from }));
      expect(refusal).to.deep.equal({ status: 409, code: 'range_empty' });
    });
  });
});
