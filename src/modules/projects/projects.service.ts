import { problems } from '../../../generated/problems.ts';
import type { Project, ProjectCreate } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import { resourceIdOf, type Unit } from '../../platform/unit.ts';
import { INSTALLATION_PROJECT_ID } from '../organizations/index.ts';
import { insertProjectMember } from './project-members.repository.ts';
import { assertProjectRole, assertWritable, projectRoleOf } from './projects.policy.ts';
import * as repository from './projects.repository.ts';
import type { AccessedProject, ProjectChange, ProjectFilters, ProjectRow } from './projects.types.ts';

/** @throws AppError `not_found` if the project does not exist or is invisible */
export async function requireProject(unit: Unit, projectId: string): Promise<AccessedProject> {
  return accessed(unit, await repository.findProject(unit.db, unit.actor, projectId));
}

/** As requireProject, and locks the project until the end of the transaction. */
export async function lockVisibleProject(unit: Unit, projectId: string): Promise<AccessedProject> {
  return accessed(unit, await repository.lockProject(unit.db, unit.actor, projectId));
}

export async function listProjects(unit: Unit, filters: ProjectFilters, page: PageRequest): Promise<Slice<Project>> {
  return repository.listProjectRows(unit.db, unit.actor, filters, page);
}

export async function listProjectsByOffset(
  unit: Unit,
  filters: ProjectFilters,
  range: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: Project[]; readonly total: number }> {
  return repository.listProjectRowsByOffset(unit.db, unit.actor, filters, range);
}

export async function createProject(unit: Unit, input: ProjectCreate): Promise<Project> {
  const now = unit.now.toISOString();
  const project: Project = {
    id: resourceIdOf(unit),
    organization_id: unit.actor.organization_id,
    key: input.key,
    name: input.name,
    description: input.description ?? null,
    visibility: input.visibility ?? 'organization',
    archived_at: null,
    created_by_id: unit.actor.user_id,
    version: 1,
    created_at: now,
    updated_at: now,
  };
  try {
    await repository.insertProject(unit.db, project);
  } catch (error) {
    if (constraintOf(error)?.name === 'projects_key_key')
      throw problems.project_key_taken({ key: input.key }, { cause: error });
    throw error;
  }
  await insertProjectMember(unit.db, {
    organization_id: project.organization_id,
    project_id: project.id,
    user_id: unit.actor.user_id,
    role: 'lead',
    version: 1,
    created_at: now,
    updated_at: now,
  });
  await record(unit, {
    audit: 'project.create',
    event: 'project.created',
    resource: { type: 'project', id: project.id },
    project_id: project.id,
    after: project,
    data: project,
  });
  return project;
}

export async function updateProject(
  unit: Unit,
  projectId: string,
  change: ProjectChange,
  precondition: VersionPrecondition,
): Promise<Project> {
  const { project, role } = await lockVisibleProject(unit, projectId);
  assertProjectRole(role, 'lead');
  assertVersion(project, precondition);
  if (change.archived !== false) assertWritable(project);
  if (change.archived === true) assertDispensable(project);
  const after = applyChange(unit, project, change);
  if (!(await repository.replaceProject(unit.db, after))) throw problems.precondition_failed();
  await record(unit, {
    audit: 'project.update',
    event: project.archived_at === null && after.archived_at !== null ? 'project.archived' : 'project.updated',
    resource: { type: 'project', id: project.id },
    project_id: project.id,
    before: project,
    after,
    data: after,
  });
  return after;
}

export interface ProjectCollaborators {
  /** Ends dependencies of other projects' tasks on tasks of this project, and records each change. */
  readonly releaseTasksElsewhere: (unit: Unit, project: Project) => Promise<void>;
}

export type DeleteProject = (unit: Unit, projectId: string, precondition: VersionPrecondition) => Promise<void>;

export function createProjectDeletion({ releaseTasksElsewhere }: ProjectCollaborators): DeleteProject {
  return async (unit, projectId, precondition) => {
    const { project, role } = await lockVisibleProject(unit, projectId);
    assertProjectRole(role, 'lead');
    assertVersion(project, precondition);
    assertDispensable(project);
    await releaseTasksElsewhere(unit, project);
    await repository.deleteProjectRow(unit.db, project);
    await record(unit, {
      audit: 'project.delete',
      event: 'project.deleted',
      resource: { type: 'project', id: project.id },
      project_id: project.id,
      before: project,
      data: project,
    });
  };
}

/** Locks those of the projects that the caller sees until the end of the transaction. */
export async function lockProjects(unit: Unit, projectIds: readonly string[]): Promise<readonly AccessedProject[]> {
  if (projectIds.length === 0) return [];
  return visible(unit, await repository.lockProjects(unit.db, unit.actor, projectIds));
}

/** As lockProjects, with share locks, which do not make requests that add something to the projects wait. */
export async function shareProjects(unit: Unit, projectIds: readonly string[]): Promise<readonly AccessedProject[]> {
  if (projectIds.length === 0) return [];
  return visible(unit, await repository.shareProjects(unit.db, unit.actor, projectIds));
}

function visible(unit: Unit, rows: readonly ProjectRow[]): AccessedProject[] {
  return rows.flatMap(({ member_role, ...project }) => {
    const role = projectRoleOf(unit.actor, { visibility: project.visibility, member_role });
    return role === undefined ? [] : [{ project, role }];
  });
}

/**
 * Takes a share lock, so that a project cannot be deleted before the transaction ends. Must be called before labels or
 * tasks of the project are locked if its row is written afterwards: a deletion locks that row first, and the other
 * order would deadlock.
 * @throws AppError `not_found` if it was deleted meanwhile
 */
export async function lockProjectForShare(unit: Unit, projectId: string): Promise<void> {
  if (!(await repository.lockProjectRowForShare(unit.db, unit.actor.organization_id, projectId)))
    throw problems.not_found();
}

function accessed(unit: Unit, row: ProjectRow | undefined): AccessedProject {
  if (row === undefined) throw problems.not_found();
  const { member_role, ...project } = row;
  const role = projectRoleOf(unit.actor, { visibility: project.visibility, member_role });
  if (role === undefined) throw problems.not_found();
  return { project, role };
}

function applyChange(unit: Unit, project: Project, change: ProjectChange): Project {
  const now = unit.now.toISOString();
  const archivedAt = change.archived === undefined ? project.archived_at : change.archived ? now : null;
  return {
    ...project,
    name: change.name ?? project.name,
    description: change.description === undefined ? project.description : change.description,
    visibility: change.visibility ?? project.visibility,
    archived_at: archivedAt,
    version: project.version + 1,
    updated_at: now,
  };
}

/**
 * The installation reports its own errors to one project, which must stay.
 * @throws AppError `installation_managed` (409)
 */
function assertDispensable(project: { readonly id: string }): void {
  if (project.id === INSTALLATION_PROJECT_ID) throw problems.installation_managed();
}
