import { expect } from 'chai';
import type { operations, Task } from '../../../generated/v2/types.ts';
import { bodyOf, createLabel, createMilestone, createProject, createTask, moveTask } from '../../support/factories.ts';
import { makeImported } from '../../support/imported-task.ts';
import { refusalOf, useScene } from '../../support/scene.ts';

const url = '/api/v2/projects/{project_id}/tasks';

type Query = NonNullable<operations['listProjectTasks']['parameters']['query']>;

describe('v2 listProjectTasks GET /projects/{project_id}/tasks', () => {
  const scene = useScene();
  const tasks: Task[] = [];
  const labelIds: string[] = [];
  let projectId = '';

  const page = async (query: Query = {}) =>
    bodyOf(await scene.viewer.v2.GET(url, { params: { path: { project_id: projectId }, query } }));
  /** The numbers of the tasks that are listed; the titles say nothing that matters. */
  const numbers = async (query: Query) => (await page(query)).data.map(({ number }) => number);

  before(async () => {
    const project = await createProject(scene.owner);
    projectId = project.id;
    for (const name of ['red', 'blue']) labelIds.push((await createLabel(scene.owner, project, { name })).id);
    const [red, blue] = labelIds as [string, string];
    const inputs = [
      { title: 'Rotate signing keys', type: 'feature', priority: 'low', due_on: '2026-12-24', label_ids: [red] },
      { title: 'Login page times out', type: 'bug', priority: 'urgent', label_ids: [red, blue] },
      { title: 'Write the release notes', priority: 'none', due_on: '2026-11-30', status: 'backlog' },
      { title: 'Session is lost on login', type: 'bug', priority: 'high', assignee_id: scene.member.user_id },
    ] as const;
    for (const input of inputs) {
      const { label_ids, ...rest } = { label_ids: [] as readonly string[], ...input };
      tasks.push(await createTask(scene.member, project, { ...rest, label_ids: [...label_ids] }));
    }
    await moveTask(scene.member, tasks[0]!, 'in_progress', 'done');
  });

  describe('200', () => {
    it('lists the newest first, complete as getTask shows them', async () => {
      const { data } = await page();
      expect(data.map(({ number }) => number)).to.deep.equal([4, 3, 2, 1]);
      expect(data.slice(0, 3)).to.deep.equal(tasks.slice(1).toReversed());
    });

    const orders: readonly [NonNullable<Query['sort']>, readonly number[]][] = [
      ['created_at', [1, 2, 3, 4]],
      ['-created_at', [4, 3, 2, 1]],
      ['updated_at', [2, 3, 4, 1]],
      ['-updated_at', [1, 4, 3, 2]],
      ['number', [1, 2, 3, 4]],
      ['-number', [4, 3, 2, 1]],
      ['priority', [3, 1, 4, 2]],
      ['-priority', [2, 4, 1, 3]],
    ];
    for (const [sort, expected] of orders) {
      it(`orders by ${sort}, over pages as in one`, async () => {
        expect(await numbers({ sort })).to.deep.equal(expected);
        const seen: number[] = [];
        let cursor: string | null = null;
        do {
          const { data, page: at }: Awaited<ReturnType<typeof page>> = await page(
            cursor === null ? { sort, limit: 1 } : { sort, limit: 1, cursor },
          );
          seen.push(...data.map(({ number }) => number));
          cursor = at.next_cursor;
        } while (cursor !== null);
        expect(seen).to.deep.equal(expected);
      });
    }

    it('orders by due_on with the undated last in both directions', async () => {
      const rising = await numbers({ sort: 'due_on' });
      const falling = await numbers({ sort: '-due_on' });
      expect(rising.slice(0, 2)).to.deep.equal([3, 1]);
      expect(falling.slice(0, 2)).to.deep.equal([1, 3]);
      expect(rising.slice(2)).to.have.members([2, 4]);
      const first = await page({ sort: 'due_on', limit: 3 });
      const rest = await page({ sort: 'due_on', limit: 3, cursor: first.page.next_cursor! });
      expect([...first.data, ...rest.data].map(({ number }) => number)).to.deep.equal(rising);
    });

    it('filters by status, type and priority, each with any of several', async () => {
      expect(await numbers({ status: ['done', 'backlog'] })).to.deep.equal([3, 1]);
      expect(await numbers({ type: ['bug'] })).to.deep.equal([4, 2]);
      expect(await numbers({ type: ['bug'], priority: ['urgent', 'none'] })).to.deep.equal([2]);
    });

    it('filters by assignee, and by there being none', async () => {
      expect(await numbers({ assignee_id: [scene.member.user_id] })).to.deep.equal([4]);
      expect(await numbers({ unassigned: true })).to.deep.equal([3, 2, 1]);
      expect(await numbers({ unassigned: false })).to.deep.equal([4]);
    });

    it('filters by labels, every one of which must be there', async () => {
      expect(await numbers({ label_id: [labelIds[0]!] })).to.deep.equal([2, 1]);
      expect(await numbers({ label_id: labelIds })).to.deep.equal([2]);
    });

    it('filters by milestone, and by there being none', async () => {
      const project = await createProject(scene.owner);
      const [milestone, empty] = [
        await createMilestone(scene.owner, project),
        await createMilestone(scene.owner, project),
      ];
      const inside = await createTask(scene.member, project, { milestone_id: milestone.id });
      const outside = await createTask(scene.member, project);
      const idsOf = async (milestone_id: string) => {
        const params = { path: { project_id: project.id }, query: { milestone_id } };
        return bodyOf(await scene.viewer.v2.GET(url, { params })).data.map(({ id }) => id);
      };
      expect(await idsOf(milestone.id)).to.deep.equal([inside.id]);
      expect(await idsOf(empty.id)).to.deep.equal([]);
      expect(await idsOf('none')).to.deep.equal([outside.id]);
    });

    it('filters by keys, in either case', async () => {
      expect(await numbers({ key: [tasks[2]!.key] })).to.deep.equal([3]);
      expect(await numbers({ key: [tasks[0]!.key.toLowerCase(), tasks[3]!.key] })).to.deep.equal([4, 1]);
      const elsewhere = await createTask(scene.member, await createProject(scene.owner));
      expect(await numbers({ key: [elsewhere.key] })).to.deep.equal([]);
      expect(await numbers({ key: ['NOWHERE-1', `${scene.project.key}-9999999999`] })).to.deep.equal([]);
    });

    it('filters by what tasks were imported as', async () => {
      const project = await createProject(scene.owner);
      const kinds: Record<string, string> = {};
      for (const kind of ['issue', 'pull_request', 'task', undefined]) {
        const { id } = await createTask(scene.owner, project);
        kinds[id] = String(kind);
        if (kind === undefined) continue;
        await makeImported(scene.app, { id }, kind);
      }
      const kindsFor = async (external_kind: ('issue' | 'pull_request')[]) => {
        const params = { path: { project_id: project.id }, query: { external_kind } };
        return bodyOf(await scene.viewer.v2.GET(url, { params })).data.map(({ id }) => kinds[id]);
      };
      expect(await kindsFor(['issue'])).to.deep.equal(['issue']);
      expect(await kindsFor(['pull_request'])).to.deep.equal(['pull_request']);
      expect(await kindsFor(['issue', 'pull_request'])).to.deep.equal(['pull_request', 'issue']);
    });

    it('takes the lower bound of a time in, and leaves the upper one out', async () => {
      const { created_at } = tasks[2]!;
      expect(await numbers({ created_after: created_at })).to.deep.equal([4, 3]);
      expect(await numbers({ created_before: created_at })).to.deep.equal([2, 1]);
      const { updated_at } = (await page({ status: ['done'] })).data[0]!;
      expect(await numbers({ updated_after: updated_at })).to.deep.equal([1]);
      expect(await numbers({ updated_before: updated_at })).to.deep.equal([4, 3, 2]);
      expect(await numbers({ due_after: '2026-11-30' })).to.deep.equal([3, 1]);
      expect(await numbers({ due_before: '2026-11-30' })).to.deep.equal([]);
    });

    it('finds by full text, in other forms of the word, phrases and exclusions', async () => {
      expect(await numbers({ q: 'key' })).to.deep.equal([1]);
      expect(await numbers({ q: '"login page"' })).to.deep.equal([2]);
      expect(await numbers({ q: 'login -page' })).to.deep.equal([4]);
      expect(await numbers({ q: tasks[2]!.key })).to.deep.equal([3]);
      expect(await numbers({ q: "'; DROP TABLE tasks; --" })).to.deep.equal([]);
    });

    it('counts all that the filters leave, on request', async () => {
      const { page: counted } = await page({ type: ['bug'], limit: 1, include_total: true });
      expect(counted).to.include({ total: 2, has_more: true });
    });

    it('links to the next page with the same filters', async () => {
      const params = { path: { project_id: projectId }, query: { type: ['bug' as const], limit: 1 } };
      const { response } = await scene.viewer.v2.GET(url, { params });
      const link = /^<(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')!;
      const next = new URL(link[1]!, scene.app.url);
      expect(next.pathname).to.equal(`/api/v2/projects/${projectId}/tasks`);
      expect(next.searchParams.getAll('type')).to.deep.equal(['bug']);
      const { data } = await page({ type: ['bug'], limit: 1, cursor: next.searchParams.get('cursor')! });
      expect(data.map(({ number }) => number)).to.deep.equal([2]);
    });
  });

  describe('400', () => {
    it('refuses a cursor that belongs to other filters', async () => {
      const { page: first } = await page({ limit: 1 });
      const query = { limit: 1, type: ['bug' as const], cursor: first.next_cursor! };
      const result = await scene.viewer.v2.GET(url, { params: { path: { project_id: projectId }, query } });
      expect(refusalOf(result)).to.deep.equal({ status: 400, code: 'validation_failed' });
    });
  });

  describe('404', () => {
    it('hides the tasks of a foreign and of a private project', async () => {
      const secret = await createProject(scene.owner, { visibility: 'private' });
      const missing = { status: 404, code: 'not_found' };
      const list = (who: 'stranger' | 'member', id: string) =>
        scene[who].v2.GET(url, { params: { path: { project_id: id } } });
      expect(refusalOf(await list('stranger', projectId))).to.deep.equal(missing);
      expect(refusalOf(await list('member', secret.id))).to.deep.equal(missing);
    });
  });
});
