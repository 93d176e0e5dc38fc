import { problems } from '../../../../generated/problems.ts';
import type { Role } from '../../../platform/unit.ts';

const ranks: Readonly<Record<Role, number>> = { viewer: 1, member: 2, admin: 3, owner: 4 };

/** @throws AppError `forbidden` (403) if the role is lower than the required one */
export function assertOrganizationRole(role: Role, least: Role): void {
  if (ranks[role] < ranks[least]) throw problems.forbidden({ role: least });
}

/** Administrators manage members; only owners may change owners or appoint them. */
export function assertMayManage(role: Role, ...roles: readonly Role[]): void {
  assertOrganizationRole(role, leastFor(roles));
}

/** Returns whether somebody with this role (undefined for no member) may give others that role. */
export function mayGive(role: Role | undefined, given: Role): boolean {
  return role !== undefined && ranks[role] >= ranks[leastFor([given])];
}

function leastFor(roles: readonly Role[]): Role {
  return roles.includes('owner') ? 'owner' : 'admin';
}
