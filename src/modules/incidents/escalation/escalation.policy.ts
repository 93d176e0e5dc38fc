import { DAY_MS } from '../../../platform/durations.ts';

/**
 * Returns when operators are told again of an incident that stays open: after `repeatMs`, then after twice the time, and
 * so on, but at least once a day.
 * @param escalationCount how often they were told, this time included
 */
export function nextMailAt(now: Date, escalationCount: number, repeatMs: number): Date {
  const doubled = repeatMs * 2 ** Math.min(escalationCount - 1, 20);
  return new Date(now.getTime() + Math.min(doubled, Math.max(repeatMs, DAY_MS)));
}
