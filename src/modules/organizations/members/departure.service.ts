import type { Unit } from '../../../platform/unit.ts';
import { closeOrganization } from '../deletion/deletion.service.ts';
import { assertOwnerLeft, endMembership } from './members.service.ts';
import { findMember, hasOtherMember, listOrganizationIds } from './members.repository.ts';
import { INSTALLATION_ORGANIZATION_ID } from '../installation/installation.types.ts';
import { lockOrganization } from '../organizations.repository.ts';

/**
 * Removes a user from all their organizations, because their account is deleted. Organizations without another member
 * are deleted, except the installation's own.
 * @returns the remaining organizations
 * @throws AppError `last_owner` (409) if others would be left without an owner
 */
export async function leaveOrganizations(unit: Unit, userId: string): Promise<readonly string[]> {
  const left: string[] = [];
  // In the order of ids, so that two users who leave the same organizations cannot deadlock.
  for (const id of await listOrganizationIds(unit.db, userId)) {
    const organization = await lockOrganization(unit.db, id);
    const member = organization && (await findMember(unit.db, id, userId));
    if (organization === undefined || member === undefined) continue;
    if (id !== INSTALLATION_ORGANIZATION_ID && !(await hasOtherMember(unit.db, id, userId))) {
      await closeOrganization(unit, organization);
      continue;
    }
    await assertOwnerLeft(unit, member);
    await endMembership(unit, member);
    left.push(id);
  }
  return left;
}

/**
 * Locks the organizations of a user whose account is to be deactivated, so that changes of their members run one after
 * the other. Must be called before the user's row is locked, as in leaveOrganizations.
 */
export async function lockOrganizationsOf(unit: Unit, userId: string): Promise<void> {
  for (const id of await listOrganizationIds(unit.db, userId)) await lockOrganization(unit.db, id);
}

/**
 * An organization must keep an owner who can log in, unless it has no other member.
 * @throws AppError `last_owner` (409)
 */
export async function assertOwnersRemain(unit: Unit, userId: string): Promise<void> {
  for (const id of await listOrganizationIds(unit.db, userId)) {
    const member = await findMember(unit.db, id, userId);
    if (member !== undefined && (await hasOtherMember(unit.db, id, userId))) await assertOwnerLeft(unit, member);
  }
}
