import { MINUTE_MS, HOUR_MS } from '../../../platform/durations.ts';
import { newId } from '../../../platform/ids.ts';
import type { AnonymousUnit } from '../../../platform/unit.ts';
import { clearAlertsOfRules, fireAlerts } from '../alerts/error-alerts.service.ts';
import { windowMinutes } from '../error-alerts.policy.ts';
import type { Firing } from '../error-alerts.types.ts';
import * as repository from './thresholds.repository.ts';

/** How late a report may arrive after it occurred, and still count: each evaluation looks back as far. */
const LATENESS_MS_MAX = 15 * MINUTE_MS;
/** A day's window before a day's delay is as far as there are counts by the minute (48 hours). */
const CATCH_UP_MS_MAX = 23 * HOUR_MS;

/**
 * Evaluates the thresholds of all rules since the last evaluation, makes rules fire, and clears alerts whose reason has
 * passed. All in one transaction: if the process dies, the next evaluation begins where this one did.
 */
export async function evaluateThresholds(unit: AnonymousUnit): Promise<void> {
  const { db, now } = unit;
  const cursor = await repository.lockCursor(db, now);
  const from = new Date(Math.max(cursor.getTime() - LATENESS_MS_MAX, now.getTime() - CATCH_UP_MS_MAX));
  const exceeded = await repository.findExceeded(db, toMinute(from), now);
  if (exceeded.length > 0) await handleExceeded(unit, exceeded);
  await clearAlertsOfRules(unit, await repository.lockOverdueRules(db, now));
  await repository.moveCursor(db, now > cursor ? now : cursor);
}

async function handleExceeded(unit: AnonymousUnit, exceeded: readonly repository.Exceeded[]): Promise<void> {
  const rules = await repository.lockRules(
    unit.db,
    exceeded.map(({ rule_id }) => rule_id),
  );
  const byRule = new Map(exceeded.map((one) => [one.rule_id, one]));
  const firings = rules.flatMap((rule): Firing[] => {
    const found = byRule.get(rule.id);
    // Somebody changed the rule meanwhile: the next evaluation decides.
    if (found?.version !== rule.version) return [];
    const { first_ends_at, last_ends_at, value } = found;
    const windowMs = windowMinutes(rule.window) * MINUTE_MS;
    const shifted = (time: string, ms: number): string => new Date(Date.parse(time) + ms).toISOString();
    return [
      {
        ...{ id: newId(), rule, value, error_id: rule.error_id },
        window_started_at: shifted(first_ends_at, -windowMs),
        clears_at: shifted(last_ends_at, windowMs),
      },
    ];
  });
  const isFiring = await repository.moveEnds(
    unit.db,
    firings.map(({ rule, clears_at }) => ({ rule_id: rule.id, clears_at })),
  );
  await fireAlerts(
    unit,
    firings.filter(({ rule }) => !isFiring.has(rule.id)),
  );
}

function toMinute(time: Date): Date {
  return new Date(Math.floor(time.getTime() / MINUTE_MS) * MINUTE_MS);
}
