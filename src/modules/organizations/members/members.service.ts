import { problems } from '../../../../generated/problems.ts';
import type { Member, MemberUpdate } from '../../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../../problems/precondition.ts';
import { record } from '../../../outbox/record.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import type { AnonymousUnit, Role, Unit } from '../../../platform/unit.ts';
import { assertMembersManaged } from '../installation/installation.policy.ts';
import { assertMayManage } from './members.policy.ts';
import * as repository from './members.repository.ts';
import { lockOrganization } from '../organizations.repository.ts';
import type { Joining, MemberFilters } from '../organizations.types.ts';

export async function listMembers(unit: Unit, filters: MemberFilters, page: PageRequest): Promise<Slice<Member>> {
  return repository.listMemberRows(unit.db, unit.actor.organization_id, filters, page);
}

export async function getMember(unit: Unit, userId: string): Promise<Member> {
  const member = await repository.findMember(unit.db, unit.actor.organization_id, userId);
  if (member === undefined) throw problems.not_found();
  return member;
}

export async function updateMember(
  unit: Unit,
  userId: string,
  { role }: MemberUpdate,
  precondition: VersionPrecondition,
): Promise<Member> {
  const { member, actorRole } = await lockForMemberChange(unit, userId);
  assertMayManage(actorRole, member.role, role);
  assertVersion(member, precondition);
  if (member.role === role) return member;
  assertMembersManaged(member.organization_id);
  await assertOwnerLeft(unit, member);
  const after: Member = { ...member, role, version: member.version + 1, updated_at: unit.now.toISOString() };
  if (!(await repository.replaceMember(unit.db, after))) throw problems.precondition_failed();
  await record(unit, {
    audit: 'member.update',
    event: 'member.updated',
    resource: { type: 'member', id: userId },
    before: member,
    after,
    data: { ...after, project_id: null },
  });
  return after;
}

/** Also used by members who leave by themselves. */
export async function removeMember(unit: Unit, userId: string, precondition: VersionPrecondition): Promise<void> {
  const { member, actorRole } = await lockForMemberChange(unit, userId);
  if (userId !== unit.actor.user_id) assertMayManage(actorRole, member.role);
  assertVersion(member, precondition);
  assertMembersManaged(member.organization_id);
  await assertOwnerLeft(unit, member);
  await endMembership(unit, member);
}

/** Ends a membership. The caller has locked the organization and checked that an owner stays. */
export async function endMembership(unit: AnonymousUnit, member: Member): Promise<void> {
  const { organization_id, user_id } = member;
  await repository.deleteMemberships(unit.db, organization_id, { user_id, now: unit.now });
  await record(unit, {
    audit: 'member.remove',
    event: 'member.removed',
    resource: { type: 'member', id: user_id },
    organization_id,
    is_system: true,
    // The project roles end with the membership.
    touches: [`project_member:${user_id}`],
    before: member,
    data: { ...member, project_id: null },
  });
}

export async function isMember(unit: AnonymousUnit, organizationId: string, userId: string): Promise<boolean> {
  return (await repository.findMember(unit.db, organizationId, userId)) !== undefined;
}

/** Returns undefined for somebody who is no member. */
export async function roleOf(unit: AnonymousUnit, organizationId: string, userId: string): Promise<Role | undefined> {
  return (await repository.findMember(unit.db, organizationId, userId))?.role;
}

/** Makes a user a member of an organization. */
export async function addMember(unit: AnonymousUnit, joining: Joining): Promise<Member> {
  await insertMember(unit, joining);
  return recordMember(unit, joining);
}

export async function insertMember(unit: AnonymousUnit, joining: Joining): Promise<void> {
  const now = unit.now.toISOString();
  await repository.insertMembership(unit.db, { ...joining, version: 1, created_at: now, updated_at: now });
}

/** Publishes the event of a new member. The audit row is that of the change that added them. */
export async function recordMember(unit: AnonymousUnit, { organization_id, user_id }: Joining): Promise<Member> {
  const member = await repository.findMember(unit.db, organization_id, user_id);
  if (member === undefined) throw new Error('the member is missing in the transaction that created them');
  await record(unit, {
    event: 'member.added',
    resource: { type: 'member', id: user_id },
    organization_id,
    user_id,
    data: { ...member, project_id: null },
  });
  return member;
}

/**
 * Locks the organization, so that changes of its members run one after the other and of two owners who leave at the
 * same time one stays. The actor's own role is read under the lock, too.
 * @throws AppError `not_found` if the user is no member, or the organization or the actor's membership ended meanwhile
 */
async function lockForMemberChange(unit: Unit, userId: string): Promise<{ member: Member; actorRole: Role }> {
  const { organization_id, user_id } = unit.actor;
  if ((await lockOrganization(unit.db, organization_id)) === undefined) throw problems.not_found();
  const member = await getMember(unit, userId);
  const actor = userId === user_id ? member : await getMember(unit, user_id);
  return { member, actorRole: actor.role };
}

/** @throws AppError `last_owner` (409) */
export async function assertOwnerLeft(unit: Unit, { organization_id, user_id, role }: Member): Promise<void> {
  if (role === 'owner' && !(await repository.hasOtherOwner(unit.db, organization_id, user_id)))
    throw problems.last_owner();
}
