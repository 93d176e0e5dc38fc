import { expect } from 'chai';
import type { Task } from '../../../../generated/v2/types.ts';
import { bodyOf, createProject, createTask, moveTask } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';

describe('v1 listTasks GET /tasks', () => {
  const scene = useScene();
  let tasks: Task[];

  const list = async (who: 'owner' | 'member' | 'stranger', query: object = {}) =>
    bodyOf(await scene[who].v1.GET('/api/v1/tasks', { params: { query } }));
  const idsOf = async (who: 'owner' | 'member' | 'stranger', query: object = {}) =>
    (await list(who, query)).data.map(({ id }) => id);

  before(async () => {
    const secret = await createProject(scene.owner, { visibility: 'private' });
    tasks = [
      await createTask(scene.owner, scene.project, { status: 'backlog' }),
      await createTask(scene.owner, scene.project, { assignee_id: scene.member.user_id }),
      await createTask(scene.owner, scene.project),
      await createTask(scene.owner, secret),
    ];
    await moveTask(scene.owner, tasks[2]!, 'in_progress', 'in_review');
  });

  describe('200', () => {
    it('lists what the caller sees, newest first, and counts it', async () => {
      const [first, second, third, hidden] = tasks.map(({ id }) => id);
      expect(await idsOf('owner')).to.deep.equal([hidden, third, second, first]);
      expect(await idsOf('member')).to.deep.equal([third, second, first]);
      expect(await idsOf('stranger')).to.deep.equal([]);
      expect((await list('member')).pagination).to.deep.equal({ limit: 50, offset: 0, total: 3, pages: 1 });
    });

    it('pages by offset', async () => {
      const { data, pagination } = await list('member', { limit: 2, offset: 2 });
      expect(data.map(({ id }) => id)).to.deep.equal([tasks[0]!.id]);
      expect(pagination).to.deep.equal({ limit: 2, offset: 2, total: 3, pages: 2 });
    });

    it('filters by status in its own words, by assignee and by project', async () => {
      expect(await idsOf('member', { status: 'open' })).to.deep.equal([tasks[1]!.id, tasks[0]!.id]);
      expect(await idsOf('member', { status: 'in_progress' })).to.deep.equal([tasks[2]!.id]);
      expect(await idsOf('member', { status: 'done' })).to.deep.equal([]);
      expect(await idsOf('owner', { assignee_id: scene.member.user_id })).to.deep.equal([tasks[1]!.id]);
      expect(await idsOf('owner', { project_id: tasks[3]!.project_id })).to.deep.equal([tasks[3]!.id]);
    });
  });
});
