import type { Milestone } from '../../../generated/v2/types.ts';
import type { ProjectFacts } from '../projects/index.ts';

/** A milestone with the facts of its project that the policy needs. */
export type MilestoneRow = Milestone & ProjectFacts;

export const milestoneColumns = [
  'id',
  'organization_id',
  'project_id',
  'name',
  'description',
  'due_on',
  'state',
  'closed_at',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Milestone)[];

export interface MilestoneFilters {
  readonly state?: Milestone['state'] | undefined;
}

/** A milestone under a share lock, which cannot be deleted before the transaction ends. */
export type MilestoneFacts = Pick<Milestone, 'id' | 'project_id'>;
