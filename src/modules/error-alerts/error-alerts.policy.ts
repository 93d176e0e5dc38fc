import { problems } from '../../../generated/problems.ts';
import type { ErrorAlertRule } from '../../../generated/v2/types.ts';
import { DAY_MS, MINUTE_MS } from '../../platform/durations.ts';

const ALERTS_KEPT_MS = 180 * DAY_MS;

const minutesOf: Readonly<Record<string, number>> = { M: 1, H: 60, D: 1440 };

/** @param window an ISO 8601 duration as the contract allows it: `PT5M`, `PT24H`, `P1D` */
export function windowMinutes(window: string): number {
  return Number(/\d+/.exec(window)) * (minutesOf[window.at(-1) ?? ''] ?? Number.NaN);
}

/** Returns the time at which a window that starts at `start` ends. */
export function windowEnd(start: string, window: string): string {
  return new Date(Date.parse(start) + windowMinutes(window) * MINUTE_MS).toISOString();
}

/** @throws AppError `alert_threshold_fixed` (409) */
export function assertThreshold({ kind, threshold }: Pick<ErrorAlertRule, 'kind' | 'threshold'>): void {
  if (kind !== 'threshold' && threshold !== 1) throw problems.alert_threshold_fixed({ kind });
}

/** Returns the time before which a cleared alert is too old to keep. */
export function alertsKeptSince(now: Date): Date {
  return new Date(now.getTime() - ALERTS_KEPT_MS);
}
