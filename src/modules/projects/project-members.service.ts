import { problems } from '../../../generated/problems.ts';
import type { Project, ProjectMember } from '../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../problems/precondition.ts';
import { record } from '../../outbox/record.ts';
import type { PageRequest, Slice } from '../../platform/cursor.ts';
import { constraintOf } from '../../platform/database-errors.ts';
import type { Unit } from '../../platform/unit.ts';
import * as repository from './project-members.repository.ts';
import { assertProjectRole, assertWritable } from './projects.policy.ts';
import { lockVisibleProject, requireProject } from './projects.service.ts';
import type { Candidate, ProjectMemberFilters, ProjectMemberRow, ProjectRole } from './projects.types.ts';

export async function listProjectMembers(
  unit: Unit,
  projectId: string,
  filters: ProjectMemberFilters,
  page: PageRequest,
): Promise<Slice<ProjectMember>> {
  const { project } = await requireProject(unit, projectId);
  return repository.listProjectMemberRows(unit.db, project, filters, page);
}

/** The member that a change is about. */
interface MemberPlace {
  readonly project_id: string;
  readonly user_id: string;
}

/** Adds a member or changes their role. Setting the current role changes nothing. */
export async function setProjectMember(
  unit: Unit,
  place: MemberPlace,
  role: ProjectRole,
  precondition: VersionPrecondition,
): Promise<ProjectMember> {
  const { project, candidate } = await lockForChange(unit, place);
  const { member: before, name, email } = candidate;
  assertVersion(before, precondition);
  assertWritable(project);
  if (before?.role === role) return before;
  const now = unit.now.toISOString();
  const { organization_id } = project;
  const { version = 0, created_at = now } = before ?? {};
  const row = { organization_id, ...place, role, version: version + 1, created_at, updated_at: now };
  if (before === undefined) await add(unit, row);
  else if (!(await repository.replaceProjectMember(unit.db, row))) throw problems.precondition_failed();
  const after: ProjectMember = { ...row, name, email };
  await record(unit, {
    audit: 'project_member.set',
    event: before === undefined ? 'member.added' : 'member.updated',
    resource: { type: 'project_member', id: place.user_id },
    project_id: project.id,
    before,
    after,
    data: after,
  });
  return after;
}

/** The last lead may be removed, because owners and admins of the organization are leads of every project. */
export async function removeProjectMember(
  unit: Unit,
  place: MemberPlace,
  precondition: VersionPrecondition,
): Promise<void> {
  const { project, candidate } = await lockForChange(unit, place);
  const { member } = candidate;
  if (member === undefined) throw problems.not_found();
  assertVersion(member, precondition);
  assertWritable(project);
  if (!(await repository.deleteProjectMember(unit.db, member))) throw problems.precondition_failed();
  await record(unit, {
    audit: 'project_member.remove',
    event: 'member.removed',
    resource: { type: 'project_member', id: place.user_id },
    project_id: project.id,
    before: member,
    data: member,
  });
}

/** Locks the project, so that changes of its members run one after the other, and none after it was archived. */
async function lockForChange(
  unit: Unit,
  { project_id, user_id }: MemberPlace,
): Promise<{ readonly project: Project; readonly candidate: Candidate }> {
  const { project, role } = await lockVisibleProject(unit, project_id);
  const { organization_id } = project;
  const candidate = await repository.findCandidate(unit.db, { organization_id, project_id, user_id });
  if (candidate === undefined) throw problems.not_found();
  assertProjectRole(role, 'lead');
  return { project, candidate };
}

/** Returns 404 for a user who leaves the organization meanwhile, as it would a moment later. */
async function add(unit: Unit, row: ProjectMemberRow): Promise<void> {
  try {
    await repository.insertProjectMember(unit.db, row);
  } catch (error) {
    if (constraintOf(error)?.kind !== 'foreign_key') throw error;
    throw problems.not_found({}, { cause: error });
  }
}
