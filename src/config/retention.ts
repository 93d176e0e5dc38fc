import { DAY_MS } from '../platform/durations.ts';
import type { SettingsReader } from '../platform/settings-reader.ts';

/** Settings of how long something is kept. */
export function readRetention(reader: SettingsReader) {
  return {
    /** How long unverified accounts are kept; longer while their verification link is valid or can be sent again. */
    unverifiedUsersKeptMs: reader.integer('UNVERIFIED_USERS_KEPT_DAYS', { min: 1, max: 3650, fallback: 30 }) * DAY_MS,
    /** How long organizations keep reported events that have said nothing else. */
    eventRetentionDays: reader.integer('EVENT_RETENTION_DAYS', { min: 1, max: 400, fallback: 90 }),
  };
}
