import { problems } from '../../../../generated/problems.ts';
import type { Task, TaskStatus, TaskTransition } from '../../../../generated/v2/types.ts';
import type { VersionPrecondition } from '../../../problems/precondition.ts';
import { record } from '../../../outbox/record.ts';
import type { Unit } from '../../../platform/unit.ts';
import { lockTaskForWriting } from '../task-access.service.ts';
import { nextStep, recordOf, writeSteps, type Step } from './task-changes.service.ts';
import { assertUnblocked } from '../dependencies/task-dependencies.service.ts';
import { assertTransition, shortestWay } from './task-transitions.policy.ts';

export async function transitionTask(
  unit: Unit,
  taskId: string,
  { to, comment }: TaskTransition,
  precondition: VersionPrecondition,
): Promise<Task> {
  const before = await lockTaskForWriting(unit, taskId, precondition);
  assertTransition(before.status, to);
  return stepTo(unit, before, to, comment);
}

/**
 * Moves a task to a status by the shortest allowed path, for v1, which has no transitions. Every step creates a
 * version.
 */
export async function moveTask(unit: Unit, taskId: string, to: TaskStatus): Promise<Task> {
  return walk(unit, await lockTaskForWriting(unit, taskId, undefined), to);
}

export async function completeTask(unit: Unit, taskId: string): Promise<Task> {
  const task = await lockTaskForWriting(unit, taskId, undefined);
  if (task.status === 'done') throw problems.task_already_completed({ key: task.key });
  return walk(unit, task, 'done');
}

async function walk(unit: Unit, task: Task, to: TaskStatus): Promise<Task> {
  let reached = task;
  for (const status of shortestWay(task.status, to)) reached = await stepTo(unit, reached, status);
  return reached;
}

async function stepTo(unit: Unit, before: Task, to: TaskStatus, comment: string | null = null): Promise<Task> {
  if (to === 'done') await assertUnblocked(unit, before);
  const step = transitionStep(unit, before, { to, comment });
  if (step === undefined) return before;
  await writeSteps(unit, [step]);
  await record(unit, { audit: 'task.transition', event: 'task.transitioned', ...recordOf(step) });
  return step.after;
}

/** Returns the unwritten step to a status. The caller has checked that the transition is allowed. */
export function transitionStep(
  unit: Unit,
  before: Task,
  { to, comment }: { readonly to: TaskStatus; readonly comment: string | null },
): Step | undefined {
  const content = { status: to, completed_at: to === 'done' ? unit.now.toISOString() : null };
  return nextStep(unit, { before, content, action: 'transitioned', comment });
}
