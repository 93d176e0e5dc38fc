import { problems } from '../../../../generated/problems.ts';
import type { Task, TaskDependency } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { recordAll } from '../../../outbox/record-all.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Unit } from '../../../platform/unit.ts';
import { assertPrecondition, type VersionPrecondition } from '../../../problems/precondition.ts';
import { accessTo, assertProjectRole, assertWritable } from '../../projects/index.ts';
import { nextStep, writeSteps, type Step } from '../changes/task-changes.service.ts';
import * as repository from './task-dependencies.repository.ts';
import { isOpen } from '../changes/task-transitions.policy.ts';
import { lockTasks } from '../tasks.repository.ts';
import { requireTask, scopeOf } from '../task-access.service.ts';

export async function listTaskDependencies(
  unit: Unit,
  taskId: string,
  direction: 'blocked_by' | 'blocks',
  page: PageRequest,
): Promise<Slice<TaskDependency>> {
  const { resource: task } = await requireTask(unit, taskId);
  return repository.listDependencyRows(unit.db, scopeOf(unit), { task_id: task.id, direction }, page);
}

export async function addTaskDependency(
  unit: Unit,
  taskId: string,
  blockingTaskId: string,
  precondition: VersionPrecondition,
): Promise<TaskDependency> {
  const { task, blocking } = await lockPair(unit, taskId, blockingTaskId);
  const { organization_id } = task;
  const pair = { organization_id, task_id: task.id, blocking_task_id: blocking.id };
  const known = await repository.findDependency(unit.db, pair);
  assertPrecondition(precondition, known && { etag: undefined });
  if (known !== undefined) return known;
  await repository.lockDependencies(unit.db, organization_id);
  if (await repository.isWaitingFor(unit.db, organization_id, blocking.id, task.id))
    throw problems.dependency_cycle(pair);
  const dependency = {
    id: newId(),
    ...pair,
    created_by_id: unit.actor.user_id,
    created_at: unit.now.toISOString(),
  };
  const projects = { project_id: task.project_id, blocking_project_id: blocking.project_id };
  await repository.insertDependency(unit.db, dependency, projects);
  const dependencyChange = { field: 'blocking_task_id', from: null, to: blocking.id } as const;
  const step = nextStep(unit, { before: task, action: 'updated', dependencyChange });
  if (step !== undefined) await writeSteps(unit, [step]);
  await record(unit, {
    audit: 'dependency.add',
    event: 'dependency.added',
    resource: { type: 'dependency', id: dependency.id },
    project_id: task.project_id,
    touches: dependentTags(dependency, task.project_id),
    after: dependency,
    data: dependency,
  });
  return dependency;
}

export async function removeTaskDependency(unit: Unit, taskId: string, blockingTaskId: string): Promise<void> {
  const { task, blocking } = await lockPair(unit, taskId, blockingTaskId);
  const pair = { organization_id: task.organization_id, task_id: task.id, blocking_task_id: blocking.id };
  const dependency = await repository.findDependency(unit.db, pair);
  if (dependency === undefined) throw problems.not_found();
  await endDependencies(unit, [task], [dependency]);
}

/** Deletes dependencies and records the change of each dependent task. The caller has locked those tasks. */
export async function endDependencies(
  unit: Unit,
  waiting: readonly Task[],
  dependencies: readonly TaskDependency[],
): Promise<void> {
  if (dependencies.length === 0) return;
  const ids = dependencies.map(({ id }) => id);
  await repository.deleteDependencies(unit.db, unit.actor.organization_id, ids);
  await writeSteps(unit, releaseSteps(unit, waiting, dependencies));
  const projects = new Map(waiting.map(({ id, project_id }) => [id, project_id]));
  await recordAll(
    unit,
    dependencies.map((dependency) => removalOf(dependency, projects.get(dependency.task_id))),
  );
}

/** Returns what record() needs about a dependency that ends. */
export function removalOf(dependency: TaskDependency, project_id: string | undefined) {
  return {
    audit: 'dependency.remove',
    event: 'dependency.removed' as const,
    resource: { type: 'dependency', id: dependency.id },
    project_id,
    touches: dependentTags(dependency, project_id),
    before: dependency,
    data: dependency,
  };
}

/** The dependent task has a new version. */
function dependentTags({ task_id, organization_id }: TaskDependency, project_id: string | undefined): string[] {
  const tags = [`task:${task_id}`, `task@${organization_id}`];
  return project_id === undefined ? tags : [...tags, `task@${project_id}`];
}

/** Returns the version of a task after one of its dependencies has ended. */
export function releaseStep(unit: Unit, before: Task, { blocking_task_id }: TaskDependency): Step | undefined {
  const dependencyChange = { field: 'blocking_task_id', from: blocking_task_id, to: null } as const;
  return nextStep(unit, { before, action: 'updated', dependencyChange });
}

/** @throws AppError `task_blocked` (409) if the task depends on one that is neither done nor cancelled */
export async function assertUnblocked(unit: Unit, task: Task): Promise<void> {
  const blockers = await repository.listBlockers(unit.db, task.organization_id, [task.id]);
  if (blockers.some(({ status }) => isOpen(status))) throw problems.task_blocked({ key: task.key });
}

/** Locks both tasks. The caller may change the first and see the second. */
async function lockPair(
  unit: Unit,
  taskId: string,
  blockingTaskId: string,
): Promise<{ readonly task: Task; readonly blocking: Task }> {
  const rows = await lockTasks(unit.db, unit.actor, [taskId, blockingTaskId]);
  const access = accessTo(
    unit.actor,
    rows.find(({ id }) => id === taskId),
  );
  const { resource: blocking } = accessTo(
    unit.actor,
    rows.find(({ id }) => id === blockingTaskId),
  );
  assertProjectRole(access.role, 'contributor');
  assertWritable(access);
  return { task: access.resource, blocking };
}

/** Returns one version per dependency. Several of one task follow each other. */
function releaseSteps(unit: Unit, waiting: readonly Task[], dependencies: readonly TaskDependency[]): Step[] {
  const current = new Map(waiting.map((task) => [task.id, task]));
  return dependencies.flatMap((dependency) => {
    const before = current.get(dependency.task_id);
    const step = before && releaseStep(unit, before, dependency);
    if (step === undefined) return [];
    current.set(step.after.id, step.after);
    return [step];
  });
}
