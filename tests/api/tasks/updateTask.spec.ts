import { expect } from 'chai';
import type { TaskUpdate } from '../../../generated/v2/types.ts';
import { bodyOf, createLabel, createMilestone, createProject, createTask } from '../../support/factories.ts';
import { archiveProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/tasks/{task_id}';

describe('v2 updateTask PATCH /tasks/{task_id}', () => {
  const scene = useScene();
  const patch = (who: 'owner' | 'member' | 'viewer' | 'stranger', id: string, body: TaskUpdate, etag?: string) =>
    scene[who].v2.PATCH(url, {
      params: { path: { task_id: id }, header: etag === undefined ? {} : { 'If-Match': etag } },
      body,
    });
  const historyOf = async (id: string) => {
    const params = { path: { task_id: id }, query: { sort: 'version', limit: 100 } as const };
    return bodyOf(await scene.viewer.v2.GET('/api/v2/tasks/{task_id}/history', { params })).data;
  };

  describe('200', () => {
    it('changes the given fields, keeps the others, and increments the version', async () => {
      const task = await createTask(scene.member, scene.project, { priority: 'low', due_on: '2026-12-24' });
      const { data, response } = await patch('member', task.id, { title: 'Anew', due_on: null }, '"1"');
      const { updated_at, ...changed } = data!;
      const { updated_at: before, ...rest } = task;
      expect(changed).to.deep.equal({ ...rest, title: 'Anew', due_on: null, version: 2 });
      expect(Date.parse(updated_at)).to.be.at.least(Date.parse(before));
      expect(response.headers.get('etag')).to.equal('"2"');
    });

    it('leaves history, audit row and event', async () => {
      const task = await createTask(scene.member, scene.project, { title: 'Before' });
      const after = bodyOf(await patch('owner', task.id, { title: 'After', assignee_id: scene.member.user_id }));
      const changes = [
        { field: 'title', from: 'Before', to: 'After' },
        { field: 'assignee_id', from: null, to: scene.member.user_id },
      ];
      expect((await historyOf(task.id)).at(-1)).to.deep.include({
        version: 2,
        action: 'updated',
        actor_id: scene.owner.user_id,
        changes,
        comment: null,
        created_at: after.updated_at,
      });
      const { audit, events } = await tracesOf(scene.app, 'task', task.id);
      const actor_id = scene.owner.user_id;
      expect(audit.at(-1)).to.deep.equal({ action: 'task.update', actor_id, before: task, after });
      expect(events.at(-1)).to.deep.equal({ type: 'task.updated', data: { task: after, changes, comment: null } });
    });

    it('replaces the labels as a set', async () => {
      const [kept, off, on] = [
        await createLabel(scene.owner, scene.project),
        await createLabel(scene.owner, scene.project),
        await createLabel(scene.owner, scene.project),
      ];
      const task = await createTask(scene.member, scene.project, { label_ids: [kept.id, off.id] });
      const after = bodyOf(await patch('member', task.id, { label_ids: [on.id, kept.id] }));
      expect(after.label_ids).to.deep.equal([kept.id, on.id].toSorted());
      expect((await historyOf(task.id)).at(-1)!.changes).to.deep.equal([
        { field: 'label_id', from: off.id, to: null },
        { field: 'label_id', from: null, to: on.id },
      ]);
      const params = { path: { task_id: task.id } };
      expect(bodyOf(await scene.member.v2.GET(url, { params })).label_ids).to.deep.equal(after.label_ids);
    });

    it('puts it into a milestone, into another and out again', async () => {
      const [first, second] = [
        await createMilestone(scene.owner, scene.project),
        await createMilestone(scene.owner, scene.project),
      ];
      const task = await createTask(scene.member, scene.project);
      for (const milestone_id of [first.id, second.id, null]) {
        expect(bodyOf(await patch('member', task.id, { milestone_id })).milestone_id).to.equal(milestone_id);
      }
      const changes = (await historyOf(task.id)).flatMap((entry) => entry.changes);
      expect(changes).to.deep.equal([
        { field: 'milestone_id', from: null, to: first.id },
        { field: 'milestone_id', from: first.id, to: second.id },
        { field: 'milestone_id', from: second.id, to: null },
      ]);
    });

    it('keeps the milestone when something else changes', async () => {
      const { id: milestone_id } = await createMilestone(scene.owner, scene.project);
      const task = await createTask(scene.member, scene.project, { milestone_id });
      expect(bodyOf(await patch('member', task.id, { title: 'Anew' })).milestone_id).to.equal(milestone_id);
    });

    it('makes no version where nothing differs', async () => {
      const task = await createTask(scene.member, scene.project, { priority: 'low' });
      const { data, response } = await patch('member', task.id, { priority: 'low', title: task.title });
      expect(data).to.deep.equal(task);
      expect(response.headers.get('etag')).to.equal('"1"');
      expect(await historyOf(task.id)).to.have.length(1);
      expect((await tracesOf(scene.app, 'task', task.id)).events).to.have.length(1);
    });

    it('gives 50 parallel writers of one version one success, and keeps the history gapless', async function () {
      this.timeout(60_000);
      const task = await createTask(scene.member, scene.project);
      const statuses: number[] = [];
      for (const version of [1, 2]) {
        const tries = Array.from({ length: 50 }, (_, index) =>
          patch('member', task.id, { title: `Try ${version}.${index}` }, `"${version}"`),
        );
        const responses = await Promise.all(tries);
        statuses.push(...responses.map(({ response }) => response.status));
        expect(responses.filter(({ data }) => data !== undefined).map(({ data }) => data!.version)).to.deep.equal([
          version + 1,
        ]);
      }
      expect(statuses.filter((status) => status === 412)).to.have.length(98);
      expect((await historyOf(task.id)).map(({ version }) => version)).to.deep.equal([1, 2, 3]);
    });

    it('lets 50 parallel writers without If-Match all succeed, one version each', async function () {
      this.timeout(60_000);
      const task = await createTask(scene.member, scene.project);
      const tries = Array.from({ length: 50 }, (_, index) => patch('member', task.id, { title: `Try ${index}` }));
      const versions = (await Promise.all(tries)).map(({ data }) => data!.version).sort((a, b) => a - b);
      const expected = Array.from({ length: 50 }, (_, index) => index + 2);
      expect(versions).to.deep.equal(expected);
      expect((await historyOf(task.id)).map(({ version }) => version)).to.deep.equal([1, ...expected]);
    });
  });

  describe('400', () => {
    it('refuses the status, which only a transition changes, and an empty change', async () => {
      const task = await createTask(scene.member, scene.project);
      const invalid = { status: 400, code: 'validation_failed' };
      expect(refusalOf(await patch('member', task.id, { status: 'done' } as never))).to.deep.equal(invalid);
      expect(refusalOf(await patch('member', task.id, {}))).to.deep.equal(invalid);
    });
  });

  describe('403', () => {
    it('refuses a caller who may only read', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('viewer', task.id, { title: 'No' }, '"9"'));
      expect(refusal).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('hides the task of another organization', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('stranger', task.id, { title: 'No' }, '"9"'));
      expect(refusal).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('409', () => {
    it('project_archived, after the version has been checked', async () => {
      const project = await createProject(scene.owner);
      const task = await createTask(scene.member, project);
      await archiveProject(scene.owner, project);
      const archived = { status: 409, code: 'project_archived' };
      expect(refusalOf(await patch('member', task.id, { title: 'Late' }))).to.deep.equal(archived);
      const stale = { status: 412, code: 'precondition_failed' };
      expect(refusalOf(await patch('member', task.id, { title: 'Late' }, '"9"'))).to.deep.equal(stale);
    });

    it('keeps an assignee who cannot see it any more, as long as nobody else is named', async () => {
      const task = await createTask(scene.member, scene.project);
      const { user_id: assignee_id } = scene.stranger;
      await scene.app.query('UPDATE tasks SET assignee_id = $2 WHERE id = $1', [task.id, assignee_id]);
      const { data } = await patch('member', task.id, { assignee_id, title: 'Named again' });
      expect(data).to.include({ assignee_id, title: 'Named again' });
      const changes = { assignee_id, title: 'And again' };
      const operations = [{ action: 'update' as const, task_id: task.id, changes }];
      const report = await scene.member.v2.POST('/api/v2/tasks/bulk', { body: { operations } });
      expect(report.data?.results[0]?.task).to.include(changes);
    });

    it('assignee_not_in_project for a stranger', async () => {
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('member', task.id, { assignee_id: scene.stranger.user_id }));
      expect(refusal).to.deep.equal({ status: 409, code: 'assignee_not_in_project' });
    });

    it('milestone_not_in_project for a milestone of another project', async () => {
      const foreign = await createMilestone(scene.owner, await createProject(scene.owner));
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('member', task.id, { milestone_id: foreign.id }));
      expect(refusal).to.deep.equal({ status: 409, code: 'milestone_not_in_project' });
    });

    it('label_not_in_project for a label of another project', async () => {
      const foreign = await createLabel(scene.owner, await createProject(scene.owner));
      const task = await createTask(scene.member, scene.project);
      const refusal = refusalOf(await patch('member', task.id, { label_ids: [foreign.id] }));
      expect(refusal).to.deep.equal({ status: 409, code: 'label_not_in_project' });
      expect(await historyOf(task.id)).to.have.length(1);
    });
  });

  describe('412', () => {
    it('refuses a stale version and changes nothing', async () => {
      const task = await createTask(scene.member, scene.project);
      bodyOf(await patch('owner', task.id, { title: 'First' }, '"1"'));
      const refusal = refusalOf(await patch('member', task.id, { title: 'Second' }, '"1"'));
      expect(refusal).to.deep.equal({ status: 412, code: 'precondition_failed' });
      const params = { path: { task_id: task.id } };
      expect(bodyOf(await scene.member.v2.GET(url, { params }))).to.include({ title: 'First', version: 2 });
    });
  });
});
