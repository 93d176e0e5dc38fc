import type { SettingsReader } from '../platform/settings-reader.ts';

/** Settings of how operators are told of incidents. */
export function readIncidents(reader: SettingsReader) {
  reader.refuseUnknown('INCIDENT_ESCALATION_', [
    'INCIDENT_ESCALATION_ENABLED',
    'INCIDENT_ESCALATION_DELAY_MS',
    'INCIDENT_ESCALATION_REPEAT_MS',
  ]);
  return Object.freeze({
    isEnabled: reader.boolean('INCIDENT_ESCALATION_ENABLED', true),
    /** How long incidents that open are gathered for one mail. */
    delayMs: reader.integer('INCIDENT_ESCALATION_DELAY_MS', { min: 0, max: 3_600_000, fallback: 5000 }),
    /** How long operators are not told again of an incident that stays open. Doubles with each mail, up to a day. */
    repeatMs: reader.integer('INCIDENT_ESCALATION_REPEAT_MS', { min: 60_000, max: 604_800_000, fallback: 3_600_000 }),
  });
}
