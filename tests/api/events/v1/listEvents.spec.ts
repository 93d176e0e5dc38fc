import { expect } from 'chai';
import { mergeEventCounts } from '../../../../src/modules/events/events.jobs.ts';
import { openDatabase } from '../../../../src/platform/database.ts';
import { bodyOf, createProject, recordEvent } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';
import { contextOn } from '../../../support/steps-that-hang.ts';

describe('v1 listEvents GET /events', () => {
  const scene = useScene({});
  const list = async (who: 'owner' | 'member' | 'stranger', query: object = {}) =>
    bodyOf(await scene[who].v1.GET('/api/v1/events', { params: { query } }));

  describe('200', () => {
    it('pages by offset those that happened last first, also within one moment, and filters by project and type', async () => {
      const { id: project_id } = await createProject(scene.owner);
      const moment = { project_id, time: '2026-11-02T09:00:00Z', type: 'test.paged' };
      const ids: string[] = [];
      for (let count = 0; count < 4; count++) ids.push((await recordEvent(scene.member, moment)).id);
      ids.sort();
      ids.push((await recordEvent(scene.member, { ...moment, time: '2026-11-02T10:00:00Z', type: 'test.late' })).id);
      const query = { project_id, limit: 2 };
      const found: string[] = [];
      for (const offset of [0, 2, 4]) {
        const { data, pagination } = await list('member', { ...query, offset });
        expect(pagination).to.deep.equal({ limit: 2, offset, total: 5, pages: 3 });
        found.push(...data.map(({ id }) => id));
      }
      expect(found).to.deep.equal([...ids].reverse());
      const late = await list('member', { ...query, type: 'test.late' });
      expect(late.data.map(({ id }) => id)).to.deep.equal(ids.slice(-1));
      expect(late.pagination.total).to.equal(1);
    });

    it('counts the same before and after counts are merged', async () => {
      const type = 'test.merged';
      for (let count = 0; count < 3; count++) await recordEvent(scene.member, { type });
      const total = async () => (await list('member', { type })).pagination.total;
      expect(await total()).to.equal(3);
      const database = await openDatabase({ url: scene.app.databaseUrl });
      try {
        await mergeEventCounts({}, contextOn(database.db));
        expect(await total()).to.equal(3);
      } finally {
        await database.close();
      }
    });

    it('neither shows nor counts events of projects that the caller cannot see', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      await recordEvent(scene.owner, { project_id: hidden.id });
      const empty = { data: [], pagination: { limit: 50, offset: 0, total: 0, pages: 0 } };
      expect((await list('owner', { project_id: hidden.id })).pagination.total).to.equal(1);
      expect(await list('member', { project_id: hidden.id })).to.deep.equal(empty);
      expect(await list('stranger')).to.deep.equal(empty);
    });
  });
});
