import { expect } from 'chai';
import { mergeEventCounts } from '../../../src/modules/events/events.jobs.ts';
import type { operations } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, recordEvent } from '../../support/factories.ts';
import { useScene } from '../../support/scene.ts';
import { contextOn } from '../../support/steps-that-hang.ts';
import { openDatabase } from '../../../src/platform/database.ts';

type Query = NonNullable<operations['listEventTypes']['parameters']['query']>;

describe('v2 listEventTypes GET /events/types', () => {
  const scene = useScene({});
  const list = async (who: 'owner' | 'viewer' | 'stranger', query: Query = {}) =>
    bodyOf(await scene[who].v2.GET('/api/v2/events/types', { params: { query } }));
  const counts = async (who: 'owner' | 'viewer' | 'stranger', query: Query = {}) =>
    (await list(who, query)).data.map(({ type, count }) => [type, count]);
  const event = (name: string, time: string, project_id?: string) =>
    recordEvent(scene.owner, { source: '/events', type: name, time, ...(project_id && { project_id }) });

  before(async () => {
    const hidden = await createProject(scene.owner, { visibility: 'private' });
    await event('/b', '2026-11-02T10:00:00Z');
    await event('/a', '2026-11-02T11:00:00Z', scene.project.id);
    await event('/b', '2026-11-01T10:00:00Z', hidden.id);
    await event('/c', '2026-11-02T12:00:00Z', hidden.id);
  });

  const expectAll = async () => {
    expect(await counts('owner')).to.deep.equal([
      ['/a', 1],
      ['/b', 2],
      ['/c', 1],
    ]);
    expect((await list('owner')).data[1]).to.deep.include({
      first_at: '2026-11-01T10:00:00.000Z',
      last_at: '2026-11-02T10:00:00.000Z',
    });
  };

  describe('200', () => {
    it('counts the events of each, with the first and the last time', expectAll);

    it('leaves out projects that the caller cannot see', async () => {
      expect(await counts('viewer')).to.deep.equal([
        ['/a', 1],
        ['/b', 1],
      ]);
      expect(await counts('stranger')).to.deep.equal([]);
      expect(await counts('owner', { project_id: scene.project.id })).to.deep.equal([['/a', 1]]);
    });

    it('pages in both directions', async () => {
      const first = await list('owner', { limit: 2, sort: '-type', include_total: true });
      expect(first.data.map(({ type }) => type)).to.deep.equal(['/c', '/b']);
      expect(first.page).to.include({ has_more: true, total: 3 });
      const next = await list('owner', {
        limit: 2,
        sort: '-type',
        include_total: true,
        cursor: first.page.next_cursor!,
      });
      expect(next.data.map(({ type }) => type)).to.deep.equal(['/a']);
      expect(next.page).to.include({ has_more: false, total: 3 });
    });

    it('says the same once counts are merged, and after more events', async () => {
      const database = await openDatabase({ url: scene.app.databaseUrl });
      try {
        await mergeEventCounts({}, contextOn(database.db));
        await expectAll();
        const more = await event('/c', '2026-11-02T13:00:00Z');
        expect(await counts('owner')).to.deep.include(['/c', 2]);
        await mergeEventCounts({}, contextOn(database.db));
        const params = { path: { event_id: more.id } };
        await scene.owner.v2.DELETE('/api/v2/events/{event_id}', { params });
        expect(await counts('owner')).to.deep.include(['/c', 1]);
        await mergeEventCounts({}, contextOn(database.db));
        expect(await counts('owner')).to.deep.include(['/c', 1]);
      } finally {
        await database.close();
      }
    });
  });
});
