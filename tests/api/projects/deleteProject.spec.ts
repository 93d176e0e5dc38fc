import { expect } from 'chai';
import type { Task } from '../../../generated/v2/types.ts';
import {
  addDependency,
  bodyOf,
  createComment,
  createImport,
  createLabel,
  createProject,
  createTask,
} from '../../support/factories.ts';
import { createOperator, installation } from '../../support/installation.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}';

describe('v2 deleteProject DELETE /projects/{project_id}', () => {
  const scene = useScene();
  const remove = (who: 'owner' | 'member' | 'viewer' | 'stranger', project: { readonly id: string }, tag?: string) =>
    scene[who].v2.DELETE(url, {
      params: { path: { project_id: project.id }, ...(tag === undefined ? {} : { header: { 'If-Match': tag } }) },
    });

  describe('204', () => {
    it('deletes the project and all that is in it', async () => {
      const project = await createProject(scene.owner);
      const label = await createLabel(scene.owner, project);
      const task = await createTask(scene.owner, project, { label_ids: [label.id] });
      await createComment(scene.owner, task);
      await createImport(scene.owner, project);
      expect((await remove('owner', project, '"1"')).response.status).to.equal(204);
      const params = { path: { project_id: project.id } };
      expect(refusalOf(await scene.owner.v2.GET(url, { params }))).to.deep.equal({ status: 404, code: 'not_found' });
      const inTask = { params: { path: { task_id: task.id } } };
      expect((await scene.owner.v2.GET('/api/v2/tasks/{task_id}', inTask)).response.status).to.equal(404);
      for (const table of [
        'labels',
        'tasks',
        'comments',
        'imports',
        'task_history',
        'task_labels',
        'project_members',
      ]) {
        expect(await scene.app.query(`SELECT FROM ${table} WHERE project_id = $1`, [project.id]), table).to.deep.equal(
          [],
        );
      }
    });

    it('records an audit row with the former state, and an event', async () => {
      const project = await createProject(scene.owner);
      await remove('owner', project);
      const { audit, events } = await tracesOf(scene.app, 'project', project.id);
      const actor_id = scene.owner.user_id;
      expect(audit[1]).to.deep.equal({ action: 'project.delete', actor_id, before: project, after: null });
      expect(events[1]).to.deep.equal({ type: 'project.deleted', data: project });
    });

    it('deletes an archived project, and lets its lead do it', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      await joinProject(scene.app, project, scene.member, 'lead');
      expect((await remove('member', project)).response.status).to.equal(204);
    });

    it('frees tasks of other projects that waited for it, through their histories', async () => {
      const [project, other] = [await createProject(scene.owner), await createProject(scene.owner)];
      const waiting = await createTask(scene.owner, other);
      const blocking = await createTask(scene.owner, project);
      const dependency = await addDependency(scene.owner, waiting, blocking);
      await remove('owner', project);
      const params = { path: { task_id: waiting.id } };
      const { data } = bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
      expect(data[0]).to.deep.include({
        version: 3,
        changes: [{ field: 'blocking_task_id', from: blocking.id, to: null }],
      });
      const { audit, events } = await tracesOf(scene.app, 'dependency', dependency.id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['dependency.add', 'dependency.remove']);
      expect(events.map(({ type }) => type)).to.deep.equal(['dependency.added', 'dependency.removed']);
    });

    it('records each end of a dependency on it once, where the waiting task belongs, and none of its own', async () => {
      const project = await createProject(scene.owner);
      const [one, other] = [await createTask(scene.owner, project), await createTask(scene.owner, project)];
      await addDependency(scene.owner, one, other);
      const waiting = [
        await createTask(scene.owner, await createProject(scene.owner)),
        await createTask(scene.owner, await createProject(scene.owner)),
      ];
      const [first, second] = waiting as [Task, Task];
      for (const [task, blocking] of [
        [first, one],
        [first, other],
        [second, one],
      ] as const)
        await addDependency(scene.owner, task, blocking);
      await remove('owner', project);
      const histories: unknown[] = [];
      for (const { id } of waiting) {
        const params = { path: { task_id: id }, query: { sort: 'version' as const } };
        const { data } = bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}/history', { params }));
        histories.push(data.map(({ version, changes }) => [version, changes[0]?.from ?? null]));
      }
      expect(histories).to.deep.equal([
        [
          [1, null],
          [2, null],
          [3, null],
          [4, one.id],
          [5, other.id],
        ],
        [
          [1, null],
          [2, null],
          [3, one.id],
        ],
      ]);
      const ended = await scene.app.query<{ task_id: string; project_id: string }>(
        `SELECT data ->> 'task_id' AS task_id, project_id FROM events
          WHERE type = 'dependency.removed' AND data ->> 'blocking_task_id' = ANY ($1) ORDER BY task_id`,
        [[one.id, other.id]],
      );
      const expected = [first, first, second].map(({ id, project_id }) => ({ task_id: id, project_id }));
      expect(ended).to.deep.equal(expected.toSorted((a, b) => (a.task_id < b.task_id ? -1 : 1)));
    });

    it('frees the key', async () => {
      const project = await createProject(scene.owner);
      await remove('owner', project);
      expect((await createProject(scene.owner, { key: project.key })).key).to.equal(project.key);
    });
  });

  describe('403', () => {
    it('refuses a contributor', async () => {
      expect(refusalOf(await remove('member', scene.project))).to.deep.equal({ status: 403, code: 'forbidden' });
    });
  });

  describe('404', () => {
    it('returns a second time as if it had never been', async () => {
      const project = await createProject(scene.owner);
      await remove('owner', project);
      expect(refusalOf(await remove('owner', project))).to.deep.equal({ status: 404, code: 'not_found' });
      expect(refusalOf(await remove('stranger', scene.project))).to.deep.equal({ status: 404, code: 'not_found' });
    });
  });

  describe('412', () => {
    it('keeps a project that has changed', async () => {
      const project = await createProject(scene.owner);
      expect(refusalOf(await remove('owner', project, '"2"'))).to.deep.equal({
        status: 412,
        code: 'precondition_failed',
      });
      const params = { path: { project_id: project.id } };
      expect((await scene.owner.v2.GET(url, { params })).data).to.deep.equal(project);
    });
  });
  describe('409 installation_managed', () => {
    it('keeps the project of the error log', async () => {
      const operator = await createOperator(scene.app);
      const params = { path: { project_id: installation.project_id } };
      const refused = await operator.v2.DELETE('/api/v2/projects/{project_id}', { params });
      expect(refusalOf(refused)).to.deep.equal({ status: 409, code: 'installation_managed' });
    });
  });
});
