import type { Actor } from '../../../platform/unit.ts';

/**
 * Returns the actor for unassigning somebody from tasks that they cannot see. The permission was checked when they lost
 * access.
 */
export function releasingActor(organizationId: string, userId: string): Actor {
  return {
    user_id: userId,
    organization_id: organizationId,
    role: 'owner',
    scopes: undefined,
    is_operator: false,
    credential_type: null,
    credential_id: null,
  };
}
