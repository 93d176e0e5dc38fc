import type { Invitation, InvitationPreview } from '../../../../generated/v2/types.ts';
import type { Role } from '../../../platform/unit.ts';

export const invitationColumns = [
  'id',
  'organization_id',
  'email',
  'role',
  'status',
  'invited_by_id',
  'expires_at',
  'version',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof Invitation)[];

export interface InvitationFilters {
  readonly status?: readonly Invitation['status'][] | undefined;
}

/** A pending invitation, and the user who would accept it. */
export interface Offer {
  readonly invitation: Invitation;
  /** Whether it was sent to the address of that user's account. */
  readonly is_theirs: boolean;
}

/** A pending invitation as its recipient sees it before anybody has logged in. */
export interface StoredPreview extends Omit<InvitationPreview, 'inviter_name'> {
  /** The inviter; null if their account was deleted or deactivated. */
  readonly inviter_name: string | null;
  /** The inviter's current role; null if they are no longer a member, or have no active account. */
  readonly inviter_role: Role | null;
}
