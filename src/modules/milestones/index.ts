// What other modules may use of milestones.
export { createMilestone, createMilestoneDeletion, holdMilestone, updateMilestone } from './milestones.service.ts';
export type { HeldMilestone } from './milestones.types.ts';
