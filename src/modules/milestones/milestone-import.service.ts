import type { Milestone } from '../../../generated/v2/types.ts';
import { record } from '../../outbox/record.ts';
import { newId } from '../../platform/ids.ts';
import { trimName } from '../../platform/names.ts';
import type { Unit } from '../../platform/unit.ts';
import { lockMilestoneByNameForShare, insertImportedMilestone } from './milestone-import.repository.ts';

export interface MilestoneToImport extends Pick<Milestone, 'name' | 'description' | 'due_on' | 'state' | 'closed_at'> {
  /** Null means now. */
  readonly created_at: string | null;
  readonly updated_at: string | null;
}

/**
 * Imports a milestone. A milestone with the same name is not changed.
 * @returns whether the milestone is new
 */
export async function importMilestone(unit: Unit, projectId: string, input: MilestoneToImport): Promise<boolean> {
  const now = unit.now.toISOString();
  const updated_at = input.updated_at ?? now;
  const milestone: Milestone = {
    ...input,
    id: newId(),
    name: trimName(input.name),
    organization_id: unit.actor.organization_id,
    project_id: projectId,
    closed_at: input.state === 'closed' ? (input.closed_at ?? updated_at) : null,
    version: 1,
    created_at: input.created_at ?? now,
    updated_at,
  };
  if (!(await insertImportedMilestone(unit.db, milestone))) return false;
  await record(unit, {
    audit: 'milestone.create',
    event: 'milestone.created',
    resource: { type: 'milestone', id: milestone.id },
    project_id: projectId,
    after: milestone,
    data: milestone,
  });
  return true;
}

/** Finds the milestone with this name, and creates it if there is none. */
export async function milestoneNamed(
  unit: Unit,
  projectId: string,
  name: string,
): Promise<{ readonly id: string | null; readonly isNew: boolean }> {
  const known = await lockMilestoneByNameForShare(unit.db, projectId, name);
  if (known !== undefined) return { id: known, isNew: false };
  const plain = { description: null, due_on: null, state: 'open', closed_at: null } as const;
  const isNew = await importMilestone(unit, projectId, { ...plain, name, created_at: null, updated_at: null });
  return { id: (await lockMilestoneByNameForShare(unit.db, projectId, name)) ?? null, isNew };
}
