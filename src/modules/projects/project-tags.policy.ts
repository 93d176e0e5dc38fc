import type { Actor } from '../../platform/unit.ts';

// The tags of what decides whether the caller sees a project. The caller's role in the organization decides, too, but a
// kept response belongs to one role.

/** For a response about one project, or about something in it. Its deletion deletes everything in it. */
export function projectTags(projectId: unknown, { user_id }: Actor): string[] {
  return [`project:${String(projectId)}`, `project_member:${user_id}`];
}

/** For a response about all projects that the caller sees. */
export function projectsTags({ organization_id, user_id }: Actor): string[] {
  return [`project@${organization_id}`, `project_member:${user_id}`];
}

/** For a response that names users by their ids, which become null when a user is deleted. */
export const AUTHORS = 'user@deleted';
