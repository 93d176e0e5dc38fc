import { expect } from 'chai';
import { bodyOf, createProject, reportError } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

describe('v1 listErrors GET /errors', () => {
  const scene = useScene();
  const list = async (who: 'owner' | 'member' | 'stranger', query: object = {}) =>
    bodyOf(await scene[who].v1.GET('/api/v1/errors', { params: { query } }));

  describe('200', () => {
    it('pages by offset and filters by project and state', async () => {
      const project = await createProject(scene.owner);
      const ids: string[] = [];
      for (const type of ['AError', 'BError', 'CError'])
        ids.push((await reportError(scene.member, project, { type })).error_id);
      const params = { path: { error_id: ids[0]! } };
      await scene.member.v2.PATCH('/api/v2/errors/{error_id}', { params, body: { status: 'resolved' } });
      const query = { project_id: project.id, limit: 2 };
      const [first, second] = [await list('member', query), await list('member', { ...query, offset: 2 })];
      expect([...first.data, ...second.data].map(({ id }) => id).sort()).to.deep.equal([...ids].sort());
      expect(second.pagination).to.deep.equal({ limit: 2, offset: 2, total: 3, pages: 2 });
      const found = async (status: string) => (await list('member', { ...query, status })).data.map(({ id }) => id);
      expect(await found('resolved')).to.deep.equal([ids[0]]);
      expect((await found('open')).sort()).to.deep.equal([ids[1], ids[2]].sort());
    });

    it('leaves out errors of projects that the caller cannot see', async () => {
      const hidden = await createProject(scene.owner, { visibility: 'private' });
      await reportError(scene.owner, hidden);
      expect((await list('member', { project_id: hidden.id })).data).to.deep.equal([]);
      expect((await list('stranger')).data).to.deep.equal([]);
    });
  });
});
