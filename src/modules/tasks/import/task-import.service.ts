import { problems } from '../../../../generated/problems.ts';
import type { Origin, Task } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { newId } from '../../../platform/ids.ts';
import { normalizeEmail } from '../../../platform/email-address.ts';
import type { Unit } from '../../../platform/unit.ts';
import * as repository from './task-import.repository.ts';
import type { TaskIdentity } from './task-import.types.ts';
import { findAssignable, insertTasks } from '../tasks.repository.ts';

/** Higher numbers are not kept, so that a project never runs out of numbers. */
const NUMBER_MAX = 1_000_000_000;

export interface TaskToImport extends Pick<
  Task,
  'title' | 'description' | 'type' | 'status' | 'priority' | 'assignee_id' | 'due_on' | 'milestone_id' | 'completed_at'
> {
  readonly origin: NonNullable<Origin>;
  readonly identity: TaskIdentity;
  /** Kept if it is larger than all numbers of the project and not above NUMBER_MAX. */
  readonly number: number | null;
  readonly label_ids: readonly string[];
  /** Null means now. */
  readonly created_at: string | null;
  readonly updated_at: string | null;
}

/** Returns the id of the task that an earlier import created, or from which the record was exported. */
export function findImported(unit: Unit, projectId: string, externalId: string): Promise<string | undefined> {
  return repository.findImportedTask(unit.db, projectId, externalId);
}

/**
 * Returns the id of the task that an earlier import created for the record. It is found by lasting id, then by name,
 * and for tasks that were imported before lasting ids were stored, by content. All ids of the record are stored for
 * later imports.
 */
export async function recogniseTask(
  unit: Unit,
  projectId: string,
  record: Pick<TaskToImport, 'identity' | 'origin' | 'title' | 'description' | 'created_at'>,
): Promise<string | undefined> {
  const { identity } = record;
  const { lasting, named, number } = identity;
  const scope = { organization_id: unit.actor.organization_id, project_id: projectId };
  const [first = ''] = named;
  const id =
    (lasting === null ? undefined : await findImported(unit, projectId, lasting)) ??
    (lasting === null && named.length === 1
      ? await findImported(unit, projectId, first)
      : await repository.findTaskByName(unit.db, projectId, identity)) ??
    (lasting === null || number === null
      ? undefined
      : await repository.findTaskAlike(unit.db, scope, { ...record, number }));
  if (id !== undefined && lasting !== null) await repository.insertImportIds(unit.db, { ...scope, id }, identity);
  return id;
}

/**
 * Imports a task with its author and dates as imported facts. The caller has locked the project against other imports,
 * and checked that it is writable and that the task is new.
 * @returns the task's id
 */
export async function importTask(unit: Unit, projectId: string, input: TaskToImport): Promise<string> {
  const { label_ids, number, identity, ...fields } = input;
  const { organization_id } = unit.actor;
  const now = unit.now.toISOString();
  const updated_at = input.updated_at ?? now;
  const unnumbered = {
    ...fields,
    id: newId(),
    organization_id,
    project_id: projectId,
    label_ids: [...label_ids].sort(),
    created_by_id: null,
    completed_at: fields.status === 'done' ? (fields.completed_at ?? updated_at) : null,
    version: 1,
    created_at: input.created_at ?? now,
    updated_at,
  };
  if (number !== null && number <= NUMBER_MAX)
    await repository.skipNumbers(unit.db, organization_id, projectId, number - 1);
  const [numbered] = await insertTasks(unit, [{ ...unnumbered, history_id: newId() }], 'imported');
  if (numbered === undefined) throw problems.project_archived();
  const task: Task = { ...unnumbered, ...numbered };
  await repository.insertImportIds(unit.db, task, identity);
  await record(unit, {
    audit: 'task.create',
    event: 'task.created',
    resource: { type: 'task', id: task.id },
    project_id: projectId,
    after: task,
    data: task,
  });
  return task.id;
}

/** Returns the id of the user with the address, if tasks of the project may be assigned to them. */
export async function assigneeOf(unit: Unit, projectId: string, email: string): Promise<string | undefined> {
  const { organization_id } = unit.actor;
  const user_id = await repository.findMemberByEmail(unit.db, organization_id, normalizeEmail(email));
  if (user_id === undefined) return undefined;
  const assignable = await findAssignable(unit.db, organization_id, [{ project_id: projectId, user_id }]);
  return assignable.length === 0 ? undefined : user_id;
}
