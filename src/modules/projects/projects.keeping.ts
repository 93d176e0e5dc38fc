import type { ProjectsHandlers as ProjectsV1Handlers } from '../../../generated/v1/handlers.ts';
import type { ProjectsHandlers } from '../../../generated/v2/handlers.ts';
import type { KeepingRule, KeepingRules } from '../../contract/controller/keeping.ts';
import { AUTHORS, projectsTags, projectTags } from './project-tags.policy.ts';

const project: KeepingRule<{ readonly id: string }> = {
  kind: 'project',
  tagsOf: ({ id }, { actor }) => [...projectTags(id, actor), AUTHORS],
};

const list: KeepingRule = {
  kind: 'project',
  tagsOf: (_body, { actor }) => [...projectsTags(actor), AUTHORS],
};

const stats: KeepingRule<{ readonly project_id: string }> = {
  kind: 'analytics',
  tagsOf: ({ project_id }, { actor }) => [...projectTags(project_id, actor), `task@${project_id}`, AUTHORS],
  // Which tasks are overdue depends on the day, in UTC.
  periodOf: (now) => now.toISOString().slice(0, 10),
};

export const keptProjects = {
  v2: {
    getProject: project,
    listProjects: list,
    getProjectStats: stats,
    listProjectMembers: {
      kind: 'project',
      // Members have their names and addresses in the list, and leave projects with the organization.
      tagsOf: (_body, { actor, path }) => [
        ...projectTags(path['project_id'], actor),
        ...[`project_member@${String(path['project_id'])}`, `member@${actor.organization_id}`, 'user@any'],
      ],
    },
  } satisfies KeepingRules<ProjectsHandlers>,
  v1: { getProject: project, listProjects: list, getProjectStats: stats } satisfies KeepingRules<ProjectsV1Handlers>,
};
