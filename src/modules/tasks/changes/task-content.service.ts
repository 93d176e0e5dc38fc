import { problems } from '../../../../generated/problems.ts';
import type { Task } from '../../../../generated/v2/types.ts';
import { resourceIdOf, type Unit } from '../../../platform/unit.ts';
import type { LabelFacts } from '../../labels/index.ts';
import type { MilestoneFacts } from '../../milestones/index.ts';
import type { TaskEdit, TaskInput, UnnumberedTask } from '../tasks.types.ts';

/** Returns the first version of a task that a user creates. */
export function draftOf(unit: Unit, projectId: string, input: TaskInput): UnnumberedTask {
  const now = unit.now.toISOString();
  return {
    id: resourceIdOf(unit),
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
    label_ids: [...(input.label_ids ?? [])].sort(),
    created_by_id: unit.actor.user_id,
    completed_at: null,
    origin: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
}

/** Returns a task after an edit. */
export function contentOf(before: Task, edit: TaskEdit): Task {
  return {
    ...before,
    title: edit.title ?? before.title,
    description: edit.description === undefined ? before.description : edit.description,
    type: edit.type ?? before.type,
    priority: edit.priority ?? before.priority,
    assignee_id: edit.assignee_id === undefined ? before.assignee_id : edit.assignee_id,
    due_on: edit.due_on === undefined ? before.due_on : edit.due_on,
    milestone_id: edit.milestone_id === undefined ? before.milestone_id : edit.milestone_id,
    label_ids: edit.label_ids === undefined ? before.label_ids : [...edit.label_ids].sort(),
  };
}

/** @throws AppError `label_not_in_project` (409) for the first label that does not belong to the task's project */
export function assertOfProject(task: Pick<Task, 'project_id' | 'label_ids'>, held: readonly LabelFacts[]): void {
  const own = new Set(held.filter(({ project_id }) => project_id === task.project_id).map(({ id }) => id));
  const foreign = task.label_ids.find((id) => !own.has(id));
  if (foreign !== undefined) throw problems.label_not_in_project({ label_id: foreign });
}

/** Returns the named milestone as a list of at most one. */
export function milestonesOf({ milestone_id }: Pick<TaskEdit, 'milestone_id'>): readonly string[] {
  return typeof milestone_id === 'string' ? [milestone_id] : [];
}

/** @throws AppError `milestone_not_in_project` (409) */
export function assertMilestone(
  task: Pick<Task, 'project_id' | 'milestone_id'>,
  held: readonly MilestoneFacts[],
): void {
  const { project_id, milestone_id } = task;
  if (milestone_id === null || held.some((one) => one.id === milestone_id && one.project_id === project_id)) return;
  throw problems.milestone_not_in_project({ milestone_id });
}
