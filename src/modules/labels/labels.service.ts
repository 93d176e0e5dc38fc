import { problems } from '../../../generated/problems.ts';
import type { Label, LabelCreate, LabelUpdate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { trimName } from '../../platform/names.ts';
import { resourceIdOf, type Unit } from '../../platform/unit.ts';
import { accessTo, assertProjectRole, assertWritable, requireProject } from '../projects/index.ts';
import { PLAIN_COLOR } from './label-import.service.ts';
import * as repository from './labels.repository.ts';
import type { LabelFacts } from './labels.types.ts';

export async function listLabels(unit: Unit, projectId: string, page: PageRequest): Promise<Slice<Label>> {
  const { project } = await requireProject(unit, projectId);
  const { organization_id, id: project_id } = project;
  return repository.listLabelRows(unit.db, { organization_id, project_id }, page);
}

export async function getLabel(unit: Unit, labelId: string): Promise<Label> {
  return accessTo(unit.actor, await repository.findLabel(unit.db, unit.actor, labelId)).resource;
}

export async function createLabel(unit: Unit, projectId: string, input: LabelCreate): Promise<Label> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const now = unit.now.toISOString();
  const label: Label = {
    id: resourceIdOf(unit),
    organization_id: project.organization_id,
    project_id: project.id,
    name: trimName(input.name),
    color: input.color ?? PLAIN_COLOR,
    description: input.description ?? null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  await written(label, repository.insertLabel(unit.db, label));
  await record(unit, {
    audit: 'label.create',
    event: 'label.created',
    resource: { type: 'label', id: label.id },
    project_id: label.project_id,
    after: label,
    data: label,
  });
  return label;
}

export async function updateLabel(
  unit: Unit,
  labelId: string,
  change: LabelUpdate,
  precondition: VersionPrecondition,
): Promise<Label> {
  const before = await lockForWriting(unit, labelId, precondition);
  const after: Label = {
    ...before,
    name: change.name === undefined ? before.name : trimName(change.name),
    color: change.color ?? before.color,
    description: change.description === undefined ? before.description : change.description,
    version: before.version + 1,
    updated_at: unit.now.toISOString(),
  };
  if (!(await written(after, repository.replaceLabel(unit.db, after)))) throw problems.precondition_failed();
  await record(unit, {
    audit: 'label.update',
    event: 'label.updated',
    resource: { type: 'label', id: after.id },
    project_id: after.project_id,
    before,
    after,
    data: after,
  });
  return after;
}

export interface LabelCollaborators {
  /**
   * Removes a label from every task that has it, and records each change. Tasks rank above labels, so modules.ts passes
   * it in.
   */
  readonly takeLabelOffTasks: (unit: Unit, label: Label) => Promise<void>;
}

export type DeleteLabel = (unit: Unit, labelId: string, precondition: VersionPrecondition) => Promise<void>;

export function createLabelDeletion({ takeLabelOffTasks }: LabelCollaborators): DeleteLabel {
  return async (unit, labelId, precondition) => {
    const label = await lockForWriting(unit, labelId, precondition);
    await takeLabelOffTasks(unit, label);
    await repository.deleteLabelRow(unit.db, label);
    await record(unit, {
      audit: 'label.delete',
      event: 'label.deleted',
      resource: { type: 'label', id: label.id },
      project_id: label.project_id,
      before: label,
      data: label,
    });
  };
}

/**
 * Returns those of the labels that exist, with a share lock: they cannot be deleted before the transaction ends. Must
 * be called before a task is locked: deleting a label locks the label first and its tasks after, and the other order
 * would deadlock.
 */
export async function lockLabelsForShare(unit: Unit, labelIds: readonly string[]): Promise<readonly LabelFacts[]> {
  if (labelIds.length === 0) return [];
  return repository.lockLabelRowsForShare(unit.db, unit.actor.organization_id, labelIds);
}

async function lockForWriting(unit: Unit, labelId: string, precondition: VersionPrecondition): Promise<Label> {
  const row = await repository.lockLabel(unit.db, unit.actor, labelId);
  const { resource: label, role, archived_at } = accessTo(unit.actor, row);
  assertProjectRole(role, 'contributor');
  assertVersion(label, precondition);
  assertWritable({ archived_at });
  return label;
}

/**
 * Deleting a project deletes its labels. If the project is deleted between the read and the write, the response is 404,
 * as it would be a moment later.
 */
async function written<Result>(label: Label, statement: Promise<Result>): Promise<Result> {
  try {
    return await statement;
  } catch (error) {
    const violated = constraintOf(error);
    if (violated?.name === 'labels_name_key') throw problems.label_name_taken({ name: label.name }, { cause: error });
    if (violated?.kind === 'foreign_key') throw problems.not_found({}, { cause: error });
    throw error;
  }
}
