import { problems } from '../../../../generated/problems.ts';
import { paths } from '../../../../generated/v2/paths.ts';
import type { ErrorGroup, ErrorTaskCreate, Task, TaskPriority } from '../../../../generated/v2/types.ts';
import type { AnonymousUnit, Unit } from '../../../platform/unit.ts';
import { createTask } from '../../tasks/index.ts';
import { findCounts } from '../errors.repository.ts';
import type { ErrorCounts } from '../errors.types.ts';
import * as repository from './error-changes.repository.ts';
import { lockErrorForWriting, writeSteps } from './error-changes.service.ts';

const priorities: Readonly<Record<ErrorGroup['level'], TaskPriority>> = {
  fatal: 'urgent',
  error: 'high',
  warning: 'medium',
  info: 'medium',
  debug: 'medium',
};

export type CreateTaskFromError = (unit: Unit, errorId: string, input: ErrorTaskCreate) => Promise<Task>;

/** @param publicUrl where the error is found, which the task shows */
export function createTaskCreation(publicUrl: string): CreateTaskFromError {
  return async (unit, errorId, input) => {
    const before = await lockErrorForWriting(unit, errorId, undefined);
    if (before.task_id !== null) throw problems.error_has_task({ task_id: before.task_id });
    const counts = await findCounts(unit.db, before);
    const task = await createTask(unit, before.project_id, {
      title: input.title ?? before.title,
      description: descriptionOf(before, counts, new URL(paths.getError({ error_id: before.id }), publicUrl).href),
      type: 'bug',
      priority: input.priority ?? priorities[before.level],
      assignee_id: input.assignee_id === undefined ? before.assignee_id : input.assignee_id,
    });
    const after = { ...before, task_id: task.id, version: before.version + 1, updated_at: unit.now.toISOString() };
    await writeSteps(unit, [{ before, after }]);
    return task;
  };
}

/** Takes the deleted task off the error that it was made of, which can get another one then. */
export async function takeTaskOffError(unit: AnonymousUnit, task: Pick<Task, 'id' | 'organization_id'>): Promise<void> {
  const before = await repository.lockErrorOfTask(unit.db, task.organization_id, task.id);
  if (before === undefined) return;
  const after = { ...before, task_id: null, version: before.version + 1, updated_at: unit.now.toISOString() };
  await writeSteps(unit, [{ before, after }]);
}

function descriptionOf(error: ErrorGroup, counts: ErrorCounts, address: string): string {
  const headline = [error.type, error.message].filter((part) => part !== null && part !== '').join(': ');
  const releases = [...new Set([error.first_release, counts.last_release])].filter((release) => release !== null);
  return [
    headline === '' ? error.title : headline.slice(0, 10_000).toWellFormed(),
    '',
    ...(error.culprit === null ? [] : [`- Where: ${error.culprit}`]),
    `- Occurrences: ${counts.occurrence_count}, of ${counts.user_count} people`,
    ...(releases.length === 0 ? [] : [`- Releases: ${releases.join(' to ')}`]),
    `- Error: ${address}`,
  ].join('\n');
}
