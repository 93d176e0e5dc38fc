import type { AppContext } from '../../app-context.ts';
import type { Module } from '../module.ts';
import { createProjectsController } from './projects.controller.ts';
import { createProjectDeletion, type ProjectCollaborators } from './projects.service.ts';
import { createProjectsV1Controller } from './projects.v1.controller.ts';
import { keptProjects } from './projects.keeping.ts';

export function createProjectsModule({ pager }: AppContext, upward: ProjectCollaborators) {
  const deleteProject = createProjectDeletion(upward);
  return {
    v2: createProjectsController({ pager, deleteProject }),
    v1: createProjectsV1Controller({ deleteProject }),
    kept: keptProjects,
  } satisfies Module;
}
