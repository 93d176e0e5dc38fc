import { problems } from '../../../../generated/problems.ts';
import type { Origin, Task } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import { newId } from '../../../platform/ids.ts';
import { normalizeEmail } from '../../../platform/names.ts';
import type { Unit } from '../../../platform/unit.ts';
import * as repository from './task-import.repository.ts';
import type { TaskIdentity } from './task-import.types.ts';
import { findAssignable, insertTasks } from '../tasks.repository.ts';

/** A number is kept up to here, so that a project never runs out of them. */
const NUMBER_MAX = 1_000_000_000;

export interface TaskToImport extends Pick<
  Task,
  'title' | 'description' | 'type' | 'status' | 'priority' | 'assignee_id' | 'due_on' | 'milestone_id' | 'completed_at'
> {
  readonly origin: NonNullable<Origin>;
  readonly identity: TaskIdentity;
  /** Kept where the project has given out none as high, and NUMBER_MAX is not exceeded. */
  readonly number: number | null;
  readonly label_ids: readonly string[];
  /** Null: now. */
  readonly created_at: string | null;
  readonly updated_at: string | null;
}

/** The id of the task that an earlier import brought, or from which the record was exported. */
export function findImported(unit: Unit, projectId: string, externalId: string): Promise<string | undefined> {
  return repository.findImportedTask(unit.db, projectId, externalId);
}

/**
 * The id of the task that an earlier import brought for the record: by its lasting id, then by its names, then, for what
 * was imported before lasting ids were kept, by what it says. Whatever the record is known by is kept for the next time.
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
 * Brings a task from elsewhere, with its author and dates as imported facts. The caller holds the project against other
 * imports, has checked that it may be written, and that the task is not known.
 * @returns its id
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

/** The user who has the address, where tasks of the project may be given to them. */
export async function assigneeOf(unit: Unit, projectId: string, email: string): Promise<string | undefined> {
  const { organization_id } = unit.actor;
  const user_id = await repository.findMemberByEmail(unit.db, organization_id, normalizeEmail(email));
  if (user_id === undefined) return undefined;
  const assignable = await findAssignable(unit.db, organization_id, [{ project_id: projectId, user_id }]);
  return assignable.length === 0 ? undefined : user_id;
}
