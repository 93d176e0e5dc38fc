import { problems } from '../../../generated/problems.ts';
import type { Task, TaskHistoryEntry } from '../../../generated/v2/types.ts';
import { AppError } from '../../errors/app-error.ts';
import { assertVersion, type VersionPrecondition } from '../../errors/precondition.ts';
import { record } from '../../events/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { holdLabels, type HeldLabel } from '../labels/index.ts';
import { holdMilestone, type HeldMilestone } from '../milestones/index.ts';
import {
  accessTo,
  assertProjectRole,
  assertWritable,
  isLeadEverywhere,
  requireProject,
  visibleProjects,
  type Accessed,
} from '../projects/index.ts';
import { writeChange } from './task-changes.service.ts';
import { listHistoryRows, listTaskRows, listTaskRowsByOffset, type TaskScope } from './task-lists.repository.ts';
import * as repository from './tasks.repository.ts';
import type { TaskEdit, TaskFilters, TaskInput, UnnumberedTask } from './tasks.types.ts';

/** @throws AppError `not_found` where the task is absent or invisible */
export async function requireTask(unit: Unit, taskId: string): Promise<Accessed<Task>> {
  return accessTo(unit.actor, await repository.findTask(unit.db, unit.actor, taskId));
}

/**
 * The task, held until the end of the transaction, for a caller who may change it.
 * @throws AppError `not_found`, `forbidden`, `precondition_failed`, `project_archived`, in this order
 */
export async function lockTaskForWriting(unit: Unit, taskId: string, precondition: VersionPrecondition): Promise<Task> {
  const access = accessTo(unit.actor, await repository.lockTask(unit.db, unit.actor, taskId));
  assertProjectRole(access.role, 'contributor');
  assertVersion(access.resource, precondition);
  assertWritable(access);
  return access.resource;
}

export async function listProjectTasks(
  unit: Unit,
  projectId: string,
  filters: TaskFilters,
  page: PageRequest,
): Promise<Slice<Task>> {
  await requireProject(unit, projectId);
  return listTaskRows(unit.db, { actor: unit.actor }, { ...filters, project_id: projectId }, page);
}

export async function listTasks(unit: Unit, filters: TaskFilters, page: PageRequest): Promise<Slice<Task>> {
  return listTaskRows(unit.db, scopeOf(unit), filters, page);
}

export async function listTasksByOffset(
  unit: Unit,
  filters: TaskFilters,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Task[]; readonly total: number }> {
  return listTaskRowsByOffset(unit.db, scopeOf(unit), filters, range);
}

export async function listTaskHistory(unit: Unit, taskId: string, page: PageRequest): Promise<Slice<TaskHistoryEntry>> {
  const { resource: task } = await requireTask(unit, taskId);
  return listHistoryRows(unit.db, task, page);
}

export async function createTask(unit: Unit, projectId: string, input: TaskInput): Promise<Task> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const unnumbered = draftOf(unit, project.id, input);
  await assertAssignable(unit, unnumbered, unnumbered.assignee_id);
  assertOfProject(unnumbered, await holdLabels(unit, unnumbered.label_ids));
  if (unnumbered.milestone_id !== null) assertMilestone(unnumbered, await holdMilestone(unit, unnumbered.milestone_id));
  const numbered = await repository.insertTask(unit.db, unnumbered, newId());
  if (numbered === undefined) {
    // The project was there and in use a moment ago: it has been deleted since (404), or archived.
    await requireProject(unit, projectId);
    throw problems.project_archived();
  }
  const task: Task = { ...unnumbered, ...numbered, origin: null };
  await record(unit, {
    audit: 'task.create',
    event: 'task.created',
    resource: { type: 'task', id: task.id },
    project_id: task.project_id,
    after: task,
    data: task,
  });
  return task;
}

/** As createTask, for v1, whose body names the project: what a body names badly is 409, not 404. */
export async function createTaskInNamedProject(unit: Unit, projectId: string, input: TaskInput): Promise<Task> {
  try {
    return await createTask(unit, projectId, input);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw problems.project_unknown({ project_id: projectId }, { cause: error });
  }
}

export async function updateTask(
  unit: Unit,
  taskId: string,
  edit: TaskEdit,
  precondition: VersionPrecondition,
): Promise<Task> {
  const held = await holdLabels(unit, edit.label_ids ?? []);
  const milestone = typeof edit.milestone_id === 'string' ? await holdMilestone(unit, edit.milestone_id) : undefined;
  const before = await lockTaskForWriting(unit, taskId, precondition);
  const content = contentOf(before, edit);
  if (content.assignee_id !== before.assignee_id) await assertAssignable(unit, before, content.assignee_id);
  if (edit.label_ids !== undefined) assertOfProject(content, held);
  if (content.milestone_id !== before.milestone_id) assertMilestone(content, milestone);
  const written = await writeChange(unit, { before, content, action: 'updated' });
  if (written === undefined) return before;
  await record(unit, { audit: 'task.update', event: 'task.updated', ...written });
  return written.after;
}

export async function deleteTask(unit: Unit, taskId: string, precondition: VersionPrecondition): Promise<void> {
  const task = await lockTaskForWriting(unit, taskId, precondition);
  if (!(await repository.deleteTaskRow(unit.db, task))) throw problems.precondition_failed();
  await record(unit, {
    audit: 'task.delete',
    event: 'task.deleted',
    resource: { type: 'task', id: task.id },
    project_id: task.project_id,
    before: task,
    data: task,
  });
}

function scopeOf(unit: Unit): TaskScope {
  if (isLeadEverywhere(unit.actor)) return { actor: unit.actor };
  return { actor: unit.actor, projects: visibleProjects(unit.db, unit.actor).select('projects.id') };
}

function draftOf(unit: Unit, projectId: string, input: TaskInput): UnnumberedTask {
  const now = unit.now.toISOString();
  return {
    id: newId(),
    organization_id: unit.actor.organization_id,
    project_id: projectId,
    title: input.title,
    description: input.description ?? null,
    type: input.type ?? 'task',
    status: input.status ?? 'todo',
    priority: input.priority ?? 'none',
    assignee_id: input.assignee_id ?? null,
    due_on: input.due_on ?? null,
    milestone_id: input.milestone_id ?? null,
    label_ids: sorted(input.label_ids ?? []),
    created_by_id: unit.actor.user_id,
    completed_at: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}

function contentOf(before: Task, edit: TaskEdit): Task {
  return {
    ...before,
    title: edit.title ?? before.title,
    description: edit.description === undefined ? before.description : edit.description,
    type: edit.type ?? before.type,
    priority: edit.priority ?? before.priority,
    assignee_id: edit.assignee_id === undefined ? before.assignee_id : edit.assignee_id,
    due_on: edit.due_on === undefined ? before.due_on : edit.due_on,
    milestone_id: edit.milestone_id === undefined ? before.milestone_id : edit.milestone_id,
    label_ids: edit.label_ids === undefined ? before.label_ids : sorted(edit.label_ids),
  };
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort();
}

async function assertAssignable(
  unit: Unit,
  task: Pick<Task, 'organization_id' | 'project_id'>,
  userId: string | null,
): Promise<void> {
  if (userId === null || (await repository.isAssignable(unit.db, task, userId))) return;
  throw problems.assignee_not_in_project({ user_id: userId });
}

function assertOfProject(task: Pick<Task, 'project_id' | 'label_ids'>, held: readonly HeldLabel[]): void {
  const own = new Set(held.filter(({ project_id }) => project_id === task.project_id).map(({ id }) => id));
  const foreign = task.label_ids.find((id) => !own.has(id));
  if (foreign !== undefined) throw problems.label_not_in_project({ label_id: foreign });
}

function assertMilestone(task: Pick<Task, 'project_id' | 'milestone_id'>, held: HeldMilestone | undefined): void {
  if (task.milestone_id === null || held?.project_id === task.project_id) return;
  throw problems.milestone_not_in_project({ milestone_id: task.milestone_id });
}
