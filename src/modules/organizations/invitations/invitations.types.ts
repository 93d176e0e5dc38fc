import type { Invitation } from '../../../../generated/v2/types.ts';

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
