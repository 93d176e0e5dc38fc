import { problems } from '../../../../generated/problems.ts';
import type { Role } from '../../../platform/unit.ts';

const ranks: Readonly<Record<Role, number>> = { viewer: 1, member: 2, admin: 3, owner: 4 };

/** @throws AppError `forbidden` (403) when the role is smaller than the least */
export function assertOrganizationRole(role: Role, least: Role): void {
  if (ranks[role] < ranks[least]) throw problems.forbidden({ role: least });
}

/** Administrators manage members; who is, or is to be, an owner is the owners' matter. */
export function assertMayManage(role: Role, ...roles: readonly Role[]): void {
  assertOrganizationRole(role, leastFor(roles));
}

/** Whether somebody of this role, undefined for who is no member, may make others members of that role. */
export function mayGive(role: Role | undefined, given: Role): boolean {
  return role !== undefined && ranks[role] >= ranks[leastFor([given])];
}

function leastFor(roles: readonly Role[]): Role {
  return roles.includes('owner') ? 'owner' : 'admin';
}
