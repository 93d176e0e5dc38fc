import { problems } from '../../../generated/problems.ts';
import type { Role } from '../../platform/unit.ts';

const ranks: Readonly<Record<Role, number>> = { viewer: 1, member: 2, admin: 3, owner: 4 };

/** @throws AppError `forbidden` (403) when the role is smaller than the least */
export function assertOrganizationRole(role: Role, least: Role): void {
  if (ranks[role] < ranks[least]) throw problems.forbidden({ role: least });
}

/** Administrators manage members; who is, or is to be, an owner is the owners' matter. */
export function assertMayManage(role: Role, ...roles: readonly Role[]): void {
  assertOrganizationRole(role, roles.includes('owner') ? 'owner' : 'admin');
}
