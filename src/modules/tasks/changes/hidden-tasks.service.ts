import type { TaskChange, TaskHistoryEntry } from '../../../../generated/v2/types.ts';
import type { Unit } from '../../../platform/unit.ts';
import { scopeOf } from '../task-access.service.ts';
import { listHiddenIds } from '../task-lists.repository.ts';

/** Removes changes from a history that name another task which the caller cannot see. */
export async function withoutHiddenTasks(
  unit: Unit,
  entries: readonly TaskHistoryEntry[],
): Promise<TaskHistoryEntry[]> {
  const named = new Set(entries.flatMap(({ changes }) => changes.flatMap(taskNamedBy)));
  const hidden = named.size === 0 ? [] : await listHiddenIds(unit.db, scopeOf(unit), [...named]);
  if (hidden.length === 0) return [...entries];
  const isShown = (change: TaskChange): boolean => !taskNamedBy(change).some((id) => hidden.includes(id));
  return entries.map((entry) => ({ ...entry, changes: entry.changes.filter(isShown) }));
}

function taskNamedBy({ field, from, to }: TaskChange): string[] {
  const id = from ?? to;
  return field === 'blocking_task_id' && id !== null ? [id] : [];
}
