import type { Project, ProjectMember } from '../../../generated/v2/types.ts';

export type ProjectRole = 'lead' | 'contributor' | 'viewer';

/** A project with what its policy needs: the caller's own role among its members. */
export interface ProjectRow extends Project {
  readonly member_role: ProjectRole | null;
}

/** A project that the caller may see, and their role in it. */
export interface AccessedProject {
  readonly project: Project;
  readonly role: ProjectRole;
}

export const projectColumns = [
  'id',
  'organization_id',
  'key',
  'name',
  'description',
  'visibility',
  'archived_at',
  'created_by_id',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Project)[];

export interface ProjectFilters {
  readonly key?: string | undefined;
  readonly visibility?: Project['visibility'] | undefined;
  /** Whether the caller is among the members. */
  readonly joined?: boolean | undefined;
  readonly archived?: boolean | undefined;
  readonly q?: string | undefined;
}

export interface ProjectChange {
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  readonly visibility?: Project['visibility'] | undefined;
  readonly archived?: boolean | undefined;
}

/** A membership without the columns of the user. */
export type ProjectMemberRow = Omit<ProjectMember, 'name' | 'email'>;

/** A member of the organization, with or without a role of their own in the project. */
export interface Candidate extends Pick<ProjectMember, 'name' | 'email'> {
  readonly member: ProjectMember | undefined;
}

export interface ProjectMemberFilters {
  readonly role?: readonly ProjectRole[] | undefined;
}
