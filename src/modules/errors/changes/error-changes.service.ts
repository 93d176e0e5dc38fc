import type { ErrorGroup, ErrorUpdate } from '../../../../generated/v2/types.ts';
import { record } from '../../../outbox/record.ts';
import type { AnonymousUnit, Unit } from '../../../platform/unit.ts';
import { assertVersion, type VersionPrecondition } from '../../../problems/precondition.ts';
import { accessTo, assertProjectRole, assertWritable } from '../../projects/index.ts';
import { assertAssignable } from '../../tasks/index.ts';
import type { ErrorRow } from '../errors.types.ts';
import { becomes, errorAfter } from './error-changes.policy.ts';
import * as repository from './error-changes.repository.ts';

/** A change of an error; `after` is undefined if it is deleted. */
export interface ErrorStep {
  readonly before: ErrorGroup;
  readonly after: ErrorGroup | undefined;
}

/**
 * Locks the error until the end of the transaction, for a caller who may change it.
 * @throws AppError `not_found`, `forbidden`, `precondition_failed`, `project_archived`, in this order
 */
export async function lockErrorForWriting(
  unit: Unit,
  errorId: string,
  precondition: VersionPrecondition,
): Promise<ErrorGroup> {
  const [row] = await repository.lockErrors(unit.db, unit.actor, [errorId]);
  return errorForWriting(unit, row, precondition);
}

/** As lockErrorForWriting, for a row that is already locked. */
export function errorForWriting(unit: Unit, row: ErrorRow | undefined, precondition: VersionPrecondition): ErrorGroup {
  const access = accessTo(unit.actor, row);
  assertProjectRole(access.role, 'contributor');
  assertVersion(access.resource, precondition);
  assertWritable(access);
  return access.resource;
}

/** @throws AppError as lockErrorForWriting; `error_not_resolved`, `assignee_not_in_project` (409) */
export async function updateError(
  unit: Unit,
  errorId: string,
  edit: ErrorUpdate,
  precondition: VersionPrecondition,
): Promise<ErrorGroup> {
  const before = await lockErrorForWriting(unit, errorId, precondition);
  const after = errorAfter(before, edit, unit.now.toISOString());
  if (after === undefined) return before;
  if (after.assignee_id !== before.assignee_id) await assertAssignable(unit, after, after.assignee_id);
  await writeSteps(unit, [{ before, after }]);
  return after;
}

export async function deleteError(unit: Unit, errorId: string, precondition: VersionPrecondition): Promise<void> {
  await writeSteps(unit, [{ before: await lockErrorForWriting(unit, errorId, precondition), after: undefined }]);
}

/** Writes changes of locked errors, the last of each error last, and records each of them. */
export async function writeSteps(unit: AnonymousUnit, steps: readonly ErrorStep[]): Promise<void> {
  const [first] = steps;
  if (first === undefined) return;
  const { organization_id } = first.before;
  const last = new Map(steps.map(({ before, after }) => [before.id, after]));
  const deleted = [...last].flatMap(([id, after]) => (after === undefined ? [id] : []));
  await repository.replaceErrors(
    unit.db,
    organization_id,
    [...last.values()].filter((after) => after !== undefined),
  );
  await repository.deleteErrors(unit.db, organization_id, deleted);
  for (const step of steps) await recordStep(unit, step);
}

async function recordStep(unit: AnonymousUnit, { before, after }: ErrorStep): Promise<void> {
  const { id, organization_id, project_id } = before;
  const resource = { type: 'error', id };
  const change = { resource, organization_id, project_id, is_system: true, before, after };
  if (after === undefined) await record(unit, { audit: 'error.delete', ...change });
  else if (becomes('resolved', before, after))
    await record(unit, { audit: 'error.update', event: 'error.resolved', data: after, ...change });
  else if (becomes('ignored', before, after))
    await record(unit, { audit: 'error.update', event: 'error.ignored', data: after, ...change });
  else await record(unit, { audit: 'error.update', ...change });
}
