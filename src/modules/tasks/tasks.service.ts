import { problems } from '../../../generated/problems.ts';
import type { Task, TaskHistoryEntry } from '../../../generated/v2/types.ts';
import { AppError } from '../../problems/app-error.ts';
import type { VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { lockLabelsForShare } from '../labels/index.ts';
import { lockMilestonesForShare } from '../milestones/index.ts';
import { accessTo, assertProjectRole, assertWritable, lockProjectForShare, requireProject } from '../projects/index.ts';
import { withoutHiddenTasks } from './changes/hidden-tasks.service.ts';
import { lockTaskForWriting, requireTask, scopeOf } from './task-access.service.ts';
import { nextStep, recordOf, writeSteps } from './changes/task-changes.service.ts';
import { assertMilestone, assertOfProject, contentOf, draftOf, milestonesOf } from './changes/task-content.service.ts';
import { isFirstPageByStatus, listFirstPage } from './project-tasks.repository.ts';
import { listHistoryRows, listTaskRows, listTaskRowsByOffset } from './task-lists.repository.ts';
import * as repository from './tasks.repository.ts';
import type { TaskEdit, TaskFilters, TaskInput } from './tasks.types.ts';

export async function listProjectTasks(
  unit: Unit,
  projectId: string,
  filters: TaskFilters,
  page: PageRequest,
): Promise<Slice<Task>> {
  if (isFirstPageByStatus(filters, page)) {
    const { facts, slice } = await listFirstPage(unit.db, { actor: unit.actor, project_id: projectId }, filters, page);
    accessTo(unit.actor, facts);
    if (slice !== undefined) return slice;
  } else {
    await requireProject(unit, projectId);
  }
  return listTaskRows(unit.db, { actor: unit.actor }, { ...filters, project_id: [projectId] }, page);
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
  const slice = await listHistoryRows(unit.db, task, page);
  return { ...slice, rows: await withoutHiddenTasks(unit, slice.rows) };
}

export async function createTask(unit: Unit, projectId: string, input: TaskInput): Promise<Task> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const unnumbered = draftOf(unit, project.id, input);
  await assertAssignable(unit, unnumbered, unnumbered.assignee_id);
  if (unnumbered.label_ids.length > 0 || unnumbered.milestone_id !== null) await lockProjectForShare(unit, project.id);
  assertOfProject(unnumbered, await lockLabelsForShare(unit, unnumbered.label_ids));
  assertMilestone(unnumbered, await lockMilestonesForShare(unit, milestonesOf(unnumbered)));
  const [numbered] = await repository.insertTasks(unit, [{ ...unnumbered, history_id: newId() }], 'created');
  if (numbered === undefined) {
    // The project existed and was writable a moment ago, so it has been deleted (404) or archived since.
    await requireProject(unit, projectId);
    throw problems.project_archived();
  }
  const task: Task = { ...unnumbered, ...numbered };
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

/** As createTask, for v1, whose body names the project: an invalid reference in a body is 409, not 404. */
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
  const held = await lockLabelsForShare(unit, edit.label_ids ?? []);
  const milestones = await lockMilestonesForShare(unit, milestonesOf(edit));
  const before = await lockTaskForWriting(unit, taskId, precondition);
  const content = contentOf(before, edit);
  if (content.assignee_id !== before.assignee_id) await assertAssignable(unit, before, content.assignee_id);
  if (edit.label_ids !== undefined) assertOfProject(content, held);
  if (content.milestone_id !== before.milestone_id) assertMilestone(content, milestones);
  const step = nextStep(unit, { before, content, action: 'updated' });
  if (step === undefined) return before;
  await writeSteps(unit, [step]);
  await record(unit, { audit: 'task.update', event: 'task.updated', ...recordOf(step) });
  return step.after;
}

/** @throws AppError `assignee_not_in_project` (409) */
export async function assertAssignable(
  unit: Unit,
  task: Pick<Task, 'organization_id' | 'project_id'>,
  userId: string | null,
): Promise<void> {
  if (userId === null) return;
  const pair = { project_id: task.project_id, user_id: userId };
  if ((await repository.findAssignable(unit.db, task.organization_id, [pair])).length > 0) return;
  throw problems.assignee_not_in_project({ user_id: userId });
}
