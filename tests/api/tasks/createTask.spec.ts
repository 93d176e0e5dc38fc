import { expect } from 'chai';
import type { TaskCreate } from '../../../generated/v2/types.ts';
import { createLabel, createMilestone, createProject, createTask, bodyOf } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/projects/{project_id}/tasks';
const unknownId = '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff';

describe('v2 createTask POST /projects/{project_id}/tasks', () => {
  const scene = useScene();
  const post = (who: 'owner' | 'member' | 'viewer' | 'stranger', body: TaskCreate, project = scene.project) =>
    scene[who].v2.POST(url, { params: { path: { project_id: project.id } }, body });

  describe('201', () => {
    it('makes a task of a title alone: to do, unassigned, by the caller', async () => {
      const project = await createProject(scene.owner);
      const { data, response } = await post('member', { title: 'Rotate the keys' }, project);
      const { id, created_at, ...task } = data!;
      expect(task).to.deep.equal({
        organization_id: project.organization_id,
        project_id: project.id,
        number: 1,
        key: `${project.key}-1`,
        title: 'Rotate the keys',
        description: null,
        type: 'task',
        status: 'todo',
        priority: 'none',
        assignee_id: null,
        due_on: null,
        milestone_id: null,
        label_ids: [],
        created_by_id: scene.member.user_id,
        completed_at: null,
        origin: null,
        version: 1,
        updated_at: created_at,
      });
      expect(response.headers.get('location')).to.equal(`/api/v2/tasks/${id}`);
      expect(response.headers.get('etag')).to.equal('"1"');
    });

    it('takes every field, and returns the labels in order', async () => {
      const labels = [await createLabel(scene.owner, scene.project), await createLabel(scene.owner, scene.project)];
      const ids = labels.map(({ id }) => id);
      const milestone = await createMilestone(scene.owner, scene.project);
      const fields = {
        title: 'Session ends after one minute',
        description: 'Since 2.3.1.',
        type: 'bug',
        status: 'backlog',
        priority: 'high',
        assignee_id: scene.member.user_id,
        due_on: '2026-12-24',
        milestone_id: milestone.id,
      } as const;
      const task = await createTask(scene.member, scene.project, { ...fields, label_ids: ids.toReversed() });
      expect(task).to.include(fields);
      expect(task.label_ids).to.deep.equal(ids.toSorted());
    });

    it('stores the task that it returns, with history, audit row and event', async () => {
      const task = await createTask(scene.member, scene.project);
      const params = { path: { task_id: task.id } };
      expect(bodyOf(await scene.viewer.v2.GET('/api/v2/tasks/{task_id}', { params }))).to.deep.equal(task);
      const history = bodyOf(await scene.viewer.v2.GET('/api/v2/tasks/{task_id}/history', { params })).data;
      expect(history.map(({ version, action, changes }) => ({ version, action, changes }))).to.deep.equal([
        { version: 1, action: 'created', changes: [] },
      ]);
      const { audit, events } = await tracesOf(scene.app, 'task', task.id);
      expect(audit).to.deep.equal([
        { action: 'task.create', actor_id: scene.member.user_id, before: null, after: task },
      ]);
      expect(events).to.deep.equal([{ type: 'task.created', data: task }]);
    });

    it('gives parallel tasks numbers without a gap', async () => {
      const project = await createProject(scene.owner);
      const tasks = await Promise.all(Array.from({ length: 20 }, () => createTask(scene.member, project)));
      const numbers = tasks.map(({ number }) => number).sort((a, b) => a - b);
      expect(numbers).to.deep.equal(Array.from({ length: 20 }, (_, index) => index + 1));
    });

    it('never gives the number of a deleted task again', async () => {
      const project = await createProject(scene.owner);
      const first = await createTask(scene.member, project);
      await scene.member.v2.DELETE('/api/v2/tasks/{task_id}', { params: { path: { task_id: first.id } } });
      expect(await createTask(scene.member, project)).to.include({ number: 2 });
    });

    it('repeats the response for the same Idempotency-Key, and makes one task', async () => {
      const project = await createProject(scene.owner);
      const params = { path: { project_id: project.id }, header: { 'Idempotency-Key': 'rotate-1' } };
      const body = { title: 'Rotate the keys' };
      const first = await scene.member.v2.POST(url, { params, body });
      const second = await scene.member.v2.POST(url, { params, body });
      expect(second.data).to.deep.equal(first.data);
      expect(second.response.headers.get('idempotency-replayed')).to.equal('true');
      const rows = await scene.app.query('SELECT id FROM tasks WHERE project_id = $1', [project.id]);
      expect(rows).to.have.length(1);
    });
  });

  describe('400', () => {
    it('names every violation at once', async () => {
      const body = { title: '', priority: 'soon', colour: 'red' } as never;
      const { error } = await post('member', body);
      const places = error?.code === 'validation_failed' ? error.errors?.map(({ pointer }) => pointer) : [];
      expect(places).to.have.members(['/title', '/priority', '/colour']);
    });

    it('refuses a status that a task cannot start in', async () => {
      const body = { title: 'Done before it began', status: 'done' } as never;
      expect(refusalOf(await post('member', body))).to.deep.equal({ status: 400, code: 'validation_failed' });
    });
  });

  describe('while the project is being deleted', () => {
    it('neither fails nor deadlocks, also with labels', async function () {
      this.timeout(30_000);
      for (let round = 0; round < 5; round += 1) {
        const project = await createProject(scene.owner);
        const label = await createLabel(scene.owner, project);
        const params = { path: { project_id: project.id } };
        const body = { title: 'Too late?', label_ids: [label.id] };
        const [removed, ...responses] = await Promise.all([
          scene.owner.v2.DELETE('/api/v2/projects/{project_id}', { params }),
          ...Array.from({ length: 6 }, () =>
            scene.owner.v2.POST('/api/v2/projects/{project_id}/tasks', { params, body }),
          ),
        ]);
        expect(removed.response.status).to.equal(204);
        for (const refused of responses.filter(({ data }) => data === undefined)) {
          expect(refusalOf(refused)).to.deep.equal({ status: 404, code: 'not_found' });
        }
        expect(await scene.app.query('SELECT 1 FROM tasks WHERE project_id = $1', [project.id])).to.deep.equal([]);
      }
    });
  });

  describe('403', () => {
    it('refuses a viewer of the organization', async () => {
      expect(refusalOf(await post('viewer', { title: 'No' }))).to.deep.equal({ status: 403, code: 'forbidden' });
    });

    it('refuses a member whose role in the project is viewer', async () => {
      const project = await createProject(scene.owner);
      await joinProject(scene.app, project, scene.member, 'viewer');
      expect(refusalOf(await post('member', { title: 'No' }, project))).to.deep.equal({
        status: 403,
        code: 'forbidden',
      });
    });
  });

  describe('404', () => {
    it('hides a project of another organization and a private one alike', async () => {
      const secret = await createProject(scene.owner, { visibility: 'private' });
      const missing = { status: 404, code: 'not_found' };
      expect(refusalOf(await post('stranger', { title: 'No' }))).to.deep.equal(missing);
      expect(refusalOf(await post('member', { title: 'No' }, secret))).to.deep.equal(missing);
    });
  });

  describe('409', () => {
    it('project_archived in an archived project', async () => {
      const project = await createProject(scene.owner);
      await archiveProject(scene.owner, project);
      const refusal = refusalOf(await post('member', { title: 'Late' }, project));
      expect(refusal).to.deep.equal({ status: 409, code: 'project_archived' });
    });

    it('assignee_not_in_project for a stranger, and leaves nothing behind', async () => {
      const project = await createProject(scene.owner);
      const body = { title: 'Yours', assignee_id: scene.stranger.user_id };
      const refusal = refusalOf(await post('member', body, project));
      expect(refusal).to.deep.equal({ status: 409, code: 'assignee_not_in_project' });
      expect(await createTask(scene.member, project)).to.include({ number: 1 });
    });

    it('assignee_not_in_project for a colleague outside of a private project', async () => {
      const secret = await createProject(scene.owner, { visibility: 'private' });
      const body = { title: 'Yours', assignee_id: scene.member.user_id };
      const refusal = refusalOf(await post('owner', body, secret));
      expect(refusal).to.deep.equal({ status: 409, code: 'assignee_not_in_project' });
    });

    it('milestone_not_in_project for a milestone of another project, and for one that is not there', async () => {
      const foreign = await createMilestone(scene.owner, await createProject(scene.owner));
      for (const milestone_id of [foreign.id, unknownId]) {
        const refusal = refusalOf(await post('member', { title: 'Planned', milestone_id }));
        expect(refusal).to.deep.equal({ status: 409, code: 'milestone_not_in_project' });
      }
    });

    it('label_not_in_project for a label of another project, and for one that is not there', async () => {
      const foreign = await createLabel(scene.owner, await createProject(scene.owner));
      for (const label_ids of [[foreign.id], [unknownId]]) {
        const refusal = refusalOf(await post('member', { title: 'Marked', label_ids }));
        expect(refusal).to.deep.equal({ status: 409, code: 'label_not_in_project' });
      }
    });

    it('idempotency_key_reused for another request under the same key', async () => {
      const params = { path: { project_id: scene.project.id }, header: { 'Idempotency-Key': 'reused-1' } };
      await scene.member.v2.POST(url, { params, body: { title: 'One' } });
      const refusal = refusalOf(await scene.member.v2.POST(url, { params, body: { title: 'Two' } }));
      expect(refusal).to.deep.equal({ status: 409, code: 'idempotency_key_reused' });
    });

    it('idempotency_key_reused for the same body in another project', async () => {
      const create = async ({ id }: { readonly id: string }) =>
        scene.member.v2.POST(url, {
          params: { path: { project_id: id }, header: { 'Idempotency-Key': 'reused-2' } },
          body: { title: 'One' },
        });
      expect((await create(scene.project)).response.status).to.equal(201);
      const refusal = refusalOf(await create(await createProject(scene.owner)));
      expect(refusal).to.deep.equal({ status: 409, code: 'idempotency_key_reused' });
    });
  });
});
