import { problems } from '../../../generated/problems.ts';
import type { ApiKey } from '../../../generated/v2/types.ts';
import type { Actor } from '../../platform/unit.ts';

const MINUTE_MS = 60_000;

/** Administrators see everybody's keys, others their own. */
export function seesEveryKey(actor: Actor): boolean {
  return actor.role === 'owner' || actor.role === 'admin';
}

export function maySee(actor: Actor, key: ApiKey): boolean {
  return key.user_id === actor.user_id || seesEveryKey(actor);
}

/** @throws AppError `scope_not_grantable` (409) when a key would give more than it has; a session may give everything */
export function assertGrantable(actor: Actor, scopes: readonly string[]): void {
  const missing = scopes.find((scope) => actor.scopes?.includes(scope) === false);
  if (missing !== undefined) throw problems.scope_not_grantable({ scope: missing });
}

/** @throws AppError `expiry_not_grantable` (409) when a key would outlive the one that creates it; null is for ever */
export function assertWithinLife(expiresAt: string | null, creator: ApiKey): void {
  if (creator.expires_at === null) return;
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(creator.expires_at)) return;
  throw problems.expiry_not_grantable({ expires_at: creator.expires_at });
}

/** Use is written down once a minute at most, so that reading costs no write. */
export function isTouchDue(lastUsedAt: string | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - Date.parse(lastUsedAt) >= MINUTE_MS;
}
