import type { Actor } from '../../platform/unit.ts';
import type { Version } from '../../platform/versions.ts';

/** What the server reports about a response that was sent. */
export interface RequestMeasurement {
  readonly version: Version;
  readonly operation_id: string;
  readonly actor: Actor;
  readonly status: number;
  readonly at: Date;
  readonly durationMs: number;
}

/** The upper ends, in milliseconds, of what durations are counted by; the last count is of longer ones. */
export const DURATION_BOUNDS_MS = [
  1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 40, 60, 80, 110, 150, 200, 300, 400, 600, 800, 1100, 1500, 2000, 4000, 8000, 16_000,
] as const;

/** Stands for the key of requests by sessions, which are counted together. */
export const SESSIONS_KEY_ID = '00000000-0000-0000-0000-000000000000';

/** How one operation served the requests of an organization by one API key, or by sessions, in a quarter of an hour. */
export interface MeasuredQuarter {
  readonly organization_id: string;
  readonly began_at: string;
  readonly version: Version;
  readonly operation_id: string;
  readonly api_key_id: string;
  requests: number;
  client_errors: number;
  server_errors: number;
  duration_us: number;
  /** One count for each of DURATION_BOUNDS_MS, and one for longer durations. */
  readonly durations: number[];
}
