import { problems } from '../../../generated/problems.ts';
import type { Actor } from '../../platform/unit.ts';
import type { ProjectRole } from './projects.types.ts';

const ranks: Readonly<Record<ProjectRole, number>> = { viewer: 0, contributor: 1, lead: 2 };

/** Administrators of the organization are leads of every project, also of private ones. */
export function isLeadEverywhere(actor: Actor): boolean {
  return actor.role === 'owner' || actor.role === 'admin';
}

/**
 * Returns the caller's role in a project, or undefined if they cannot see it. Without a role of their own, members of
 * the organization contribute to its visible projects, and its viewers read them.
 */
export function projectRoleOf(
  actor: Actor,
  project: { readonly visibility: string; readonly member_role: ProjectRole | null },
): ProjectRole | undefined {
  if (isLeadEverywhere(actor)) return 'lead';
  if (project.member_role !== null) return project.member_role;
  if (project.visibility === 'private') return undefined;
  return actor.role === 'member' ? 'contributor' : 'viewer';
}

/** @throws AppError `forbidden` (403) if the role is lower than the required one */
export function assertProjectRole(role: ProjectRole, least: ProjectRole): void {
  if (ranks[role] < ranks[least]) throw problems.forbidden({ role: least });
}

/**
 * Returns the percentage of tasks that are done, rounded down. Cancelled tasks do not count; null if there are no
 * others.
 */
export function completionOf(tasks: {
  readonly total: number;
  readonly done: number;
  readonly cancelled: number;
}): number | null {
  const wanted = tasks.total - tasks.cancelled;
  return wanted === 0 ? null : Math.floor((100 * tasks.done) / wanted);
}

/** @throws AppError `project_archived` (409) */
export function assertWritable(project: { readonly archived_at: string | null }): void {
  if (project.archived_at !== null) throw problems.project_archived();
}
