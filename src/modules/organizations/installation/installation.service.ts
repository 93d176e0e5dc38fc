import type { AnonymousUnit } from '../../../platform/unit.ts';
import { findMember, insertMissingMembership } from '../members/members.repository.ts';
import { endMembership, recordMember } from '../members/members.service.ts';
import { listMemberAddresses } from './installation.repository.ts';
import { INSTALLATION_ORGANIZATION_ID } from './installation.types.ts';

/**
 * Makes an operator an admin of the installation's own organization, or ends that. No lock of the organization is needed:
 * it has no owners that must stay.
 */
export async function setInstallationMember(unit: AnonymousUnit, userId: string, isOperator: boolean): Promise<void> {
  const organization_id = INSTALLATION_ORGANIZATION_ID;
  if (!isOperator) {
    const member = await findMember(unit.db, organization_id, userId);
    if (member !== undefined) await endMembership(unit, member);
    return;
  }
  const now = unit.now.toISOString();
  const joining = { organization_id, user_id: userId, role: 'admin' } as const;
  const membership = { ...joining, version: 1, created_at: now, updated_at: now };
  if (await insertMissingMembership(unit.db, membership)) await recordMember(unit, joining);
}

/** Returns the addresses of the operators who can log in, so that they can be told of incidents. */
export async function listInstallationAddresses({ db }: AnonymousUnit): Promise<readonly string[]> {
  return listMemberAddresses(db, INSTALLATION_ORGANIZATION_ID);
}
