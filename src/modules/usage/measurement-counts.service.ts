import { organizationIn } from '../../platform/unit.ts';
import {
  DURATION_BOUNDS_MS,
  SESSIONS_KEY_ID,
  type MeasuredQuarter,
  type RequestMeasurement,
} from './measurements.types.ts';

const QUARTER_MS = 15 * 60_000;

/** Counts measured requests since the last write. */
export class MeasurementCounts {
  readonly #countsMax: number;
  #counts = new Map<string, MeasuredQuarter>();

  /** @param countsMax when so many counts are held, measurements that need another one are dropped */
  constructor(countsMax: number) {
    this.#countsMax = countsMax;
  }

  /** Counts a request, with a single Map look-up except for the first of a quarter of an hour. */
  note({ version, operation_id, actor, status, at, durationMs }: RequestMeasurement): void {
    const organization_id = organizationIn({ actor });
    if (organization_id === null || actor.credential_type === null) return;
    const api_key_id = actor.credential_type === 'api_key' ? actor.credential_id : SESSIONS_KEY_ID;
    const quarter = Math.floor(at.getTime() / QUARTER_MS);
    const key = `${organization_id} ${api_key_id} ${version}.${operation_id} ${quarter}`;
    let count = this.#counts.get(key);
    if (count === undefined) {
      if (this.#counts.size >= this.#countsMax) return;
      const began_at = new Date(quarter * QUARTER_MS).toISOString();
      count = {
        ...{ organization_id, began_at, version, operation_id, api_key_id },
        ...{ requests: 0, client_errors: 0, server_errors: 0, duration_us: 0 },
        durations: Array.from({ length: DURATION_BOUNDS_MS.length + 1 }, () => 0),
      };
      this.#counts.set(key, count);
    }
    count.requests += 1;
    if (status >= 500) count.server_errors += 1;
    else if (status >= 400) count.client_errors += 1;
    count.duration_us += Math.round(durationMs * 1000);
    const place = placeOf(durationMs);
    count.durations[place] = (count.durations[place] ?? 0) + 1;
  }

  /** Returns the counts and resets them. */
  take(): MeasuredQuarter[] {
    const taken = [...this.#counts.values()];
    this.#counts = new Map();
    return taken;
  }

  /** Adds counts that could not be written. */
  restore(counts: readonly MeasuredQuarter[]): void {
    for (const count of counts) {
      const { organization_id, api_key_id, version, operation_id, began_at } = count;
      const key = `${organization_id} ${api_key_id} ${version}.${operation_id} ${Date.parse(began_at) / QUARTER_MS}`;
      const known = this.#counts.get(key);
      if (known !== undefined) addTo(known, count);
      else if (this.#counts.size < this.#countsMax) this.#counts.set(key, count);
    }
  }
}

function addTo(known: MeasuredQuarter, count: MeasuredQuarter): void {
  known.requests += count.requests;
  known.client_errors += count.client_errors;
  known.server_errors += count.server_errors;
  known.duration_us += count.duration_us;
  for (const [place, requests] of count.durations.entries())
    known.durations[place] = (known.durations[place] ?? 0) + requests;
}

function placeOf(durationMs: number): number {
  let place = 0;
  while (place < DURATION_BOUNDS_MS.length && durationMs > (DURATION_BOUNDS_MS[place] ?? 0)) place += 1;
  return place;
}
