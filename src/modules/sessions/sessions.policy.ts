import { HOUR_MS, MINUTE_MS } from '../../platform/durations.ts';

const IDLE_MS = 12 * HOUR_MS;
const FRESH_MS = 15 * MINUTE_MS;
const LIFE_MS = 30 * 24 * HOUR_MS;

/** The end of a session that begins now, however much it is used. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + LIFE_MS);
}

/** A session that was last active before this time has ended by itself. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

/** What decides over an account asks for a log-in that was not long ago. */
export function isFresh(createdAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(createdAt) <= FRESH_MS;
}

/** Activity is written down once a minute at most, so that reading costs no write. */
export function isTouchDue(lastActiveAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(lastActiveAt) >= MINUTE_MS;
}
