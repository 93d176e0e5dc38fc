import type { ProjectsHandlers } from '../../../generated/v2/handlers.ts';
import { paths } from '../../../generated/v2/paths.ts';
import type { Pager } from '../../contract/controller/pager.ts';
import { created, noContent, ok, okVersioned } from '../../contract/controller/responses.ts';
import { getProjectStats } from './project-stats.service.ts';
import * as members from './project-members.service.ts';
import * as projects from './projects.service.ts';

interface ProjectsOptions {
  readonly pager: Pager;
  readonly deleteProject: projects.DeleteProject;
}

export function createProjectsController({ pager, deleteProject }: ProjectsOptions): ProjectsHandlers {
  return {
    async listProjects({ query }, unit) {
      const list = paths.listProjects();
      const slice = await projects.listProjects(unit, query, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async createProject({ body }, unit) {
      const project = await projects.createProject(unit, body);
      return created(project, paths.getProject({ project_id: project.id }));
    },
    async getProject({ path }, unit) {
      const { project } = await projects.requireProject(unit, path.project_id);
      return okVersioned(project);
    },
    async getProjectStats({ path, query }, unit) {
      return ok(await getProjectStats(unit, path.project_id, query.milestone_id));
    },
    async updateProject({ path, precondition, body }, unit) {
      return okVersioned(await projects.updateProject(unit, path.project_id, body, precondition));
    },
    async deleteProject({ path, precondition }, unit) {
      await deleteProject(unit, path.project_id, precondition);
      return noContent();
    },
    async listProjectMembers({ path, query }, unit) {
      const list = paths.listProjectMembers(path);
      const slice = await members.listProjectMembers(unit, path.project_id, query, pager.read(list, query));
      return pager.respond(list, query, slice);
    },
    async setProjectMember({ path, precondition, body }, unit) {
      return okVersioned(await members.setProjectMember(unit, path, body.role, precondition));
    },
    async removeProjectMember({ path, precondition }, unit) {
      await members.removeProjectMember(unit, path, precondition);
      return noContent();
    },
  };
}
