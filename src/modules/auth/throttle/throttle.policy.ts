import type { Throttle } from '../auth.types.ts';

// The first attempts are free. After that the wait doubles with each failure, up to a quarter of an hour. After an hour
// without an attempt, failures no longer count.
const FORGET_MS = 60 * 60 * 1000;
const WAIT_MS_MAX = 15 * 60 * 1000;
const DOUBLINGS_MAX = 20;
/** Earlier than any request: a request that arrived first and is counted last must not wait for a later one. */
const AT_ONCE = new Date(0);

/** How many attempts may fail before waiting begins. Addresses have a high limit because many people share one. */
export const freeFailures = { account: 10, address: 50, code: 5 } as const;

export type ThrottleKind = keyof typeof freeFailures;

/** Returns the seconds until the next attempt is allowed; 0 if it is allowed now. */
export function waitOf(throttle: Throttle | undefined, now: Date): number {
  if (throttle === undefined) return 0;
  return Math.max(0, Math.ceil((throttle.blocked_until.getTime() - now.getTime()) / 1000));
}

/**
 * Returns the throttle after another attempt has begun. The attempt counts as failed until it has succeeded, so that
 * concurrent attempts cannot all pass before the first has failed.
 */
export function afterAttempt(before: Throttle | undefined, kind: ThrottleKind, now: Date): Throttle {
  const isForgotten = before === undefined || now.getTime() - before.updated_at.getTime() > FORGET_MS;
  const failures = isForgotten ? 1 : before.failures + 1;
  const excess = failures - freeFailures[kind];
  if (excess <= 0) return { failures, blocked_until: AT_ONCE, updated_at: now };
  const waitMs = Math.min(WAIT_MS_MAX, 1000 * 2 ** Math.min(excess - 1, DOUBLINGS_MAX));
  return { failures, blocked_until: new Date(now.getTime() + waitMs), updated_at: now };
}
