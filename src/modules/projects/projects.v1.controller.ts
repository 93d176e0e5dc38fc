import type { ProjectsHandlers } from '../../../generated/v1/handlers.ts';
import { paths } from '../../../generated/v1/paths.ts';
import type { ProjectStatsV1, ProjectV1 } from '../../../generated/v1/types.ts';
import type { Project, ProjectStats } from '../../../generated/v2/types.ts';
import { noContent, ok, paginationOf } from '../../contract/controller/responses.ts';
import { getProjectStats } from './project-stats.service.ts';
import * as projects from './projects.service.ts';

interface ProjectsV1Options {
  readonly deleteProject: projects.DeleteProject;
}

export function createProjectsV1Controller({ deleteProject }: ProjectsV1Options): ProjectsHandlers {
  return {
    async listProjects({ query }, unit) {
      const range = { limit: query.limit, offset: query.offset };
      const archived = query.status === undefined ? undefined : query.status === 'archived';
      const { rows, total } = await projects.listProjectsByOffset(unit, { archived }, range);
      return ok({ data: rows.map(present), pagination: paginationOf(range, total) });
    },
    async createProject({ body }, unit) {
      const project = await projects.createProject(unit, body);
      return {
        status: 201,
        body: present(project),
        headers: { location: paths.getProject({ project_id: project.id }) },
      };
    },
    async getProject({ path }, unit) {
      const { project } = await projects.requireProject(unit, path.project_id);
      return ok(present(project));
    },
    async getProjectStats({ path }, unit) {
      return ok(presentStats(await getProjectStats(unit, path.project_id)));
    },
    async updateProject({ path, body }, unit) {
      const { status, ...change } = body;
      const archived = status === undefined ? undefined : status === 'archived';
      return ok(present(await projects.updateProject(unit, path.project_id, { ...change, archived }, undefined)));
    },
    async deleteProject({ path }, unit) {
      await deleteProject(unit, path.project_id, undefined);
      return noContent();
    },
  };
}

function present(project: Project): ProjectV1 {
  return {
    id: project.id,
    key: project.key,
    name: project.name,
    description: project.description ?? '',
    status: project.archived_at === null ? 'active' : 'archived',
    created_at: project.created_at,
    updated_at: project.updated_at,
  };
}

function presentStats({ project_id, total, overdue, completion, by_status }: ProjectStats): ProjectStatsV1 {
  return {
    project_id,
    total_tasks: total,
    open_tasks: by_status.backlog + by_status.todo,
    in_progress_tasks: by_status.in_progress + by_status.in_review,
    done_tasks: by_status.done,
    cancelled_tasks: by_status.cancelled,
    overdue_tasks: overdue,
    completion_percent: completion ?? 0,
  };
}
