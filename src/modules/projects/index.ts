// What other modules may use of projects.
export { AUTHORS, projectsTags, projectTags } from './project-tags.policy.ts';
export { accessTo, type Accessed, type ProjectFacts } from './project-access.policy.ts';
export { assertProjectRole, assertWritable, completionOf, isLeadEverywhere } from './projects.policy.ts';
export { visibleProjects } from './projects.repository.ts';
export { setProjectMember } from './project-members.service.ts';
export {
  createProject,
  lockProjectForShare,
  lockProjects,
  requireProject,
  shareProjects,
  updateProject,
} from './projects.service.ts';
export type { AccessedProject } from './projects.types.ts';
