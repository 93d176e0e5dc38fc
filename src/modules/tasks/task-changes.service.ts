import { problems } from '../../../generated/problems.ts';
import type { Task, TaskChange } from '../../../generated/v2/types.ts';
import { record } from '../../events/record.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { replaceTask, replaceTaskLabels } from './tasks.repository.ts';

const plainFields = ['title', 'description', 'type', 'status', 'priority', 'assignee_id', 'due_on'] as const;

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
  readonly comment?: string | undefined;
}

const traces = {
  updated: { audit: 'task.update', event: 'task.updated' },
  transitioned: { audit: 'task.transition', event: 'task.transitioned' },
} as const;

/** Makes the next version of a task with its history, audit row and event; nothing at all where nothing differs. */
export async function changeTask(unit: Unit, { before, content, action, comment = '' }: Change): Promise<Task> {
  const changes = changesBetween(before, { ...before, ...content });
  if (changes.length === 0) return before;
  const after = { ...before, ...content, version: before.version + 1, updated_at: unit.now.toISOString() };
  const said = comment === '' ? null : comment;
  const note = { id: newId(), action, actor_id: unit.actor.user_id, changes, comment: said };
  if (!(await replaceTask(unit.db, after, note))) throw problems.precondition_failed();
  if (changes.some(({ field }) => field === 'label_id')) await replaceTaskLabels(unit.db, after);
  await record(unit, {
    ...traces[action],
    resource: { type: 'task', id: after.id },
    project_id: after.project_id,
    before,
    after,
    data: { task: after, changes, comment: said },
  });
  return after;
}
