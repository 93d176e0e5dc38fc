import { problems } from '../../../generated/problems.ts';
import type { Task, TaskChange } from '../../../generated/v2/types.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { replaceTask, replaceTaskLabels } from './tasks.repository.ts';

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

/** What differs between two states of a task; labels make one change each. */
export function changesBetween(before: Task, after: Task): TaskChange[] {
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

/** What is changed in a locked task: its new content, and how it came about. */
interface Change {
  readonly before: Task;
  readonly content: Partial<Task>;
  readonly action: 'updated' | 'transitioned';
  readonly comment?: string | null;
}

/** What record() is told of a change, beside its names. */
export interface WrittenChange {
  readonly resource: { readonly type: 'task'; readonly id: string };
  readonly project_id: string;
  readonly before: Task;
  readonly after: Task;
  readonly data: { task: Task; changes: TaskChange[]; comment: string | null };
}

/** Makes the next version of a task, and its entry of the history; undefined where nothing differs. */
export async function writeChange(
  unit: Unit,
  { before, content, action, comment = null }: Change,
): Promise<WrittenChange | undefined> {
  const changes = changesBetween(before, { ...before, ...content });
  if (changes.length === 0) return undefined;
  const after = { ...before, ...content, version: before.version + 1, updated_at: unit.now.toISOString() };
  const note = { id: newId(), action, actor_id: unit.actor.user_id, changes, comment };
  if (!(await replaceTask(unit.db, after, note))) throw problems.precondition_failed();
  if (changes.some(({ field }) => field === 'label_id')) await replaceTaskLabels(unit.db, after);
  const { id, project_id } = after;
  return { resource: { type: 'task', id }, project_id, before, after, data: { task: after, changes, comment } };
}
