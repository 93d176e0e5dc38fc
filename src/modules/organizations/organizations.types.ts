import type { Role } from '../../platform/unit.ts';
import type { Member, Organization } from '../../../generated/v2/types.ts';

export const organizationColumns = [
  'id',
  'name',
  'slug',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Organization)[];

/** A membership as it is stored. Member adds the user's name and address. */
export type Membership = Omit<Member, 'name' | 'email'>;

/** An organization to create. Without a slug, one is derived from the name. */
export interface Founding {
  readonly name: string;
  readonly slug?: string | undefined;
  /** The first member, who becomes its owner. */
  readonly owner_id: string;
}

export interface MemberFilters {
  readonly role?: readonly Member['role'][] | undefined;
}

/** A user who becomes a member. */
export interface Joining {
  readonly organization_id: string;
  readonly user_id: string;
  readonly role: Role;
}

/** The operations of the tag that have controllers of their own. */
export type MemberOperation = 'listMembers' | 'getMember' | 'updateMember' | 'removeMember';
export type EventRetentionOperation = 'getEventRetention' | 'replaceEventRetention';
export type InvitationOperation =
  'listInvitations' | 'createInvitation' | 'revokeInvitation' | 'acceptInvitation' | 'previewInvitation';
