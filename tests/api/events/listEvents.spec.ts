import { expect } from 'chai';
import type { EventInput, operations } from '../../../generated/v2/types.ts';
import { bodyOf, createProject, recordEvent } from '../../support/factories.ts';
import { joinProject, useScene } from '../../support/scene.ts';

type Who = 'owner' | 'member' | 'viewer' | 'stranger';
type Query = NonNullable<operations['listEvents']['parameters']['query']>;

describe('v2 listEvents GET /events', () => {
  const scene = useScene({});
  const list = async (who: Who, query: Query = {}) =>
    bodyOf(await scene[who].v2.GET('/api/v2/events', { params: { query } }));
  const typesOf = async (who: Who, query: Query = {}) => (await list(who, query)).data.map(({ type }) => type);
  const source = '/listEvents';
  const minute = (number: number) => `2026-11-02T10:0${number}:00.000Z`;
  let hiddenId: string;

  before(async () => {
    const hidden = await createProject(scene.owner, { visibility: 'private' });
    hiddenId = hidden.id;
    const inputs: Partial<EventInput>[] = [
      { type: 'a', time: minute(3), project_id: scene.project.id },
      { type: 'b', time: minute(1), subject: 'disk' },
      { type: 'c', time: minute(2), user_id: scene.member.user_id, source: '/other' },
      { type: 'd', time: minute(4), project_id: hidden.id },
    ];
    for (const input of inputs) {
      await recordEvent(scene.owner, { source, ...input });
      scene.app.clock.advance(1000);
    }
  });

  describe('200', () => {
    it('shows what happened last first, and each page once', async () => {
      expect(await typesOf('owner')).to.deep.equal(['d', 'a', 'c', 'b']);
      const first = await list('owner', { limit: 3 });
      expect(first.page).to.include({ has_more: true });
      const next = await list('owner', { limit: 3, cursor: first.page.next_cursor! });
      expect(next.data.map(({ type }) => type)).to.deep.equal(['b']);
    });

    it('shows each event of several types once, in either direction', async () => {
      for (const [sort, wanted] of [
        ['-time', ['d', 'c', 'b']],
        ['time', ['b', 'c', 'd']],
      ] as const) {
        const query = { type: ['b', 'c', 'd', 'e'], sort, limit: 1 };
        const found: string[] = [];
        let cursor: string | null | undefined;
        do {
          const { data, page } = await list('owner', { ...query, ...(typeof cursor === 'string' && { cursor }) });
          found.push(...data.map(({ type }) => type));
          cursor = page.next_cursor;
        } while (typeof cursor === 'string');
        expect(found).to.deep.equal(wanted);
      }
      const first = await list('owner', { type: ['b', 'c', 'd'], limit: 1, include_total: true });
      expect(first.page.total).to.equal(3);
    });

    it('sorts by either time, in both directions', async () => {
      expect(await typesOf('owner', { sort: 'time' })).to.deep.equal(['b', 'c', 'a', 'd']);
      expect(await typesOf('owner', { sort: 'recorded_at' })).to.deep.equal(['a', 'b', 'c', 'd']);
      expect(await typesOf('owner', { sort: '-recorded_at' })).to.deep.equal(['d', 'c', 'b', 'a']);
    });

    it('leaves out projects that the caller cannot see', async () => {
      expect(await typesOf('viewer')).to.deep.equal(['a', 'c', 'b']);
      expect(await typesOf('viewer', { project_id: hiddenId })).to.deep.equal([]);
      expect(await typesOf('stranger')).to.deep.equal([]);
      const organization_id = scene.owner.organization_id;
      await joinProject(scene.app, { id: hiddenId, organization_id }, scene.member, 'viewer');
      expect(await typesOf('member', { project_id: hiddenId })).to.deep.equal(['d']);
    });

    it('filters', async () => {
      expect(await typesOf('owner', { type: ['a', 'b'] })).to.deep.equal(['a', 'b']);
      expect(await typesOf('viewer', { type: ['d', 'a', 'b', 'a'] })).to.deep.equal(['a', 'b']);
      expect(await typesOf('owner', { project_id: scene.project.id })).to.deep.equal(['a']);
      expect(await typesOf('owner', { source })).to.deep.equal(['d', 'a', 'b']);
      expect(await typesOf('owner', { subject: 'disk' })).to.deep.equal(['b']);
      expect(await typesOf('owner', { user_id: scene.member.user_id })).to.deep.equal(['c']);
      expect(await typesOf('owner', { occurred_after: minute(2), occurred_before: minute(4) })).to.deep.equal([
        'a',
        'c',
      ]);
      const { data } = await list('owner', { sort: 'recorded_at' });
      const recorded = { recorded_after: data[1]!.recorded_at, recorded_before: data[3]!.recorded_at };
      expect(await typesOf('owner', recorded)).to.deep.equal(['c', 'b']);
    });

    it('counts', async () => {
      expect((await list('owner', { include_total: true, source })).page.total).to.equal(3);
    });
  });
});
