// What other modules may use of milestones.
export { createMilestone, createMilestoneDeletion, holdMilestones, updateMilestone } from './milestones.service.ts';
export type { HeldMilestone } from './milestones.types.ts';
