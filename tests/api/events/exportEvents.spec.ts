import { expect } from 'chai';
import type { Event, operations } from '../../../generated/v2/types.ts';
import { readLines } from '../../support/contract/records.ts';
import { bodyOf, createProject, recordEvent } from '../../support/factories.ts';
import { useScene } from '../../support/scene.ts';

type Query = NonNullable<operations['exportEvents']['parameters']['query']>;

describe('v2 exportEvents GET /events/export', () => {
  const scene = useScene({});
  const exported = async (who: 'owner' | 'viewer' | 'stranger', query: Query = {}) =>
    readLines(
      bodyOf(await scene[who].v2.GET('/api/v2/events/export', { params: { query }, parseAs: 'text' })),
    ) as Event[];

  it('holds more than one part of what is read', async () => {
    const events = Array.from({ length: 250 }, (_, index) => ({ source: '/many', id: String(index), type: 'many' }));
    bodyOf(await scene.owner.v2.POST('/api/v2/events', { body: { events } }));
    const found = await exported('viewer', { source: '/many' });
    expect(new Set(found.map(({ external_id }) => external_id)).size).to.equal(250);
  });

  describe('200', () => {
    it('streams what the list shows, in the order of recording', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      const first = await recordEvent(scene.owner, { source: '/export', time: '2026-11-02T10:00:00Z' });
      scene.app.clock.advance(1000);
      const second = await recordEvent(scene.owner, { source: '/export', time: '2026-11-01T10:00:00Z' });
      scene.app.clock.advance(1000);
      const third = await recordEvent(scene.owner, { source: '/export', project_id: hidden.id });
      expect(await exported('owner', { source: '/export' })).to.deep.equal([first, second, third]);
      expect(await exported('viewer', { source: '/export' })).to.deep.equal([first, second]);
      expect(await exported('stranger')).to.deep.equal([]);
      const since = { source: '/export', recorded_after: second.recorded_at };
      expect(await exported('owner', since)).to.deep.equal([second, third]);
    });
  });
});
