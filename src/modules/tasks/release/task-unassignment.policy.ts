import type { Actor } from '../../../platform/unit.ts';

/** In whose name somebody is taken off tasks that they cannot see: the right to that was checked when they lost sight of them. */
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
