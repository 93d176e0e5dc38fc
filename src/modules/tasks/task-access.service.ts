import type { Task } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import type { Unit } from '../../platform/unit.ts';
import {
  accessTo,
  assertProjectRole,
  assertWritable,
  isLeadEverywhere,
  visibleProjects,
  type Accessed,
} from '../projects/index.ts';
import type { TaskScope } from './task-lists.repository.ts';
import * as repository from './tasks.repository.ts';
import type { TaskRow } from './tasks.types.ts';

/** @throws AppError `not_found` if the task does not exist or is invisible */
export async function requireTask(unit: Unit, taskId: string): Promise<Accessed<Task>> {
  return accessTo(unit.actor, await repository.findTask(unit.db, unit.actor, taskId));
}

/**
 * Locks the task until the end of the transaction, for a caller who may change it.
 * @throws AppError `not_found`, `forbidden`, `precondition_failed`, `project_archived`, in this order
 */
export async function lockTaskForWriting(unit: Unit, taskId: string, precondition: VersionPrecondition): Promise<Task> {
  return taskForWriting(unit, await repository.lockTask(unit.db, unit.actor, taskId), precondition);
}

/** As lockTaskForWriting, for a row that is already locked. */
export function taskForWriting(unit: Unit, row: TaskRow | undefined, precondition: VersionPrecondition): Task {
  const access = accessTo(unit.actor, row);
  assertProjectRole(access.role, 'contributor');
  assertVersion(access.resource, precondition);
  assertWritable(access);
  return access.resource;
}

/** Returns the scope of tasks in projects that the caller sees. */
export function scopeOf(unit: Unit): TaskScope {
  if (isLeadEverywhere(unit.actor)) return { actor: unit.actor };
  return { actor: unit.actor, projects: visibleProjects(unit.db, unit.actor).select('projects.id') };
}
