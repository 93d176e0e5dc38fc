import type { AnonymousUnit, Unit } from '../../platform/unit.ts';
import { deleteUsageOf, listUsageRows, sumUsageRows } from './usage.repository.ts';
import type { UsageCount, UsageOwner, UsageSum } from './usage.types.ts';
import { DAY_MS } from '../../platform/durations.ts';

/**
 * The counts of the last `days` days, today among them, newest first. What was counted within the last seconds may be
 * missing, unless the recorder was flushed before.
 */
export async function listUsage(unit: Unit, owner: UsageOwner, days: number): Promise<UsageCount[]> {
  return listUsageRows(unit.db, owner, dayBefore(unit.now, days - 1));
}

/** What a user's credentials did in the last `days` days, today among them; `since` is the beginning of the first. */
export async function sumUsage(
  unit: Unit,
  userId: string,
  days: number,
): Promise<{ readonly since: string; readonly sums: UsageSum[] }> {
  const since = dayBefore(unit.now, days - 1);
  return { since, sums: await sumUsageRows(unit.db, userId, since) };
}

/** Forgets what all credentials of a user were used for. */
export async function forgetUsage(unit: AnonymousUnit, userId: string): Promise<void> {
  await deleteUsageOf(unit.db, userId);
}

/** YYYY-MM-DD in UTC, so many days before. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}
