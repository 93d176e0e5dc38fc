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
 * Deletes the organization. In this transaction all memberships end, so that no session or API key acts in it any
 * longer; a job deletes the rows. The audit row goes to the installation's chain, because the organization's own chain
 * is deleted, too.
 */
export async function deleteOrganization(unit: Unit, precondition: VersionPrecondition): Promise<void> {
  const organization = await lockOwn(unit);
  assertOrganizationRole(unit.actor.role, 'owner');
  assertVersion(organization, precondition);
  await closeOrganization(unit, organization);
}

/**
 * Deletes an organization whose last member leaves, without checking a permission. The caller has locked the
 * organization.
 */
export async function closeOrganization(unit: Unit, organization: Organization): Promise<void> {
  const { id } = organization;
  await deleteMemberships(unit.db, id, { user_id: undefined, now: unit.now });
  await markDeleted(unit.db, id, unit.now);
  await record(unit, {
    audit: 'organization.delete',
    event: 'organization.deleted',
    resource: { type: 'organization', id },
    organization_id: null,
    // The homes of its members move.
    touches: ['user@any'],
    before: organization,
    data: organization,
  });
  // The job belongs to the installation; otherwise it would delete its own row.
  await enqueue({ ...unit, actor: undefined }, 'organizations.erase', { organization_id: id });
}
