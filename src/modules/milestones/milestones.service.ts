import { problems } from '../../../generated/problems.ts';
import type { Milestone, MilestoneCreate, MilestoneProgress, MilestoneUpdate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { trimName } from '../../platform/names.ts';
import { resourceIdOf, type Unit } from '../../platform/unit.ts';
import { accessTo, assertProjectRole, assertWritable, completionOf, requireProject } from '../projects/index.ts';
import * as repository from './milestones.repository.ts';
import type { MilestoneFacts, MilestoneFilters } from './milestones.types.ts';

export async function listMilestones(
  unit: Unit,
  projectId: string,
  filters: MilestoneFilters,
  page: PageRequest,
): Promise<{ readonly slice: Slice<Milestone>; readonly progress: MilestoneProgress[] }> {
  const { project } = await requireProject(unit, projectId);
  const { organization_id, id: project_id } = project;
  const slice = await repository.listMilestoneRows(unit.db, { organization_id, project_id }, filters, page);
  const ids = slice.rows.map(({ id }) => id);
  const counted = await repository.countTasks(unit.db, organization_id, ids);
  const counts = new Map(counted.map((count) => [count.milestone_id, count]));
  const progress = ids.map((milestone_id) => {
    const count = counts.get(milestone_id) ?? { milestone_id, total: 0, open: 0, done: 0, cancelled: 0 };
    return { ...count, completion: completionOf(count) };
  });
  return { slice, progress };
}

export async function getMilestone(unit: Unit, milestoneId: string): Promise<Milestone> {
  return accessTo(unit.actor, await repository.findMilestone(unit.db, unit.actor, milestoneId)).resource;
}

export async function createMilestone(unit: Unit, projectId: string, input: MilestoneCreate): Promise<Milestone> {
  const { project, role } = await requireProject(unit, projectId);
  assertProjectRole(role, 'contributor');
  assertWritable(project);
  const now = unit.now.toISOString();
  const milestone: Milestone = {
    id: resourceIdOf(unit),
    organization_id: project.organization_id,
    project_id: project.id,
    name: trimName(input.name),
    description: input.description ?? null,
    due_on: input.due_on ?? null,
    state: 'open',
    closed_at: null,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  await written(milestone, repository.insertMilestone(unit.db, milestone));
  await record(unit, {
    audit: 'milestone.create',
    event: 'milestone.created',
    resource: { type: 'milestone', id: milestone.id },
    project_id: milestone.project_id,
    after: milestone,
    data: milestone,
  });
  return milestone;
}

export async function updateMilestone(
  unit: Unit,
  milestoneId: string,
  change: MilestoneUpdate,
  precondition: VersionPrecondition,
): Promise<Milestone> {
  const before = await lockForWriting(unit, milestoneId, precondition);
  const after = applyChange(unit, before, change);
  if (!(await written(after, repository.replaceMilestone(unit.db, after)))) throw problems.precondition_failed();
  await record(unit, {
    audit: 'milestone.update',
    event: 'milestone.updated',
    resource: { type: 'milestone', id: after.id },
    project_id: after.project_id,
    before,
    after,
    data: after,
  });
  return after;
}

export interface MilestoneCollaborators {
  /**
   * Removes every task from a milestone, and records each change. Tasks rank above milestones, so modules.ts passes it
   * in.
   */
  readonly takeTasksOffMilestone: (unit: Unit, milestone: Milestone) => Promise<void>;
}

export type DeleteMilestone = (unit: Unit, milestoneId: string, precondition: VersionPrecondition) => Promise<void>;

export function createMilestoneDeletion({ takeTasksOffMilestone }: MilestoneCollaborators): DeleteMilestone {
  return async (unit, milestoneId, precondition) => {
    const milestone = await lockForWriting(unit, milestoneId, precondition);
    await takeTasksOffMilestone(unit, milestone);
    await repository.deleteMilestoneRow(unit.db, milestone);
    await record(unit, {
      audit: 'milestone.delete',
      event: 'milestone.deleted',
      resource: { type: 'milestone', id: milestone.id },
      project_id: milestone.project_id,
      before: milestone,
      data: milestone,
    });
  };
}

/**
 * Returns those of the milestones that exist, with a share lock: they cannot be deleted before the transaction ends.
 * Must be called before a task is locked: deleting a milestone locks the milestone first and its tasks after, and the
 * other order would deadlock.
 */
export async function lockMilestonesForShare(
  unit: Unit,
  milestoneIds: readonly string[],
): Promise<readonly MilestoneFacts[]> {
  if (milestoneIds.length === 0) return [];
  return repository.lockMilestoneRowsForShare(unit.db, unit.actor.organization_id, milestoneIds);
}

async function lockForWriting(unit: Unit, milestoneId: string, precondition: VersionPrecondition): Promise<Milestone> {
  const row = await repository.lockMilestone(unit.db, unit.actor, milestoneId);
  const { resource: milestone, role, archived_at } = accessTo(unit.actor, row);
  assertProjectRole(role, 'contributor');
  assertVersion(milestone, precondition);
  assertWritable({ archived_at });
  return milestone;
}

function applyChange(unit: Unit, before: Milestone, change: MilestoneUpdate): Milestone {
  const now = unit.now.toISOString();
  const state = change.state ?? before.state;
  return {
    ...before,
    name: change.name === undefined ? before.name : trimName(change.name),
    description: change.description === undefined ? before.description : change.description,
    due_on: change.due_on === undefined ? before.due_on : change.due_on,
    state,
    closed_at: state === 'open' ? null : (before.closed_at ?? now),
    version: before.version + 1,
    updated_at: now,
  };
}

/**
 * Deleting a project deletes its milestones. If the project is deleted between the read and the write, the response is
 * 404, as it would be a moment later.
 */
async function written<Result>(milestone: Milestone, statement: Promise<Result>): Promise<Result> {
  try {
    return await statement;
  } catch (error) {
    const violated = constraintOf(error);
    if (violated?.name === 'milestones_name_key')
      throw problems.milestone_name_taken({ name: milestone.name }, { cause: error });
    if (violated?.kind === 'foreign_key') throw problems.not_found({}, { cause: error });
    throw error;
  }
}
