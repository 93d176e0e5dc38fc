// What other modules may use of milestones.
export {
  createMilestone,
  createMilestoneDeletion,
  lockMilestonesForShare,
  updateMilestone,
} from './milestones.service.ts';
export { importMilestone, milestoneNamed, type MilestoneToImport } from './milestone-import.service.ts';
export type { MilestoneFacts } from './milestones.types.ts';
