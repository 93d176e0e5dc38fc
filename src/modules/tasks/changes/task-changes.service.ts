import { problems } from '../../../../generated/problems.ts';
import type { Task, TaskChange } from '../../../../generated/v2/types.ts';
import { newId } from '../../../platform/ids.ts';
import type { Unit } from '../../../platform/unit.ts';
import { replaceTaskLabels, replaceTasks } from '../tasks.repository.ts';
import type { HistoryNote } from '../tasks.types.ts';

const plainFields = [
  'title',
  'description',
  'type',
  'status',
  'priority',
  'assignee_id',
  'due_on',
  'milestone_id',
] as const;

/** Returns the differences between two states of a task; each label is a change of its own. */
function changesBetween(before: Task, after: Task): TaskChange[] {
  const changes: TaskChange[] = [];
  for (const field of plainFields) {
    if (before[field] !== after[field]) changes.push({ field, from: before[field], to: after[field] });
  }
  for (const id of before.label_ids) {
    if (!after.label_ids.includes(id)) changes.push({ field: 'label_id', from: id, to: null });
  }
  for (const id of after.label_ids) {
    if (!before.label_ids.includes(id)) changes.push({ field: 'label_id', from: null, to: id });
  }
  return changes;
}

/** A change of a locked task: its new content, and the note for its history. */
interface Change {
  readonly before: Task;
  readonly content?: Partial<Task>;
  readonly action: 'updated' | 'transitioned';
  readonly comment?: string | null;
  /** A change outside of the task's own row: a dependency. */
  readonly dependencyChange?: TaskChange;
}

/** The transition of a task from one version to the next. */
export interface Step {
  readonly before: Task;
  readonly after: Task;
  readonly note: HistoryNote;
}

/** Returns the next version of a task and its history entry, both unwritten; undefined if nothing differs. */
export function nextStep(
  unit: Unit,
  { before, content = {}, action, comment = null, dependencyChange }: Change,
): Step | undefined {
  const changes = [
    ...changesBetween(before, { ...before, ...content }),
    ...(dependencyChange === undefined ? [] : [dependencyChange]),
  ];
  if (changes.length === 0) return undefined;
  const after = { ...before, ...content, version: before.version + 1, updated_at: unit.now.toISOString() };
  const note = { id: newId(), task_id: after.id, version: after.version, action, changes, comment };
  return { before, after, note };
}

/**
 * Writes the next versions of locked tasks with two statements, however many. Several steps of one task are applied in
 * order.
 * @throws AppError `precondition_failed` if a task is no longer in the version that its first step begins with
 */
export async function writeSteps(unit: Unit, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const rewrites = new Map<string, { readonly from_version: number; readonly after: Task }>();
  for (const { before, after } of steps) {
    rewrites.set(after.id, { from_version: rewrites.get(after.id)?.from_version ?? before.version, after });
  }
  const notes = steps.map(({ note }) => note);
  if (!(await replaceTasks(unit, [...rewrites.values()], notes))) throw problems.precondition_failed();
  const relabelled = notes.filter(({ changes }) => changes.some(({ field }) => field === 'label_id'));
  const ids = new Set(relabelled.map(({ task_id }) => task_id));
  const after = [...rewrites.values()].map((rewrite) => rewrite.after).filter(({ id }) => ids.has(id));
  if (after.length > 0) await replaceTaskLabels(unit.db, after);
}

/** Returns what record() needs about a step, except the names of event and audit action. */
export function recordOf({ before, after, note: { changes, comment } }: Step) {
  const data = { task: after, changes: [...changes], comment };
  return { resource: { type: 'task', id: after.id }, project_id: after.project_id, before, after, data };
}
