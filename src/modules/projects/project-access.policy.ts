import { problems } from '../../../generated/problems.ts';
import type { Actor } from '../../platform/unit.ts';
import { projectRoleOf } from './projects.policy.ts';
import type { ProjectRole } from './projects.types.ts';

/** Columns that a query adds to a row in a project, so that access is decided without a second read. */
export interface ProjectFacts {
  readonly project_archived_at: string | null;
  readonly project_visibility: string;
  readonly member_role: ProjectRole | null;
}

/** A row that the caller may see, and the caller's role in its project. */
export interface Accessed<Resource> {
  readonly resource: Resource;
  readonly role: ProjectRole;
  /** When the project was archived. */
  readonly archived_at: string | null;
}

/** @throws AppError `not_found` if the row does not exist, or is in a project that the caller cannot see */
export function accessTo<Row extends ProjectFacts>(
  actor: Actor,
  row: Row | undefined,
): Accessed<Omit<Row, keyof ProjectFacts>> {
  if (row === undefined) throw problems.not_found();
  const { project_archived_at, project_visibility, member_role, ...resource } = row;
  const role = projectRoleOf(actor, { visibility: project_visibility, member_role });
  if (role === undefined) throw problems.not_found();
  return { resource, role, archived_at: project_archived_at };
}
