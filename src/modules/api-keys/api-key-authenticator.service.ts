import { hashToken } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database.ts';
import type { Actor } from '../../platform/unit.ts';
import { isTouchDue } from './api-keys.policy.ts';
import { authenticateApiKey, touchApiKey } from './api-keys.repository.ts';
import type { PresentedToken } from './api-keys.types.ts';

const tokenPattern = /^ak_[A-Za-z0-9_-]{43}$/;

/**
 * Finds the API key that a token is the secret of; undefined for an unknown token or an expired key. A key acts in its
 * own organization only: if the request names another one, the actor has no organization.
 */
export function createApiKeyAuthenticator({ db }: { readonly db: Db }) {
  return async ({ token, organization_id, now }: PresentedToken): Promise<Actor | undefined> => {
    if (!tokenPattern.test(token)) return undefined;
    const key = await authenticateApiKey(db, hashToken(token), now);
    if (key === undefined) return undefined;
    if (isTouchDue(key.last_used_at, now)) await touchApiKey(db, key, now);
    const isForeign = organization_id !== undefined && organization_id !== key.organization_id;
    return {
      user_id: key.user_id,
      credential_id: key.id,
      credential_type: 'api_key',
      organization_id: isForeign ? '' : key.organization_id,
      role: key.role,
      scopes: key.scopes,
      is_operator: key.is_operator,
    };
  };
}
