import { expect } from 'chai';
import type { ErrorReport } from '../../../generated/v2/types.ts';
import { bodyOf, createProject } from '../../support/factories.ts';
import { useScene } from '../../support/scene.ts';

describe('v2 listTrendingErrors GET /errors/trending', () => {
  const scene = useScene();
  const hoursAgo = (hours: number) => new Date(scene.app.clock.now().getTime() - hours * 3_600_000).toISOString();
  const trending = async (who: 'owner' | 'viewer' | 'stranger', query: object = {}) =>
    bodyOf(await scene[who].v2.GET('/api/v2/errors/trending', { params: { query } }));

  describe('200', () => {
    it('lists what has grown, the greatest growth first', async () => {
      const project = await createProject(scene.owner);
      const at = (type: string, hours: number, count: number, environment = 'production'): ErrorReport[] =>
        Array.from({ length: count }, () => ({ type, message: 'x', occurred_at: hoursAgo(hours), environment }));
      const reports = [
        ...at('OldError', 30, 9),
        ...at('OldError', 2, 3),
        ...at('NewError', 3, 2),
        ...at('GrowingError', 40, 1),
        ...at('GrowingError', 1, 5, 'staging'),
        ...at('AncientError', 49, 5),
      ];
      await scene.member.v2.POST('/api/v2/errors', { body: { project_id: project.id, reports } });
      const found = async (query: object) =>
        (await trending('viewer', { project_id: [project.id], ...query })).data.map(
          ({ error, occurrence_count, previous_count }) => [error.type, occurrence_count, previous_count],
        );
      expect(await found({})).to.deep.equal([
        ['GrowingError', 5, 1],
        ['NewError', 2, 0],
      ]);
      expect(await found({ environment: 'production' })).to.deep.equal([['NewError', 2, 0]]);
      expect((await found({ period: '7d' })).map(([type]) => type)).to.deep.equal([
        ...['OldError', 'GrowingError', 'AncientError', 'NewError'],
      ]);
      expect((await trending('stranger')).data).to.deep.equal([]);
    });

    it('leaves out private projects', async () => {
      const project = await createProject(scene.owner, { visibility: 'private' });
      await scene.owner.v2.POST('/api/v2/errors', { body: { project_id: project.id, reports: [{ message: 'x' }] } });
      expect((await trending('owner', { project_id: [project.id] })).data).to.have.length(1);
      expect((await trending('viewer', { project_id: [project.id] })).data).to.deep.equal([]);
    });
  });
});
