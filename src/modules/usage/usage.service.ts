import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { deleteUsageOf, listUsageRows, sumUsageRows } from './usage.repository.ts';
import type { UsageCount, UsageOwner, UsageSum } from './usage.types.ts';
import { DAY_MS } from '../../platform/durations.ts';

/**
 * Returns the counts of the last `days` days, today included, newest first. Uses of the last seconds may be missing,
 * unless the recorder was flushed before.
 */
export async function listUsage(unit: Unit, owner: UsageOwner, days: number): Promise<UsageCount[]> {
  return listUsageRows(unit.db, owner, dayBefore(unit.now, days - 1));
}

/**
 * Returns what a user's credentials did in the last `days` days, today included; `since` is the start of the first day.
 */
export async function sumUsage(
  unit: Unit,
  userId: string,
  days: number,
): Promise<{ readonly since: string; readonly sums: UsageSum[] }> {
  const since = dayBefore(unit.now, days - 1);
  return { since, sums: await sumUsageRows(unit.db, userId, since) };
}

/** Deletes the counts of all credentials of a user. */
export async function forgetUsage(unit: AnonymousUnit, userId: string): Promise<void> {
  await deleteUsageOf(unit.db, userId);
}

/** Returns the day in UTC that is so many days before, as YYYY-MM-DD. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}
