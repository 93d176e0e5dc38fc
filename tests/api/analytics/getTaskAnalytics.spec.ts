import { expect } from 'chai';
import type { TaskAnalytics } from '../../../generated/v2/types.ts';
import { createAccount, createMember, type Account } from '../../support/accounts.ts';
import { useApp } from '../../support/app.ts';
import { createMilestone, createProject, createTask, moveTask, setProjectMember } from '../../support/factories.ts';
import { askFigures, refused } from '../../support/figures/ask.ts';

const HOUR_MS = 3_600_000;

describe('v2 getTaskAnalytics GET /analytics/tasks', () => {
  const app = useApp({});
  // The clock of this server moves, so that work takes time.
  before(() => app.clock.hold());

  const get = async (account: Account, query = ''): Promise<TaskAnalytics> => {
    // What happens at the end of a range is not in it.
    app.clock.advance(1);
    return (await askFigures(app, account, `tasks${query}`)).json() as Promise<TaskAnalytics>;
  };

  async function scene() {
    const owner = await createAccount(app);
    return { owner, project: await createProject(owner) };
  }

  describe('200', () => {
    it('shows an empty organization as thirty days of nothing', async () => {
      const { owner } = await scene();
      const figures = await get(owner);
      expect(figures).to.deep.include({ project_id: null, milestone_id: null, created: 0, done: 0, open: 0 });
      expect(figures.cycle_time).to.deep.equal({ count: 0, p50_seconds: null, p85_seconds: null, mean_seconds: null });
      expect(figures.series).to.have.length(30);
      expect(figures.period).to.deep.include({ interval: 'day', time_zone: 'UTC' });
      expect(figures.series[0]!.starts_at).to.equal(figures.period.from);
      expect(figures.series.at(-1)!.ends_at).to.equal(figures.period.to);
    });

    it('measures lead time from creation and cycle time from the first start, to the last completion', async () => {
      const { owner, project } = await scene();
      const task = await createTask(owner, project, { type: 'bug', priority: 'high' });
      app.clock.advance(2 * HOUR_MS);
      await moveTask(owner, task, 'in_progress');
      app.clock.advance(3 * HOUR_MS);
      await moveTask(owner, task, 'done');
      app.clock.advance(HOUR_MS);
      await moveTask(owner, task, 'in_progress');
      app.clock.advance(HOUR_MS);
      await moveTask(owner, task, 'in_review', 'done');
      const figures = await get(owner);
      expect(figures).to.deep.include({ created: 1, done: 1, open: 0 });
      expect(figures.lead_time).to.deep.include({ count: 1, p50_seconds: 7 * 3600, mean_seconds: 7 * 3600 });
      expect(figures.cycle_time).to.deep.include({ count: 1, p50_seconds: 5 * 3600, p85_seconds: 5 * 3600 });
      expect(figures.by_type).to.deep.equal([{ type: 'bug', figures: { created: 1, done: 1, open: 0 } }]);
    });

    it('does not count a task as done that is open again', async () => {
      const { owner, project } = await scene();
      await moveTask(owner, await createTask(owner, project), 'in_progress', 'done', 'in_progress');
      expect(await get(owner)).to.deep.include({ created: 1, done: 0, open: 1 });
    });

    it('shows what was in each status at the end of each interval', async () => {
      const { owner, project } = await scene();
      const from = app.clock.now().toISOString();
      const task = await createTask(owner, project, { status: 'backlog' });
      app.clock.advance(24 * HOUR_MS);
      await moveTask(owner, task, 'todo', 'in_progress');
      app.clock.advance(24 * HOUR_MS);
      await moveTask(owner, task, 'cancelled');
      app.clock.advance(HOUR_MS);
      const { series } = await get(owner, `?interval=hour&from=${from}`);
      const seen = new Set(
        series.map(({ by_status }) =>
          Object.entries(by_status)
            .filter(([, tasks]) => tasks > 0)
            .join(),
        ),
      );
      expect([...seen]).to.deep.equal(['backlog,1', 'in_progress,1', 'cancelled,1']);
    });

    it('limits the figures to a project, and to a milestone with its burn-down', async () => {
      const { owner, project } = await scene();
      const from = app.clock.now().toISOString();
      const due_on = new Date(app.clock.now().getTime() + 10 * 24 * HOUR_MS).toISOString().slice(0, 10);
      const milestone = await createMilestone(owner, project, { due_on });
      app.clock.advance(HOUR_MS);
      await createTask(owner, project, { milestone_id: milestone.id });
      await createTask(owner, project);
      await createTask(owner, await createProject(owner));
      app.clock.advance(HOUR_MS);
      expect((await get(owner, `?project_id=${project.id}`)).created).to.equal(2);
      const burning = await get(owner, `?milestone_id=${milestone.id}&from=${from}`);
      expect(burning).to.deep.include({ created: 1, open: 1, milestone_id: milestone.id });
      expect(burning.series.at(-1)!.ideal_open).to.equal(0);
      const later = await get(
        owner,
        `?milestone_id=${milestone.id}&from=${app.clock.now().toISOString()}&to=${due_on}T00:00:00Z`,
      );
      const ideal = later.series.map(({ ideal_open }) => ideal_open!);
      expect(ideal[0]).to.be.above(0.8).and.below(1);
      expect(ideal).to.deep.equal(ideal.toSorted((a, b) => b - a));
    });

    it('counts tasks of private projects for their members and for admins only', async () => {
      const { owner } = await scene();
      const [member, other] = [await createMember(app, owner), await createMember(app, owner)];
      const project = await createProject(owner, { visibility: 'private' });
      await createTask(owner, project);
      await setProjectMember(owner, project, member);
      for (const [account, created] of [
        [owner, 1],
        [member, 1],
        [other, 0],
      ] as const) {
        expect((await get(account)).created).to.equal(created);
        expect((await get(account, `?project_id=${project.id}`)).created).to.equal(created);
      }
    });

    it('shows a member who loses a project nothing of it any more, although figures are kept', async () => {
      const { owner } = await scene();
      const member = await createMember(app, owner);
      const project = await createProject(owner, { visibility: 'private' });
      await createTask(owner, project);
      await setProjectMember(owner, project, member);
      expect((await get(member)).created).to.equal(1);
      const params = { path: { project_id: project.id, user_id: member.user_id } };
      await owner.v2.DELETE('/api/v2/projects/{project_id}/members/{user_id}', { params });
      expect((await get(member)).created).to.equal(0);
    });

    it('keeps figures for five minutes', async () => {
      const { owner, project } = await scene();
      const [before, tag] = await Promise.all([
        get(owner),
        askFigures(app, owner, 'tasks').then(({ headers }) => headers.get('etag')),
      ]);
      await createTask(owner, project);
      expect(await get(owner)).to.deep.equal(before);
      expect((await askFigures(app, owner, 'tasks')).headers.get('etag')).to.equal(tag);
      // Another question is another response.
      expect((await get(owner, '?interval=week')).created).to.equal(1);
    });

    it('returns a row of CSV for each interval', async () => {
      const { owner, project } = await scene();
      await createTask(owner, project);
      const response = await askFigures(app, owner, 'tasks?interval=month', { accept: 'text/csv' });
      expect(response.headers.get('content-type')).to.match(/^text\/csv/);
      const [header, ...rows] = (await response.text()).split('\r\n');
      expect(header).to.match(/^starts_at,ends_at,created,done,cycle_time_count,/);
      expect(rows.filter((row) => row !== '')).to.have.length((await get(owner, '?interval=month')).series.length);
      const json = await askFigures(app, owner, 'tasks?interval=month');
      expect(json.headers.get('etag')).not.to.equal(response.headers.get('etag'));
    });
  });

  describe('304', () => {
    it('for the tag of a response, whichever media type it had', async () => {
      const { owner } = await scene();
      const query = 'tasks?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z';
      for (const accept of ['application/json', 'text/csv']) {
        const { headers } = await askFigures(app, owner, query, { accept });
        const again = await askFigures(app, owner, query, { accept, 'if-none-match': headers.get('etag')! });
        expect(again.status).to.equal(304);
        expect(again.headers.get('etag')).to.equal(headers.get('etag'));
      }
    });
  });

  describe('400', () => {
    it('for a time zone that does not exist, another interval, or a time that is none', async () => {
      const { owner } = await scene();
      for (const query of [
        'time_zone=Europe/Atlantis',
        'time_zone=%2B01:00',
        'interval=year',
        'from=yesterday',
        'milestone_id=1',
      ])
        expect(await refused(askFigures(app, owner, `tasks?${query}`))).to.deep.equal({
          status: 400,
          code: 'validation_failed',
        });
    });
  });

  describe('409', () => {
    it('for a range that is empty or ends before it begins', async () => {
      const { owner } = await scene();
      for (const query of ['from=2026-02-01T00:00:00Z&to=2026-02-01T00:00:00Z', 'from=2999-01-01T00:00:00Z'])
        expect(await refused(askFigures(app, owner, `tasks?${query}`))).to.deep.equal({
          status: 409,
          code: 'range_empty',
        });
    });

    it('for more than a thousand intervals', async () => {
      const { owner } = await scene();
      const from = 'from=2024-01-01T00:00:00Z';
      for (const query of [
        `interval=hour&${from}`,
        `${from}&to=2026-09-28T00:00:00Z`,
        'from=1900-01-01T00:00:00Z&to=2999-01-01T00:00:00Z&interval=hour',
      ])
        expect(await refused(askFigures(app, owner, `tasks?${query}`))).to.deep.equal({
          status: 409,
          code: 'range_too_long',
        });
      expect((await get(owner, `?${from}&to=2026-09-27T00:00:00Z`)).series).to.have.length(1000);
    });
  });

  describe('412', () => {
    it('for a condition on another representation', async () => {
      const { owner } = await scene();
      expect((await askFigures(app, owner, 'tasks', { 'if-match': '"1"' })).status).to.equal(412);
    });
  });
});
