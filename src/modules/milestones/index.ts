// What other modules may use of milestones.
export { createMilestone, createMilestoneDeletion, holdMilestones, updateMilestone } from './milestones.service.ts';
export { importMilestone, milestoneNamed, type MilestoneToImport } from './milestone-import.service.ts';
export type { HeldMilestone } from './milestones.types.ts';
