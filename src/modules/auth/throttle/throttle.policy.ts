import type { Throttle } from '../auth.types.ts';

// Guessing gets slow, logging in does not: the first attempts are free, then the wait doubles with each failure, up to
// a quarter of an hour. An hour without an attempt forgets everything.
const FORGET_MS = 60 * 60 * 1000;
const WAIT_MS_MAX = 15 * 60 * 1000;
const DOUBLINGS_MAX = 20;
/** Before any request: one that came earlier, and is counted only now, must not wait for a later one. */
const AT_ONCE = new Date(0);

/** How many attempts may fail before the waiting begins. Many people share an address. */
export const freeFailures = { account: 10, address: 50, code: 5 } as const;

export type ThrottleKind = keyof typeof freeFailures;

/** Seconds until the next attempt may be made; 0 for at once. */
export function waitOf(throttle: Throttle | undefined, now: Date): number {
  if (throttle === undefined) return 0;
  return Math.max(0, Math.ceil((throttle.blocked_until.getTime() - now.getTime()) / 1000));
}

/**
 * The throttle once another attempt has begun. It counts as failed until it has succeeded, so that attempts made at
 * the same time cannot all slip through before the first has failed.
 */
export function afterAttempt(before: Throttle | undefined, kind: ThrottleKind, now: Date): Throttle {
  const isForgotten = before === undefined || now.getTime() - before.updated_at.getTime() > FORGET_MS;
  const failures = isForgotten ? 1 : before.failures + 1;
  const excess = failures - freeFailures[kind];
  if (excess <= 0) return { failures, blocked_until: AT_ONCE, updated_at: now };
  const waitMs = Math.min(WAIT_MS_MAX, 1000 * 2 ** Math.min(excess - 1, DOUBLINGS_MAX));
  return { failures, blocked_until: new Date(now.getTime() + waitMs), updated_at: now };
}
