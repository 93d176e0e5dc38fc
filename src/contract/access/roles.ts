import { AppError } from '../../problems/app-error.ts';
import type { Actor } from '../../platform/unit.ts';
import type { RequiredRole } from '../vocabulary.ts';

const rank = { viewer: 1, member: 2, admin: 3, owner: 4 } as const;

/**
 * Policies decide about project roles. Every user who sees a project has at least the role `viewer` in its
 * organization.
 */
const rankNeeded: Readonly<Record<Exclude<RequiredRole, 'operator'>, number>> = {
  anonymous: 0,
  user: 0,
  viewer: 1,
  contributor: 1,
  lead: 1,
  member: rank.member,
  admin: rank.admin,
  owner: rank.owner,
};

/**
 * Checks the role that `x-role` names.
 * @throws AppError `forbidden` if the actor's role is lower
 */
export function assertRole(role: RequiredRole, actor: Actor | undefined): void {
  if (role === 'anonymous' || actor === undefined) return;
  const isAllowed = role === 'operator' ? actor.is_operator : rank[actor.role] >= rankNeeded[role];
  if (!isAllowed) throw new AppError('forbidden', 403, { role });
}

/** Whether the operation acts inside an organization, so that the actor must belong to one. */
export function needsOrganization(role: RequiredRole): boolean {
  return role !== 'operator' && rankNeeded[role] > 0;
}
