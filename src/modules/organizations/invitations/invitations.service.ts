import { problems } from '../../../../generated/problems.ts';
import type {
  Invitation,
  InvitationAcceptance,
  InvitationCreate,
  InvitationPreview,
  Member,
  ReceivedInvitation,
} from '../../../../generated/v2/types.ts';
import { assertVersion, type VersionPrecondition } from '../../../problems/precondition.ts';
import { record } from '../../../outbox/record.ts';
import { hashToken, newToken } from '../../../platform/crypto.ts';
import type { PageRequest, Slice } from '../../../platform/cursor.ts';
import { constraintOf } from '../../../platform/database-errors.ts';
import type { Mail } from '../../../platform/mailer.ts';
import { resourceIdOf, type AnonymousUnit, type Role, type Unit } from '../../../platform/unit.ts';
import { normalizeEmail } from '../../../platform/email-address.ts';
import { invitationMail } from './invitation.mail.ts';
import * as repository from './invitations.repository.ts';
import type { InvitationFilters } from './invitations.types.ts';
import { assertMembersManaged } from '../installation/installation.policy.ts';
import { assertMayManage, assertOrganizationRole, mayGive } from '../members/members.policy.ts';
import { findMember, setMissingHome } from '../members/members.repository.ts';
import { addMember } from '../members/members.service.ts';
import { lockOrganization } from '../organizations.repository.ts';
import { lockOwn } from '../organizations.service.ts';
import { DAY_MS } from '../../../platform/durations.ts';

const LIFE_MS = 7 * DAY_MS;
const INVITATIONS_PER_DAY_MAX = 200;
const MAILS_PER_DAY_MAX = 5;

interface InvitationSettings {
  readonly publicUrl: string;
  /** Stores the mail in the unit's transaction. */
  readonly sendMail: (unit: AnonymousUnit, mail: Mail) => Promise<void>;
}

export type CreateInvitation = (unit: Unit, input: InvitationCreate) => Promise<Invitation>;

/** Creates the function that invites somebody by mail. */
export function createInvitationService({ publicUrl, sendMail }: InvitationSettings): CreateInvitation {
  return async (unit, { email: address, role = 'member' }) => {
    const organization = await lockOwn(unit);
    assertMayManage(unit.actor.role, role);
    assertMembersManaged(organization.id);
    const email = normalizeEmail(address);
    await assertInvitable(unit, email);
    const token = newToken();
    const invitation = await insert(unit, { email, role }, token);
    await record(unit, {
      audit: 'invitation.create',
      event: 'invitation.created',
      resource: { type: 'invitation', id: invitation.id },
      after: invitation,
      data: invitation,
    });
    if (!(await isMailDue(unit, email))) return invitation;
    const inviter = await findMember(unit.db, organization.id, unit.actor.user_id);
    const letter = { to: email, organization: organization.name, inviter: inviter?.name, token, publicUrl };
    await sendMail(unit, invitationMail(letter));
    return invitation;
  };
}

export async function listInvitations(
  unit: Unit,
  filters: InvitationFilters,
  page: PageRequest,
): Promise<Slice<Invitation>> {
  assertOrganizationRole(unit.actor.role, 'admin');
  return repository.listInvitationRows(unit.db, unit.actor.organization_id, filters, { page, now: unit.now });
}

/** Lists the pending invitations to the acting user's address, from every organization. */
export async function listOwnInvitations(unit: Unit, page: PageRequest): Promise<Slice<ReceivedInvitation>> {
  return repository.listReceivedRows(unit.db, unit.actor.user_id, page, unit.now);
}

export async function revokeInvitation(
  unit: Unit,
  invitationId: string,
  precondition: VersionPrecondition,
): Promise<void> {
  const { organization_id } = unit.actor;
  const invitation = await repository.lockInvitation(unit.db, organization_id, invitationId, unit.now);
  if (invitation === undefined) throw problems.not_found();
  assertOrganizationRole(unit.actor.role, 'admin');
  assertVersion(invitation, precondition);
  const after = await end(unit, invitation, 'revoked');
  await record(unit, {
    audit: 'invitation.revoke',
    event: 'invitation.revoked',
    resource: { type: 'invitation', id: invitationId },
    before: invitation,
    after,
    data: after,
  });
}

/**
 * Shows an invitation to whoever has its token, with the refusals of acceptInvitation that do not depend on the caller.
 * @throws AppError `token_invalid`, `invitation_lapsed` (409)
 */
export async function previewInvitation(
  { db, now }: AnonymousUnit,
  { token }: InvitationAcceptance,
): Promise<InvitationPreview> {
  const stored = await repository.findPreview(db, hashToken(token), now);
  if (stored === undefined) throw problems.token_invalid();
  const { inviter_name, inviter_role, ...offer } = stored;
  if (inviter_name === null || !mayGive(inviter_role ?? undefined, offer.role)) throw problems.invitation_lapsed();
  return { ...offer, inviter_name };
}

/**
 * @throws AppError `token_invalid`, `already_member`, `invitation_lapsed` (409), `invitation_not_yours`,
 *   `session_required` (403)
 */
export async function acceptInvitation(unit: Unit, { token }: InvitationAcceptance): Promise<Member> {
  const { user_id, credential_type } = unit.actor;
  if (credential_type === 'api_key') throw problems.session_required();
  const offer = await repository.findOffer(unit.db, hashToken(token), user_id, unit.now);
  if (offer === undefined) throw problems.token_invalid();
  if (!offer.is_theirs) throw problems.invitation_not_yours();
  const { id, organization_id } = offer.invitation;
  // The organization is locked first, as everywhere that both are locked. Then the invitation is read again.
  const organization = await lockOrganization(unit.db, organization_id);
  const invitation = organization && (await repository.lockInvitation(unit.db, organization_id, id, unit.now));
  if (invitation === undefined) throw problems.token_invalid();
  if ((await findMember(unit.db, organization_id, user_id)) !== undefined) throw problems.already_member();
  await assertStillGiven(unit, invitation);
  const after = await end(unit, invitation, 'accepted');
  const member = await addMember(unit, { organization_id, user_id, role: invitation.role });
  await setMissingHome(unit.db, organization_id, user_id, unit.now);
  await record(unit, {
    audit: 'invitation.accept',
    event: 'invitation.accepted',
    resource: { type: 'invitation', id },
    organization_id,
    before: invitation,
    after,
    data: after,
  });
  return member;
}

/**
 * An inviter can lose the right to give a role after inviting somebody. The invitation must then not work: otherwise a
 * removed administrator could return through an account that they invited before. Roles change under the lock of the
 * organization.
 * @throws AppError `invitation_lapsed` (409)
 */
async function assertStillGiven({ db }: Unit, { organization_id, invited_by_id, role }: Invitation): Promise<void> {
  const inviterRole =
    invited_by_id === null ? undefined : await repository.findInviterRole(db, organization_id, invited_by_id);
  if (!mayGive(inviterRole, role)) throw problems.invitation_lapsed();
}

/** @throws AppError `already_member`, `invitation_quota_reached` (409) */
async function assertInvitable({ db, actor, now }: Unit, email: string): Promise<void> {
  const { organization_id } = actor;
  if (await repository.isMemberAddress(db, organization_id, email)) throw problems.already_member();
  const yesterday = new Date(now.getTime() - DAY_MS);
  const count = await repository.countInvitationsSince(db, organization_id, yesterday);
  if (count >= INVITATIONS_PER_DAY_MAX) throw problems.invitation_quota_reached({ count });
}

/** @throws AppError `invitation_pending` (409) */
async function insert(
  unit: Unit,
  { email, role }: { readonly email: string; readonly role: Role },
  token: string,
): Promise<Invitation> {
  const { organization_id, user_id } = unit.actor;
  const now = unit.now.toISOString();
  const invitation: Invitation = {
    id: resourceIdOf(unit),
    organization_id,
    email,
    role,
    status: 'pending',
    invited_by_id: user_id,
    expires_at: new Date(unit.now.getTime() + LIFE_MS).toISOString(),
    version: 1,
    created_at: now,
    updated_at: now,
  };
  await repository.expireInvitation(unit.db, organization_id, email, unit.now);
  try {
    await repository.insertInvitation(unit.db, invitation, hashToken(token));
  } catch (error) {
    if (constraintOf(error)?.name === 'invitations_pending_key')
      throw problems.invitation_pending({}, { cause: error });
    throw error;
  }
  return invitation;
}

/** A daily quota per address; otherwise organizations could be used to flood an address through us. */
async function isMailDue({ db, now }: Unit, email: string): Promise<boolean> {
  const yesterday = new Date(now.getTime() - DAY_MS);
  return (await repository.countInvitationMail(db, email, now, yesterday)) <= MAILS_PER_DAY_MAX;
}

async function end(unit: Unit, invitation: Invitation, status: 'accepted' | 'revoked'): Promise<Invitation> {
  const after = { ...invitation, status, version: invitation.version + 1, updated_at: unit.now.toISOString() };
  await repository.endInvitation(unit.db, after);
  return after;
}
