import { HOUR_MS, MINUTE_MS } from '../../platform/durations.ts';

const IDLE_MS = 12 * HOUR_MS;
const FRESH_MS = 15 * MINUTE_MS;
const LIFE_MS = 30 * 24 * HOUR_MS;

/** Returns when a session that starts now ends, however much it is used. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + LIFE_MS);
}

/** Returns the time since when a session must have been active; otherwise it has ended. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

/** Changes to how an account is protected need a recent log-in. */
export function isFresh(createdAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(createdAt) <= FRESH_MS;
}

/** Returns whether activity must be stored. It is stored at most once a minute, so that reads cause no write. */
export function isTouchDue(lastActiveAt: string, now: Date): boolean {
  return now.getTime() >= touchDueAt(lastActiveAt);
}

/** Returns from when on activity must be stored again, in milliseconds since 1970. */
export function touchDueAt(lastActiveAt: string): number {
  return Date.parse(lastActiveAt) + MINUTE_MS;
}
