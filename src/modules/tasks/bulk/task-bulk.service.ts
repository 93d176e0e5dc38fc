import { catalogue, problems } from '../../../../generated/problems.ts';
import type { Refusal, Task, TaskBulk, TaskBulkOperation, TaskBulkReport } from '../../../../generated/v2/types.ts';
import { AppError } from '../../../problems/app-error.ts';
import { refusalOf } from '../../../problems/refusal.ts';
import { recordAll } from '../../../outbox/record-all.ts';
import type { Unit } from '../../../platform/unit.ts';
import { lockLabelsForShare } from '../../labels/index.ts';
import { lockMilestonesForShare } from '../../milestones/index.ts';
import { lockProjects } from '../../projects/index.ts';
import { BulkPlan, type BulkContext, type Planned } from './task-bulk-plan.service.ts';
import { writeSteps } from '../changes/task-changes.service.ts';
import { listBlockers, listWaiting } from '../dependencies/task-dependencies.repository.ts';
import { isKey } from '../task-keys.policy.ts';
import { resolveTaskIds } from '../task-keys.service.ts';
import * as repository from '../tasks.repository.ts';
import type { TaskEdit } from '../tasks.types.ts';

type Result = TaskBulkReport['results'][number];

/**
 * Runs operations in order. The number of statements is constant, except for one insert per project that gets tasks.
 * @throws AppError `bulk_refused` (409) if `atomic` is set and one of them is refused
 */
export async function bulkTasks(unit: Unit, { atomic = false, operations: named }: TaskBulk): Promise<TaskBulkReport> {
  const operations = await withIds(unit, named);
  const plan = new BulkPlan(unit, await prepare(unit, operations));
  const outcomes = operations.map((operation, index) => attempt(plan, operation, named[index]));
  const refusals = outcomes.flatMap((outcome, index) => ('problem' in outcome ? [{ index, ...outcome }] : []));
  if (atomic && refusals.length > 0) throw bulkRefused(refusals);
  const created = await write(unit, plan);
  return {
    succeeded: outcomes.length - refusals.length,
    failed: refusals.length,
    results: outcomes.map((outcome, index) => ({ index, ...resultOf(outcome, created) })),
  };
}

/** Replaces the keys in operations by the ids of their tasks. */
async function withIds({ db, actor }: Unit, operations: readonly TaskBulkOperation[]): Promise<TaskBulkOperation[]> {
  const idOf = await resolveTaskIds(db, actor, distinct(operations.map(taskIdOf)));
  return operations.map((operation) =>
    'task_id' in operation ? { ...operation, task_id: idOf(operation.task_id) } : operation,
  );
}

type Outcome = Planned | { readonly problem: Refusal; readonly task_id: string | null };

/** @param named the operation as it was sent, with the id or the key of its task */
function attempt(plan: BulkPlan, operation: TaskBulkOperation, named: TaskBulkOperation | undefined): Outcome {
  try {
    return plan.add(operation);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problem = refusalOf(error, catalogue);
    // The id of a task must not be shown to a caller who cannot see it and named it by its key.
    const isUnknownKey = problem.status === 404 && isKey((named && taskIdOf(named)) ?? '');
    return { problem, task_id: isUnknownKey ? null : (taskIdOf(operation) ?? null) };
  }
}

function bulkRefused(refusals: readonly { readonly index: number; readonly problem: Refusal }[]): AppError {
  const violations = refusals.map(({ index, problem: { code, detail } }) => ({
    ...{ in: 'body' as const, pointer: `/operations/${index}`, code, detail },
  }));
  return problems.bulk_refused({ count: refusals.length }, { violations });
}

function resultOf(outcome: Outcome, created: ReadonlyMap<string, Task>): Omit<Result, 'index'> {
  if ('problem' in outcome) {
    const { problem, task_id } = outcome;
    return { status: problem.status, task_id, task: null, problem };
  }
  const { status } = outcome;
  if (status === 204) return { status, task_id: outcome.task_id, task: null, problem: null };
  const task = status === 201 ? (created.get(outcome.draft.id) ?? null) : outcome.task;
  return { status, task_id: task?.id ?? null, task, problem: null };
}

/**
 * Reads and locks what the operations concern in the lock order of all transactions: projects, labels, milestones,
 * tasks.
 */
async function prepare(unit: Unit, operations: readonly TaskBulkOperation[]): Promise<BulkContext> {
  const { db, actor } = unit;
  const creations = operations.filter((operation) => operation.action === 'create');
  const edits = operations.flatMap((operation): TaskEdit[] => {
    if (operation.action === 'create') return [operation.task];
    if (operation.action === 'update') return [operation.changes];
    return operation.action === 'add_label' ? [{ label_ids: [operation.label_id] }] : [];
  });
  const projects = await lockProjects(unit, distinct(creations.map(({ project_id }) => project_id)));
  const labels = await lockLabelsForShare(unit, distinct(edits.flatMap(({ label_ids = [] }) => label_ids)));
  const milestones = await lockMilestonesForShare(unit, distinct(edits.map(({ milestone_id }) => milestone_id)));
  const { rows: tasks, waiting } = await lockAll(unit, operations);
  const toDo = operations.filter((one) => one.action === 'transition' && one.transition.to === 'done');
  const blockers = toDo.length === 0 ? [] : await listBlockers(db, actor.organization_id, distinct(toDo.map(taskIdOf)));
  const pairs = operations.flatMap((operation) => pairOf(operation, tasks));
  const assignable = pairs.length === 0 ? [] : await repository.findAssignable(db, actor.organization_id, pairs);
  return {
    projects: new Map(projects.map((access) => [access.project.id, access])),
    ...{ labels, milestones, tasks, waiting, blockers },
    assignable: new Set(assignable.map(({ project_id, user_id }) => `${project_id} ${user_id}`)),
  };
}

/** Locks the named tasks, and those that depend on a task to delete, because its deletion changes them. */
async function lockAll(unit: Unit, operations: readonly TaskBulkOperation[]) {
  const { organization_id } = unit.actor;
  const named = distinct(operations.map(taskIdOf));
  const leaving = distinct(operations.filter(({ action }) => action === 'delete').map(taskIdOf));
  const listLeft = async () => (leaving.length === 0 ? [] : listWaiting(unit.db, organization_id, leaving));
  const expected = (await listLeft()).map(({ task_id }) => task_id);
  const rows = new Map(
    (await repository.lockTasks(unit.db, unit.actor, distinct([...named, ...expected]))).map((row) => [row.id, row]),
  );
  // While tasks are locked no dependency on them can be added. Those added between the two reads are locked now.
  const waiting = await listLeft();
  const late = distinct(waiting.map(({ task_id }) => task_id)).filter((id) => !rows.has(id));
  for (const row of await repository.lockTasks(unit.db, unit.actor, late)) rows.set(row.id, row);
  return { rows, waiting };
}

/** Returns who is to be assigned, and in which project. */
function pairOf(
  operation: TaskBulkOperation,
  tasks: ReadonlyMap<string, Pick<Task, 'project_id'>>,
): repository.Assignable[] {
  const [project_id, edit] =
    operation.action === 'create'
      ? [operation.project_id, operation.task]
      : operation.action === 'update'
        ? [tasks.get(operation.task_id)?.project_id, operation.changes]
        : [];
  const user_id = edit?.assignee_id;
  return project_id === undefined || typeof user_id !== 'string' ? [] : [{ project_id, user_id }];
}

function taskIdOf(operation: TaskBulkOperation): string | undefined {
  return 'task_id' in operation ? operation.task_id : undefined;
}

function distinct(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/**
 * Writes the plan.
 * @returns the created tasks by id
 */
async function write(unit: Unit, plan: BulkPlan): Promise<ReadonlyMap<string, Task>> {
  const { organization_id } = unit.actor;
  const created = new Map<string, Task>();
  for (const project_id of distinct(plan.drafts.map((draft) => draft.project_id))) {
    const drafts = plan.drafts.filter((draft) => draft.project_id === project_id);
    const numbers = await repository.insertTasks(unit, drafts, 'created');
    for (const [index, { history_id: _, ...draft }] of drafts.entries()) {
      const numbered = numbers[index];
      if (numbered === undefined) throw new Error('a locked project assigned no number to a task');
      created.set(draft.id, { ...draft, ...numbered });
    }
  }
  await writeSteps(unit, plan.steps);
  // The dependencies of deleted tasks are deleted with them.
  if (plan.deleted.size > 0) await repository.deleteTaskRows(unit.db, organization_id, [...plan.deleted]);
  const changes = plan.traces.map((trace) => {
    if (!('draft' in trace)) return trace;
    const task = created.get(trace.draft.id);
    if (task === undefined) throw new Error('a planned task was not created');
    const { id, project_id } = task;
    const resource = { type: 'task', id };
    return { audit: 'task.create', event: 'task.created' as const, resource, project_id, after: task, data: task };
  });
  await recordAll(unit, changes);
  return created;
}
