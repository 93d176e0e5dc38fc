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

/**
 * Sessions may grant every scope, API keys only those that they have.
 * @throws AppError `scope_not_grantable` (409)
 */
export function assertGrantable(actor: Actor, scopes: readonly string[]): void {
  const missing = scopes.find((scope) => actor.scopes?.includes(scope) === false);
  if (missing !== undefined) throw problems.scope_not_grantable({ scope: missing });
}

/**
 * An API key must not get a scope that it does not have, so that a leaked secret gains nothing.
 * @throws AppError `scope_not_grantable` (409)
 */
export function assertNarrower(key: ApiKey, scopes: readonly string[]): void {
  const gained = scopes.find((scope) => !(key.scopes as readonly string[]).includes(scope));
  if (gained !== undefined) throw problems.scope_not_grantable({ scope: gained });
}

/** Returns whether the key does not live longer with that expiry. Null means that it never expires. */
export function isNoLonger(expiresAt: string | null, key: ApiKey): boolean {
  if (key.expires_at === null) return true;
  return expiresAt !== null && Date.parse(expiresAt) <= Date.parse(key.expires_at);
}

/**
 * A key must not outlive the key that creates it. A null expiry means never.
 * @throws AppError `expiry_not_grantable` (409)
 */
export function assertWithinLife(expiresAt: string | null, creator: ApiKey): void {
  if (creator.expires_at === null || isNoLonger(expiresAt, creator)) return;
  throw problems.expiry_not_grantable({ expires_at: creator.expires_at });
}

/** Returns the last characters of a secret, which let people tell keys apart. */
export function hintOf(token: string): string {
  return `…${token.slice(-4)}`;
}

/** Returns whether the last use must be stored. It is stored at most once a minute, so that reads cause no write. */
export function isTouchDue(lastUsedAt: string | null, now: Date): boolean {
  return now.getTime() >= touchDueAt(lastUsedAt);
}

/** Returns from when on a use must be stored again, in milliseconds since 1970. */
export function touchDueAt(lastUsedAt: string | null): number {
  return lastUsedAt === null ? -Infinity : Date.parse(lastUsedAt) + MINUTE_MS;
}
