import { problems } from '../../../generated/problems.ts';
import type { Origin, Task } from '../../../generated/v2/types.ts';
import { record } from '../../events/record.ts';
import { newId } from '../../platform/ids.ts';
import type { Unit } from '../../platform/unit.ts';
import { findImportedTask, findLabelsByName } from './task-import.repository.ts';
import { insertTasks } from './tasks.repository.ts';

export interface TaskToImport extends Pick<
  Task,
  'title' | 'description' | 'type' | 'status' | 'completed_at' | 'created_at' | 'updated_at'
> {
  readonly origin: NonNullable<Origin>;
  readonly label_names: readonly string[];
}

/**
 * Brings a task from elsewhere, with its author and dates as imported facts. One that an earlier import brought stays as
 * it is. The caller holds the project against other imports, and has checked that it may be written.
 */
export async function importTask(
  unit: Unit,
  projectId: string,
  input: TaskToImport,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const known = await findImportedTask(unit.db, projectId, input.origin.external_id);
  if (known !== undefined) return { id: known, isNew: false };
  const { label_names, ...fields } = input;
  const unnumbered = {
    ...fields,
    id: newId(),
    organization_id: unit.actor.organization_id,
    project_id: projectId,
    priority: 'none' as const,
    assignee_id: null,
    due_on: null,
    milestone_id: null,
    label_ids: await findLabelsByName(unit.db, projectId, label_names),
    created_by_id: null,
    version: 1,
  };
  const [numbered] = await insertTasks(unit, [{ ...unnumbered, history_id: newId() }], 'imported');
  if (numbered === undefined) throw problems.project_archived();
  const task: Task = { ...unnumbered, ...numbered };
  await record(unit, {
    audit: 'task.create',
    event: 'task.created',
    resource: { type: 'task', id: task.id },
    project_id: projectId,
    after: task,
    data: task,
  });
  return { id: task.id, isNew: true };
}
