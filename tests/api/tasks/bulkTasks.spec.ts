import { expect } from 'chai';
import type { Task, TaskBulkOperation, TaskBulkReport } from '../../../generated/v2/types.ts';
import { addDependency, bodyOf, createLabel, createProject, createTask, moveTask } from '../../support/factories.ts';
import { archiveProject, joinProject, refusalOf, useScene } from '../../support/scene.ts';
import { tracesOf } from '../../support/traces.ts';

const url = '/api/v2/tasks/bulk';
const absent = '01939b7c-2f4e-7a10-8c55-0a1b2c3dffff';

describe('v2 bulkTasks POST /tasks/bulk', () => {
  const scene = useScene();
  type Who = 'owner' | 'member' | 'viewer' | 'stranger';
  const post = (who: Who, operations: TaskBulkOperation[], atomic = false) =>
    scene[who].v2.POST(url, { body: { atomic, operations } });
  const bulk = async (who: Who, ...operations: TaskBulkOperation[]): Promise<TaskBulkReport> =>
    bodyOf(await post(who, operations));
  const newTask = (overrides = {}): Promise<Task> => createTask(scene.member, scene.project, overrides);
  const getTask = async ({ id }: Pick<Task, 'id'>): Promise<Task> =>
    bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}', { params: { path: { task_id: id } } }));
  const historyOf = async ({ id }: Pick<Task, 'id'>) =>
    bodyOf(await scene.owner.v2.GET('/api/v2/tasks/{task_id}/history', { params: { path: { task_id: id } } })).data;
  const codesOf = ({ results }: TaskBulkReport) => results.map(({ problem }) => problem?.code ?? null);
  const statusesOf = ({ results }: TaskBulkReport) => results.map(({ status }) => status);
  const transition = (task: Pick<Task, 'id'>, to: Task['status']): TaskBulkOperation => ({
    action: 'transition',
    task_id: task.id,
    transition: { to },
  });
  const remove = (task: Pick<Task, 'id'>): TaskBulkOperation => ({ action: 'delete', task_id: task.id });
  const rename = (task: Pick<Task, 'id'>, title: string, version?: number): TaskBulkOperation => ({
    ...{ action: 'update', task_id: task.id, changes: { title } },
    ...(version === undefined ? {} : { version }),
  });
  const create = (title: string, project = scene.project): TaskBulkOperation => ({
    ...{ action: 'create', project_id: project.id, task: { title, type: 'task', status: 'todo', priority: 'none' } },
  });

  describe('207', () => {
    it('takes the keys of tasks in either case, and names ids', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const [changed, gone, own] = [await newTask(), await newTask(), await newTask()];
      const report = await bulk(
        'member',
        { ...rename(changed, 'Named by its key'), task_id: changed.key } as TaskBulkOperation,
        { ...rename(changed, 'And again', 2), task_id: changed.key.toLowerCase() } as TaskBulkOperation,
        { action: 'add_label', task_id: changed.id.toUpperCase(), label_id: label.id },
        { action: 'remove_label', task_id: changed.key, label_id: label.id },
        { action: 'transition', task_id: changed.key, transition: { to: 'in_progress' } },
        { action: 'delete', task_id: gone.key },
        { ...rename(own, 'Of the wrong version', 7), task_id: own.key } as TaskBulkOperation,
      );
      expect(statusesOf(report)).to.deep.equal([200, 200, 200, 200, 200, 204, 412]);
      const ids = [...Array<string>(5).fill(changed.id), gone.id, own.id];
      expect(report.results.map(({ task_id }) => task_id)).to.deep.equal(ids);
      expect(await getTask(changed)).to.include({ title: 'And again', status: 'in_progress', version: 6 });
    });

    it('returns the same for the key of a hidden task as for a key without a task', async () => {
      const hidden = await createTask(scene.owner, await createProject(scene.owner, { visibility: 'private' }));
      const keys = [hidden.key, 'NOWHERE-1', `${scene.project.key}-9999999999`];
      const { results } = await bulk('member', ...keys.map((id) => rename({ id }, 'Not mine')));
      const [first, ...others] = results.map(({ index: _, ...result }) => result);
      expect(first).to.deep.include({ status: 404, task_id: null, task: null });
      for (const other of others) expect(other).to.deep.equal(first);
    });

    it('carries out every kind of operation, with its history, audit rows and events', async () => {
      const label = await createLabel(scene.owner, scene.project);
      const [changed, moved, labelled, bare, gone] = await Promise.all([
        newTask(),
        newTask(),
        newTask(),
        newTask({ label_ids: [label.id] }),
        newTask(),
      ]);
      const report = await bulk(
        'member',
        create('Made in bulk'),
        rename(changed, 'Renamed in bulk', 1),
        { action: 'transition', task_id: moved.id, transition: { to: 'in_progress', comment: 'All at once.' } },
        { action: 'add_label', task_id: labelled.id, label_id: label.id },
        { action: 'remove_label', task_id: bare.id, label_id: label.id },
        remove(gone),
      );
      expect(report).to.include({ succeeded: 6, failed: 0 });
      expect(statusesOf(report)).to.deep.equal([201, 200, 200, 200, 200, 204]);
      expect(report.results.map(({ index }) => index)).to.deep.equal([0, 1, 2, 3, 4, 5]);
      for (const [index, { task }] of report.results.slice(0, 5).entries()) {
        expect(await getTask(task!), String(index)).to.deep.equal(task);
        expect((await historyOf(task!)).map(({ version }) => version)).to.deep.equal(index === 0 ? [1] : [2, 1]);
      }
      expect((await historyOf(moved))[0]).to.deep.include({ action: 'transitioned', comment: 'All at once.' });
      const created = report.results[0]!.task!;
      const first = await tracesOf(scene.app, 'task', created.id);
      const actor_id = scene.member.user_id;
      expect(first.audit).to.deep.equal([{ action: 'task.create', actor_id, before: null, after: created }]);
      expect(first.events).to.deep.equal([{ type: 'task.created', data: created }]);
      const last = await tracesOf(scene.app, 'task', gone.id);
      expect(last.audit.at(-1)).to.deep.equal({ action: 'task.delete', actor_id, before: gone, after: null });
      expect(last.events.at(-1)).to.deep.equal({ type: 'task.deleted', data: gone });
    });

    it('lets each operation see what those before it did, every one a version of its own', async () => {
      const task = await newTask();
      const report = await bulk(
        'member',
        transition(task, 'in_progress'),
        rename(task, 'Twice', 2),
        transition(task, 'done'),
        remove(task),
      );
      expect(statusesOf(report)).to.deep.equal([200, 200, 200, 204]);
      const { events } = await tracesOf(scene.app, 'task', task.id);
      const types = ['task.created', 'task.transitioned', 'task.updated', 'task.transitioned', 'task.deleted'];
      expect(events.map(({ type }) => type)).to.deep.equal(types);
      expect(report.results.map((result) => result.task?.version)).to.deep.equal([2, 3, 4, undefined]);
    });

    it('returns each refusal in its place, and carries out the others', async () => {
      const [task, waiting, blocker] = await Promise.all([newTask(), newTask(), newTask()]);
      await addDependency(scene.member, waiting, blocker);
      await moveTask(scene.member, waiting, 'in_progress');
      const archived = await createProject(scene.owner);
      const frozen = await createTask(scene.member, archived);
      await archiveProject(scene.owner, archived);
      const theirs = await createTask(scene.stranger, await createProject(scene.stranger));
      const label = await createLabel(scene.owner, await createProject(scene.owner));
      const report = await bulk(
        'member',
        remove({ id: absent }),
        remove(theirs),
        rename(task, 'Stale', 7),
        transition(task, 'done'),
        transition(waiting, 'done'),
        rename(frozen, 'Thawed'),
        create('Into the archive', archived),
        { action: 'add_label', task_id: task.id, label_id: label.id },
        { action: 'update', task_id: task.id, changes: { assignee_id: scene.stranger.user_id } },
        rename(task, 'Fine'),
      );
      expect(codesOf(report)).to.deep.equal([
        ...['not_found', 'not_found', 'precondition_failed', 'invalid_transition', 'task_blocked', 'project_archived'],
        ...['project_archived', 'label_not_in_project', 'assignee_not_in_project', null],
      ]);
      expect(statusesOf(report)).to.deep.equal([404, 404, 412, 409, 409, 409, 409, 409, 409, 200]);
      expect(report).to.include({ succeeded: 1, failed: 9 });
      expect(report.results[0]?.problem).to.deep.equal({ ...report.results[1]!.problem });
      expect(await getTask(task)).to.include({ title: 'Fine', version: 2, status: 'todo' });
    });

    it('knows of blockers that operations before it have finished, or deleted', async () => {
      const [task, one, other] = await Promise.all([newTask(), newTask(), newTask()]);
      for (const blocking of [one, other]) await addDependency(scene.member, task, blocking);
      await moveTask(scene.member, task, 'in_progress');
      const report = await bulk(
        'member',
        transition(task, 'done'),
        remove(one),
        transition(other, 'cancelled'),
        transition(task, 'done'),
      );
      expect(codesOf(report)).to.deep.equal(['task_blocked', null, null, null]);
      const history = await historyOf(task);
      expect(history.map(({ version }) => version)).to.deep.equal([6, 5, 4, 3, 2, 1]);
      expect(history[1]?.changes).to.deep.equal([{ field: 'blocking_task_id', from: one.id, to: null }]);
    });

    it('refuses each operation of a caller who may only read there, even if the task is visible', async () => {
      const project = await createProject(scene.owner);
      await joinProject(scene.app, project, scene.viewer, 'contributor');
      const report = await bulk('viewer', rename(await newTask(), 'No'), create('No'), create('Yes', project));
      expect(codesOf(report)).to.deep.equal(['forbidden', 'forbidden', null]);
    });

    it('gives parallel bulks on the same tasks a history without a gap, and no deadlock', async function () {
      this.timeout(30_000);
      const tasks = await Promise.all(Array.from({ length: 6 }, () => newTask()));
      const orders = [tasks, tasks.toReversed(), [...tasks.slice(3), ...tasks.slice(0, 3)]];
      const responses = await Promise.all(
        [...orders, ...orders].map((order, index) =>
          post(
            'member',
            order.map((task) => rename(task, `By ${index}`)),
          ),
        ),
      );
      expect(responses.map(({ response }) => response.status)).to.deep.equal(responses.map(() => 207));
      for (const task of tasks) {
        expect((await historyOf(task)).map(({ version }) => version)).to.deep.equal([7, 6, 5, 4, 3, 2, 1]);
      }
    });

    it('takes five hundred operations, and numbers what it creates without a gap', async function () {
      this.timeout(30_000);
      const project = await createProject(scene.owner);
      const report = await bulk(
        'member',
        ...Array.from({ length: 500 }, (_, index) => create(`Task ${index}`, project)),
      );
      expect(report).to.include({ succeeded: 500, failed: 0 });
      expect(report.results.map(({ task }) => task?.number)).to.deep.equal(
        Array.from({ length: 500 }, (_, index) => index + 1),
      );
    });
  });

  describe('400', () => {
    it('refuses an unknown action, a field of another action, and more than five hundred', async () => {
      const task = await newTask();
      const bad = [
        { action: 'explode', task_id: task.id },
        { ...remove(task), label_id: absent },
      ] as never[];
      for (const operation of bad) {
        expect(refusalOf(await post('member', [operation]))).to.deep.equal({ status: 400, code: 'validation_failed' });
      }
      const many = Array.from({ length: 501 }, () => remove(task));
      expect(refusalOf(await post('member', many))).to.deep.equal({ status: 400, code: 'validation_failed' });
      expect(await getTask(task)).to.deep.equal(task);
    });

    it('refuses entries that are no objects, each with its place', async () => {
      const operations = [null, true, 7, 'delete', [], [remove({ id: absent })]];
      const { error } = await post('member', operations as never[]);
      expect((error as { errors: unknown }).errors).to.deep.equal(
        operations.map((_, index) => violation(`/operations/${index}`, 'type', 'must be object')),
      );
    });

    it('names the field that is at fault: the action, where that is unknown, missing or no text; one that is too many', async () => {
      const task_id = absent;
      const operations = [
        { action: 'explode', task_id },
        { task_id },
        { action: 7, task_id },
        { action: 'delete', task_id, label_id: absent },
      ];
      const { error } = await post('member', operations as never[]);
      expect((error as { errors: unknown }).errors).to.deep.equal([
        violation('/operations/0/action', 'enum', 'must be one of the values in the contract'),
        violation('/operations/1/action', 'required', "must have required property 'action'"),
        violation('/operations/2/action', 'type', 'must be string'),
        violation('/operations/3/label_id', 'unknown_field', 'is not a field of this object'),
      ]);
    });
  });

  describe('409', () => {
    it('bulk_refused for one bad operation where all or none was asked for, and nothing has changed', async () => {
      const [task, gone] = await Promise.all([newTask(), newTask()]);
      const { error, response } = await post(
        'member',
        [create('Never'), rename(task, 'Never'), remove({ id: absent }), remove(gone), transition(task, 'done')],
        true,
      );
      expect([response.status, error?.code]).to.deep.equal([409, 'bulk_refused']);
      const { errors } = error as { errors: { pointer: string; code: string }[] };
      expect(errors.map(({ pointer, code }) => [pointer, code])).to.deep.equal([
        ['/operations/2', 'not_found'],
        ['/operations/4', 'invalid_transition'],
      ]);
      expect([await getTask(task), await getTask(gone)]).to.deep.equal([task, gone]);
      const found = await scene.app.query(`SELECT 1 FROM tasks WHERE project_id = $1 AND title = 'Never'`, [
        scene.project.id,
      ]);
      expect(found).to.deep.equal([]);
    });
  });

  describe('the same Idempotency-Key', () => {
    it('repeats the report, and does nothing twice', async () => {
      const project = await createProject(scene.owner);
      const request = {
        params: { header: { 'Idempotency-Key': 'one-bulk' } },
        body: { atomic: true, operations: [create('Once', project)] },
      };
      const first = await scene.member.v2.POST(url, request);
      const again = await scene.member.v2.POST(url, request);
      expect(bodyOf(again)).to.deep.equal(bodyOf(first));
      expect(await scene.app.query('SELECT 1 FROM tasks WHERE project_id = $1', [project.id])).to.have.length(1);
    });
  });
});

function violation(pointer: string, code: string, detail: string) {
  return { in: 'body', pointer, code, detail };
}
