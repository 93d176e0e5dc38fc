import { expect } from 'chai';
import type { Label, Project, Task, TaskBulkOperation, TaskBulkReport } from '../../../../generated/v2/types.ts';
import { createComment, listComments } from '../../../../src/modules/comments/comments.service.ts';
import { createLabel, createLabelDeletion, listLabels } from '../../../../src/modules/labels/labels.service.ts';
import { createProject } from '../../../../src/modules/projects/index.ts';
import { takeLabelOffTasks } from '../../../../src/modules/tasks/index.ts';
import { requireTask } from '../../../../src/modules/tasks/task-access.service.ts';
import { transitionTask } from '../../../../src/modules/tasks/changes/task-transitions.service.ts';
import { bulkTasks } from '../../../../src/modules/tasks/bulk/task-bulk.service.ts';
import * as tasks from '../../../../src/modules/tasks/tasks.service.ts';
import type { PageRequest } from '../../../../src/platform/cursor.ts';
import type { Unit } from '../../../../src/platform/unit.ts';
import { countStatements, type CountedDb } from '../../../support/counted-db.ts';
import { useDatabase } from '../../../support/use-database.ts';
import { ownerOn } from '../../../support/owner-on.ts';

// How many statements an operation costs, whatever the number of rows it deals with.

const page: PageRequest = { limit: 50, sort: 'created_at', descending: true, after: undefined, include_total: false };

describe('statements per operation on labels, tasks and comments', () => {
  const database = useDatabase();
  let db: CountedDb;
  let unit: Unit;
  let project: Project;
  let labels: Label[];
  let task: Task;

  before(async () => {
    db = countStatements(database.db);
    unit = await ownerOn(db);
    project = await createProject(unit, { key: 'CORE', name: 'Core platform', visibility: 'organization' });
    labels = [];
    for (const name of ['red', 'blue']) {
      labels.push(await createLabel(unit, project.id, { name, color: '#8b949e' }));
    }
    const label_ids = labels.map(({ id }) => id);
    for (let index = 0; index < 12; index += 1) {
      task = await tasks.createTask(unit, project.id, { title: `Task ${String(index)}`, label_ids });
    }
  });

  const creations = (count: number): TaskBulkOperation[] =>
    Array.from({ length: count }, (_, index) => ({
      ...{ action: 'create' as const, project_id: project.id },
      task: { title: `Task ${String(index)}`, type: 'task', status: 'todo', priority: 'none' },
    }));

  it('getTask: one', async () => {
    expect(await db.countOf(() => requireTask(unit, task.id))).to.equal(1);
  });

  it('lists: one, and one each for the project or task they lie in, except at its first page, and for the total', async () => {
    expect(await db.countOf(() => tasks.listTasks(unit, {}, page))).to.equal(1);
    const counted = { ...page, include_total: true };
    expect(await db.countOf(() => tasks.listTasks(unit, {}, counted))).to.equal(2);
    expect(await db.countOf(() => tasks.listProjectTasks(unit, project.id, {}, page))).to.equal(1);
    expect(await db.countOf(() => tasks.listProjectTasks(unit, project.id, { type: ['bug'] }, page))).to.equal(2);
    expect(await db.countOf(() => tasks.listTaskHistory(unit, task.id, { ...page, sort: 'version' }))).to.equal(2);
    expect(await db.countOf(() => listLabels(unit, project.id, page))).to.equal(2);
    expect(await db.countOf(() => listComments(unit, task.id, {}, page))).to.equal(2);
  });

  it('createTask: the project, the insert, the record; one check for the assignee, two locks for labels', async () => {
    expect(await db.countOf(() => tasks.createTask(unit, project.id, { title: 'Plain' }))).to.equal(3);
    const label_ids = labels.map(({ id }) => id);
    const input = { title: 'Full', assignee_id: unit.actor.user_id, label_ids };
    expect(await db.countOf(() => tasks.createTask(unit, project.id, input))).to.equal(6);
  });

  it('updateTask and transitionTask: lock, read, write, record', async () => {
    expect(await db.countOf(() => tasks.updateTask(unit, task.id, { title: 'Anew' }, undefined))).to.equal(4);
    expect(await db.countOf(() => transitionTask(unit, task.id, { to: 'in_progress' }, undefined))).to.equal(4);
  });

  it('createComment: the task, the insert, the record', async () => {
    expect(await db.countOf(() => createComment(unit, task.id, { body: 'Seen.' }))).to.equal(3);
  });

  it('bulkTasks: the same number for five tasks and for five hundred', async () => {
    const created = await bulkTasks(unit, { operations: creations(5) });
    const ids = (report: TaskBulkReport) => report.results.map(({ task_id }) => task_id!);
    const many = ids(await bulkTasks(unit, { operations: creations(500) }));
    expect(await db.countOf(() => bulkTasks(unit, { operations: creations(5) }))).to.equal(3);
    expect(await db.countOf(() => bulkTasks(unit, { operations: creations(500) }))).to.equal(3);
    for (const some of [ids(created), many]) {
      const move = some.map((task_id) => ({
        action: 'transition' as const,
        task_id,
        transition: { to: 'done' as const },
      }));
      const start = move.map((one) => ({ ...one, transition: { to: 'in_progress' as const } }));
      await bulkTasks(unit, { operations: start });
      expect(await db.countOf(() => bulkTasks(unit, { operations: move }))).to.equal(5);
    }
    const removals = many.map((task_id) => ({ action: 'delete' as const, task_id }));
    expect(await db.countOf(() => bulkTasks(unit, { operations: removals }))).to.equal(6);
  });

  it('deleteLabel: the same number, however many tasks carry it', async () => {
    const [label] = labels;
    const { rows } = await tasks.listTasks(unit, { label_id: [label!.id] }, page);
    const deleteLabel = createLabelDeletion({ takeLabelOffTasks });
    expect(await db.countOf(() => deleteLabel(unit, label!.id, undefined))).to.equal(8);
    expect(rows).to.have.length.above(10);
  });
});
