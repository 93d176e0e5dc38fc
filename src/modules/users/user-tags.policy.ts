import type { User } from '../../../generated/v2/types.ts';

/** Touched by every change of a user, for lists that contain names of users. */
export const ANY_USER = 'user@any';

/** Touched when a user is deleted, for everything that refers to users. */
export const DELETED_USER = 'user@deleted';

/** For a response about a user. Their home can move when they leave an organization, or when it is deleted. */
export function userTags({ id, home_organization_id }: Pick<User, 'id' | 'home_organization_id'>): string[] {
  const tags = [`user:${id}`, `member:${id}`];
  return home_organization_id === null ? tags : [...tags, `organization:${home_organization_id}`];
}
