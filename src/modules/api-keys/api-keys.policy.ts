import { problems } from '../../../generated/problems.ts';
import type { ApiKey } from '../../../generated/v2/types.ts';
import type { Actor } from '../../platform/unit.ts';
import { MINUTE_MS } from '../../platform/durations.ts';

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

/** @throws AppError `scope_not_grantable` (409) when a key would get a scope that it has not: a leaked secret must not gain */
export function assertNarrower(key: ApiKey, scopes: readonly string[]): void {
  const gained = scopes.find((scope) => !(key.scopes as readonly string[]).includes(scope));
  if (gained !== undefined) throw problems.scope_not_grantable({ scope: gained });
}

/** Whether a key's life becomes no longer by that expiry; null is for ever. */
export function isNoLonger(expiresAt: string | null, key: ApiKey): boolean {
  if (key.expires_at === null) return true;
  return expiresAt !== null && Date.parse(expiresAt) <= Date.parse(key.expires_at);
}

/** @throws AppError `expiry_not_grantable` (409) when a key would outlive the one that creates it; null is for ever */
export function assertWithinLife(expiresAt: string | null, creator: ApiKey): void {
  if (creator.expires_at === null || isNoLonger(expiresAt, creator)) return;
  throw problems.expiry_not_grantable({ expires_at: creator.expires_at });
}

/** The end of a secret, to tell keys apart. */
export function hintOf(token: string): string {
  return `…${token.slice(-4)}`;
}

/** Use is written down once a minute at most, so that reading costs no write. */
export function isTouchDue(lastUsedAt: string | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - Date.parse(lastUsedAt) >= MINUTE_MS;
}
