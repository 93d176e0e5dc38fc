import type { RequestFigures } from '../../../generated/v2/types.ts';
import { DURATION_BOUNDS_MS } from '../usage/index.ts';
import type { MeasuredRequests } from './request-figures.types.ts';

const none: MeasuredRequests = { requests: 0, client_errors: 0, server_errors: 0, duration_us: 0, durations: [] };

/** Converts measurements to figures; undefined stands for no requests. */
export function requestFiguresOf(measured: MeasuredRequests = none): RequestFigures {
  const { requests, client_errors, server_errors, duration_us, durations } = measured;
  const isEmpty = requests === 0;
  return {
    ...{ requests, client_errors, server_errors },
    error_rate: isEmpty ? null : round(server_errors / requests, 6),
    p50_ms: quantileOf(durations, 0.5),
    p95_ms: quantileOf(durations, 0.95),
    p99_ms: quantileOf(durations, 0.99),
    mean_ms: isEmpty ? null : round(duration_us / requests / 1000, 3),
  };
}

/** Adds measurements up. */
export function sumOf(parts: readonly MeasuredRequests[]): MeasuredRequests {
  return parts.reduce(
    (sum, part) => ({
      requests: sum.requests + part.requests,
      client_errors: sum.client_errors + part.client_errors,
      server_errors: sum.server_errors + part.server_errors,
      duration_us: sum.duration_us + part.duration_us,
      durations: part.durations.map((count, place) => count + (sum.durations[place] ?? 0)),
    }),
    none,
  );
}

/**
 * Returns the duration that a share of the requests did not exceed, interpolated in the step that it lies in; null
 * without requests. Of those above the last bound only that is known.
 */
function quantileOf(durations: readonly number[], share: number): number | null {
  const total = durations.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = share * total;
  let passed = 0;
  for (const [place, count] of durations.entries()) {
    if (count > 0 && passed + count >= rank) {
      const lower = DURATION_BOUNDS_MS[place - 1] ?? 0;
      const upper = DURATION_BOUNDS_MS[place] ?? lower;
      return round(lower + ((upper - lower) * (rank - passed)) / count, 3);
    }
    passed += count;
  }
  return DURATION_BOUNDS_MS.at(-1) ?? null;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
