import { expect } from 'chai';
import type { Task, TaskBulkOperation, TaskBulkReport } from '../../../../generated/v2/types.ts';
import { addDependency, bodyOf, createLabel, createTask } from '../../../support/factories.ts';
import { useScene } from '../../../support/scene.ts';
import { tracesOf } from '../../../support/traces.ts';

describe('operations of a bulk that come after others on the same tasks', () => {
  const scene = useScene();

  const bulk = async (...operations: readonly TaskBulkOperation[]): Promise<TaskBulkReport> =>
    bodyOf(await scene.owner.v2.POST('/api/v2/tasks/bulk', { body: { operations: [...operations] } }));
  const statusesOf = ({ results }: TaskBulkReport): (readonly [number, string | undefined])[] =>
    results.map(({ status, problem }) => [status, problem?.code]);
  const deleted = ({ id }: Task): TaskBulkOperation => ({ action: 'delete', task_id: id });

  const later: Readonly<Record<string, (task: Task, label_id: string) => TaskBulkOperation>> = {
    deletes: (task) => deleted(task),
    changes: ({ id }) => ({ action: 'update', task_id: id, changes: { title: 'b' } }),
    labels: ({ id }, label_id) => ({ action: 'add_label', task_id: id, label_id }),
    'takes a label off': ({ id }, label_id) => ({ action: 'remove_label', task_id: id, label_id }),
    moves: ({ id }) => ({ action: 'transition', task_id: id, transition: { to: 'in_progress' } }),
  };
  for (const [what, make] of Object.entries(later)) {
    it(`find nothing where one ${what} a task that was deleted`, async () => {
      const task = await createTask(scene.owner, scene.project);
      const { id } = await createLabel(scene.owner, scene.project);
      const report = await bulk(deleted(task), make(task, id));
      expect(statusesOf(report)).to.deep.equal([
        [204, undefined],
        [404, 'not_found'],
      ]);
      const { audit, events } = await tracesOf(scene.app, 'task', task.id);
      expect(audit.map(({ action }) => action)).to.deep.equal(['task.create', 'task.delete']);
      expect(events.map(({ type }) => type)).to.deep.equal(['task.created', 'task.deleted']);
    });
  }

  it('end no dependency of a task that was deleted', async () => {
    const waiting = await createTask(scene.owner, scene.project);
    const blocking = await createTask(scene.owner, scene.project);
    const { id } = await addDependency(scene.owner, waiting, blocking);
    expect(statusesOf(await bulk(deleted(waiting), deleted(blocking)))).to.deep.equal([
      [204, undefined],
      [204, undefined],
    ]);
    const { events } = await tracesOf(scene.app, 'dependency', id);
    expect(events.map(({ type }) => type)).to.deep.equal(['dependency.added']);
  });

  it('take up to fifty labels, and no more', async () => {
    const labels: string[] = [];
    for (let count = 0; count < 52; count++) labels.push((await createLabel(scene.owner, scene.project)).id);
    const { id: task_id } = await createTask(scene.owner, scene.project, { label_ids: labels.slice(0, 49) });
    const report = await bulk(
      ...labels.slice(49).map((label_id): TaskBulkOperation => ({ action: 'add_label', task_id, label_id })),
    );
    expect(statusesOf(report)).to.deep.equal([
      [200, undefined],
      [409, 'value_out_of_range'],
      [409, 'value_out_of_range'],
    ]);
  });
});
