import type { Organization } from '../../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../../problems/precondition.ts';
import { record } from '../../../outbox/record.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import type { Unit } from '../../../platform/unit.ts';
import { markDeleted } from './deletion.repository.ts';
import { assertOrganizationRole } from '../members/members.policy.ts';
import { deleteMemberships } from '../members/members.repository.ts';
import { lockOwn } from '../organizations.service.ts';

/**
 * Makes the organization be gone for everybody, in this transaction: nobody is a member any more, so no session and no
 * API key acts in it. A job removes what was in it. What stays on record stands in the installation's chain, because the
 * organization's own goes, too.
 */
export async function deleteOrganization(unit: Unit, precondition: VersionPrecondition): Promise<void> {
  const organization = await lockOwn(unit);
  assertOrganizationRole(unit.actor.role, 'owner');
  assertVersion(organization, precondition);
  await closeOrganization(unit, organization);
}

/** The same for who needs not be asked: the last member goes. The caller has locked the organization. */
export async function closeOrganization(unit: Unit, organization: Organization): Promise<void> {
  const { id } = organization;
  await deleteMemberships(unit.db, id, { user_id: undefined, now: unit.now });
  await markDeleted(unit.db, id, unit.now);
  await record(unit, {
    audit: 'organization.delete',
    event: 'organization.deleted',
    resource: { type: 'organization', id },
    organization_id: null,
    before: organization,
    data: organization,
  });
  // Of the installation, or the job would remove the row that starts it.
  await enqueue({ ...unit, actor: undefined }, 'organizations.erase', { organization_id: id });
}
