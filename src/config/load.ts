import type { SettingsReader } from '../platform/settings-reader.ts';

/** Settings of what the server does when more requests arrive than it can serve. */
export function readLoad(reader: SettingsReader) {
  return Object.freeze({
    isShedding: reader.boolean('LOAD_SHEDDING_ENABLED', true),
    /** How long a request may wait for the event loop or for a connection to the database. */
    delayMsMax: reader.integer('LOAD_DELAY_MS_MAX', { min: 10, max: 10_000, fallback: 50 }),
  });
}
