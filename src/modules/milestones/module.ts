import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createMilestonesController } from './milestones.controller.ts';
import { createMilestoneDeletion, type MilestoneCollaborators } from './milestones.service.ts';
import { keptMilestones } from './milestones.keeping.ts';

export function createMilestonesModule({ pager }: AppContext, upward: MilestoneCollaborators) {
  const deleteMilestone = createMilestoneDeletion(upward);
  return { v2: createMilestonesController({ pager, deleteMilestone }), kept: { v2: keptMilestones } } satisfies Module;
}
